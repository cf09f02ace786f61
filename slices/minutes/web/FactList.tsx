/** The facts of a gathering, and its running order as a picture. */
import { Trans } from '@lingui/react/macro'
import { Lanes } from './Lanes.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

export function Facts({ shown: { told } }: { shown: MinutesShown }) {
  return (
    <dl className="facts">
      {told.facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {told.lanes && (
        <div>
          <dt>
            <Trans>Running order</Trans>
          </dt>
          <dd>
            <Lanes lanes={told.lanes} />
          </dd>
        </div>
      )}
    </dl>
  )
}
