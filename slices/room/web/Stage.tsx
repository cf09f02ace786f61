/** The middle, lit: who has the floor, what is written down, who has asked to speak. */
import { useLingui } from '@lingui/react/macro'
import { Parts } from '#web/kit/Parts.tsx'
import { useWidth } from '#web/kit/width.ts'
import { itemNow } from '../rules/glance.ts'
import { Asked } from './Asked.tsx'
import { Paper } from './Paper.tsx'
import { Seats } from './Seats.tsx'
import { useInRoom, useRoom } from './useRoom.ts'
import { Here, useWithin } from './within.tsx'
import { WithinNote } from './WithinNote.tsx'

export function Stage() {
  const { t } = useLingui()
  const width = useWidth()
  const within = useWithin()
  const { gathering } = useInRoom()
  const line = useRoom((room) => itemNow(room)?.line ?? '')
  const purpose = useRoom((room) => room.call?.purpose ?? '')
  const begun = useRoom((room) => room.beganAt !== null)
  const over = useRoom((room) => room.endedAt !== null)
  return (
    <section className="stage" aria-label={t`Stage`} data-place tabIndex={-1}>
      {width !== 'phone' && (
        <header className="stage-head">
          <p className="brief doc">{begun ? line : purpose}</p>
          <Parts of="room-head" id={gathering} />
        </header>
      )}
      <Parts of="room-stage" id={gathering} />
      <Here>
        <Seats most={width === 'narrow' ? 3 : width === 'phone' ? 6 : 4} />
      </Here>
      {width !== 'phone' && (
        <>
          {within ? <WithinNote /> : <Paper />}
          <Here>{!over && <Asked />}</Here>
        </>
      )}
    </section>
  )
}
