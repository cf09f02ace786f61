/** On the page of a circle: what is being asked. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { listPolls } from '../api/reading.ts'
import { Rows } from './Rows.tsx'
import type { Circle } from './usePoll.ts'

const SHOWN = 3

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Here circle={circle.data} /> : null
}

function Here({ circle }: { circle: Circle }) {
  const { data } = useRead(listPolls, { params: { circle }, query: { which: 'going' } })
  if (!data) return null
  return (
    <section className="place" aria-labelledby="polls-h">
      <h2 id="polls-h">
        <Trans>Polls</Trans>
      </h2>
      {data.polls.length === 0 && (
        <p className="empty">
          <Trans>Nothing is being asked at this moment.</Trans>
        </p>
      )}
      <Rows polls={data.polls.slice(0, SHOWN)} />
      <p className="acts">
        <Link to="/circles/$circle/polls" params={{ circle }}>
          <Trans>All polls</Trans>
        </Link>
        <Link to="/circles/$circle/polls/new" params={{ circle }}>
          <Trans>Ask a poll</Trans>
        </Link>
      </p>
    </section>
  )
}
