/** What was lived. */
import { Trans } from '@lingui/react/macro'
import { Empty } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listGatherings } from '../api.ts'
import { Rows } from './Rows.tsx'

export function Past() {
  const past = useRead(listGatherings, { query: { when: 'past' } })
  return (
    <section className="place" aria-labelledby="past-h">
      <h2 id="past-h">
        <Trans>Past</Trans>
      </h2>
      {past.data?.gatherings.length === 0 && (
        <Empty>
          <Trans>Nothing yet. What was lived stands here with its minutes.</Trans>
        </Empty>
      )}
      <Rows gatherings={past.data?.gatherings ?? []} past />
    </section>
  )
}
