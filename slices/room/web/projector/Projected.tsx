/** What the hall sees: one line on top, the stage, who has asked, what was answered. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useNow } from '#web/kit/clock.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { itemNow } from '../../rules/glance.ts'
import { clockOf } from '../durations.ts'
import type { Gathering } from '../entering.ts'
import { useNowLine } from '../NowLine.tsx'
import { NowWords } from '../NowWords.tsx'
import type { RoomStore } from '../roomStore.ts'
import { Seats } from '../Seats.tsx'
import { type InRoom, RoomContext, useInRoom, useRoom } from '../useRoom.ts'
import { Answered } from './Answered.tsx'
import { Queue } from './Queue.tsx'
import { useAwake } from './useAwake.ts'

/** Nobody in particular: no line says "you", and nothing is offered to do. */
const THE_HALL = { who: 'gst_the_hall', name: '', kind: 'guest' } as const

export function Projected({ gathering, store }: { gathering: Gathering; store: RoomStore }) {
  const inRoom = useMemo<InRoom>(
    () => ({ gathering, me: THE_HALL, store, say: () => {} }),
    [gathering, store],
  )
  useAwake()
  return (
    <RoomContext value={inRoom}>
      <Shown />
    </RoomContext>
  )
}

function Shown() {
  const { t, i18n } = useLingui()
  const { gathering } = useInRoom()
  const now = useNowLine()
  const hour = useNow()
  const zone = useRoom((room) => room.call?.zone)
  const title = useRoom((room) => room.call?.title ?? '')
  const begun = useRoom((room) => room.beganAt !== null)
  const line = useRoom((room) => itemNow(room)?.line ?? '')
  const purpose = useRoom((room) => room.call?.purpose ?? '')
  const time = timeIn(hour, zone, i18n.locale)
  return (
    <div className="projector">
      <header className="projector-now" aria-label={t`Now`}>
        <NowWords now={now} clock={clockOf} />
        <p className="projector-hour num">{time}</p>
      </header>
      <main id="main" className="projector-stage" aria-label={t`Stage`}>
        <h1 className={begun ? 'sr' : 'doc'}>
          <bdi>{title}</bdi>
        </h1>
        <p className="projector-line doc" dir="auto">
          {begun ? line : purpose}
        </p>
        <Parts of="projector" id={gathering} />
        <Seats most={6} />
      </main>
      <aside className="projector-beside" aria-label={t`Asked and answered`}>
        <Queue />
        <Answered />
        <Parts of="projector" id={gathering} side />
      </aside>
    </div>
  )
}
