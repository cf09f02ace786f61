/** On the page of a circle: what is being decided. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { listDecisions } from '../api/reading.ts'
import { Rows } from './Rows.tsx'
import type { Circle } from './useDecision.ts'

const SHOWN = 3

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Here circle={circle.data} /> : null
}

function Here({ circle }: { circle: Circle }) {
  const { data } = useRead(listDecisions, { params: { circle }, query: { which: 'going' } })
  if (!data) return null
  return (
    <section className="place" aria-labelledby="decisions-h">
      <h2 id="decisions-h">
        <Trans>Decisions</Trans>
      </h2>
      {data.decisions.length === 0 && (
        <p className="empty">
          <Trans>Nothing is to be decided at this moment.</Trans>
        </p>
      )}
      <Rows decisions={data.decisions.slice(0, SHOWN)} />
      <p className="acts">
        <Link to="/circles/$circle/decisions" params={{ circle }}>
          <Trans>All decisions</Trans>
        </Link>
        <Link to="/circles/$circle/decisions/new" params={{ circle }}>
          <Trans>Make a proposal</Trans>
        </Link>
      </p>
    </section>
  )
}
