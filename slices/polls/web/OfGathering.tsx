/** On the page of a gathering: the poll that found its time. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { GatheringId } from '#slices/gatherings/api.ts'
import { useMe } from '#slices/people/web/useMe.ts'
import { useRead } from '#web/kit/useCall.ts'
import { pollBehindGathering } from '../api/reading.ts'

export function Part({ id }: { id: string }) {
  const me = useMe()
  const gathering = GatheringId.safeParse(id)
  const params = { gathering: gathering.data ?? 'gth_' }
  const { data } = useRead(
    pollBehindGathering,
    { params },
    gathering.success && me !== null && me !== undefined,
  )
  if (!data?.poll) return null
  const { poll, title } = data.poll
  return (
    <section className="place" aria-labelledby="poll-h">
      <h2 id="poll-h">
        <Trans>How its time was found</Trans>
      </h2>
      <p>
        <Link to="/polls/$poll" params={{ poll }}>
          <bdi>{title}</bdi>
        </Link>
      </p>
    </section>
  )
}
