/** On the page of a circle: the conversations that go on. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { listThreads } from '../api/beginning.ts'
import { Rows } from './Rows.tsx'
import type { Thread } from './useThread.ts'

const SHOWN = 3

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Here circle={circle.data} /> : null
}

function Here({ circle }: { circle: Thread['circle']['id'] }) {
  const { data } = useRead(listThreads, { params: { circle }, query: { limit: SHOWN } })
  if (!data) return null
  return (
    <section className="place" aria-labelledby="threads-h">
      <h2 id="threads-h">
        <Trans>Threads</Trans>
      </h2>
      {data.threads.length === 0 && (
        <p className="empty">
          <Trans>No conversation goes on here yet.</Trans>
        </p>
      )}
      <Rows threads={data.threads} />
      <p className="acts">
        <Link to="/circles/$circle/threads" params={{ circle }}>
          <Trans>All threads</Trans>
        </Link>
        <Link to="/circles/$circle/threads/new" params={{ circle }}>
          <Trans>Begin a thread</Trans>
        </Link>
      </p>
    </section>
  )
}
