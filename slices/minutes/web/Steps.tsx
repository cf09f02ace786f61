/** In which state the document is: draft, amended, approved. */
import { Trans } from '@lingui/react/macro'
import type { Given } from './Beside.tsx'

export function Steps({ shown: { told, imported } }: Given) {
  const at = ['draft', 'amended', 'approved'].indexOf(told.state)
  const count = told.amendments.length
  const now = (place: number) =>
    place === at ? { className: 'is', 'aria-current': 'step' as const } : {}
  return (
    <ol className="steps">
      <li {...now(0)}>
        <b>
          <Trans>Draft</Trans>
        </b>
        <span>
          {imported ? (
            <Trans>made of the saved chat</Trans>
          ) : (
            <Trans>made when the room closed</Trans>
          )}
        </span>
      </li>
      <li {...now(1)}>
        <b>
          <Trans>Amended</Trans>
        </b>
        <span>
          {count > 0 ? (
            <Trans>{count} times, by those who were there</Trans>
          ) : (
            <Trans>by those who were there</Trans>
          )}
        </span>
      </li>
      <li {...now(2)}>
        <b>
          <Trans>Approved</Trans>
        </b>
        <span>{at === 2 ? <Trans>frozen</Trans> : <Trans>by those who facilitated</Trans>}</span>
      </li>
    </ol>
  )
}
