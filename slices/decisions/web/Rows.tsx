/** Decisions in a list: each with its state, and when it opens, closes or was counted. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import type { listDecisions } from '../api/reading.ts'
import { Moment, ResultWord, StateTag } from './words.tsx'

type Listed = Output<typeof listDecisions>['decisions'][number]

function Told({ one }: { one: Listed }) {
  const { state, opensAt, closesAt, endedAt, result, turnout } = one
  const { voted, eligible } = turnout ?? { voted: 0, eligible: 0 }
  if (state === 'talk' && opensAt)
    return (
      <Trans>
        opens <Moment at={opensAt} />
      </Trans>
    )
  if (state === 'open' && closesAt)
    return (
      <Trans>
        until <Moment at={closesAt} />; {voted} of {eligible} have voted
      </Trans>
    )
  if (result && endedAt)
    return (
      <>
        <ResultWord result={result} />, <Moment at={endedAt} />
      </>
    )
  return endedAt ? <Moment at={endedAt} /> : null
}

export function Rows({ decisions }: { decisions: readonly Listed[] }) {
  return (
    <ul className="rows">
      {decisions.map((one) => (
        <li key={one.decision}>
          <div>
            <Link className="what" to="/decisions/$decision" params={{ decision: one.decision }}>
              <bdi>{one.title}</bdi>
            </Link>
            <p className="hint">
              {one.kind} · <Told one={one} />
            </p>
          </div>
          <StateTag state={one.state} />
        </li>
      ))}
    </ul>
  )
}
