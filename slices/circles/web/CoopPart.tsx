/** On the page of a circle: who speaks in it for member co-ops; on that of a co-op: its card, its delegates. */
import { Trans } from '@lingui/react/macro'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId, readCircle } from '../api.ts'
import { listDelegates } from '../api/members.ts'
import { Card } from './Card.tsx'
import { Sending } from './Sending.tsx'
import { TakeIn } from './TakeIn.tsx'
import { Voices } from './Voices.tsx'

type Id = `cir_${string}`

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Coop id={circle.data} /> : null
}

function Coop({ id }: { id: Id }) {
  const { data } = useRead(readCircle, { params: { circle: id } })
  if (!data || data.members === null) return null
  const { kind, parent, may, within } = data
  const coops = within.some((one) => one.kind === 'autonomous')
  return (
    <>
      {kind === 'autonomous' && parent && (
        <>
          <Card circle={data} />
          <Sending circle={data} parent={parent} />
        </>
      )}
      {coops && <Heard circle={id} />}
      {may.steward && !data.elsewhere && <TakeIn circle={id} />}
    </>
  )
}

/** Who speaks here for member co-ops. */
function Heard({ circle }: { circle: Id }) {
  const { data } = useRead(listDelegates, { params: { circle } })
  if (!data || data.delegates.length === 0) return null
  return (
    <section className="place" aria-labelledby="heard-h">
      <h2 id="heard-h">
        <Trans>Who speaks for member co-ops</Trans>
      </h2>
      <p className="hint">
        <Trans>A co-op has one voice, however many come for it.</Trans>
      </p>
      <Voices delegates={data.delegates} of="all" />
    </section>
  )
}
