/** My ballot, or the ballots of those for whom I vote. */
import { Trans } from '@lingui/react/macro'
import { AnswerBallot } from './AnswerBallot.tsx'
import { MarkBallot } from './MarkBallot.tsx'
import { RankBallot } from './RankBallot.tsx'
import type { Decision, Mine } from './useDecision.ts'

function One({ decision, mine }: { decision: Decision; mine: Mine }) {
  const method = decision.kind?.method
  if (!method) return null
  if (method.kind === 'ranked') return <RankBallot decision={decision} mine={mine} />
  if (method.kind === 'approval' || method.kind === 'score' || method.kind === 'dots')
    return <MarkBallot decision={decision} mine={mine} method={method} />
  return <AnswerBallot decision={decision} mine={mine} />
}

export function Ballot({ decision }: { decision: Decision }) {
  const on = decision.mine.filter(({ votes }) => votes)
  return on.map((mine) => (
    <section key={mine.member} className="place" aria-labelledby={`ballot-${mine.member}`}>
      <h2 id={`ballot-${mine.member}`}>
        {mine.kind === 'co-op' ? (
          <Trans>
            The ballot of <bdi>{mine.name}</bdi>
          </Trans>
        ) : (
          <Trans>Your ballot</Trans>
        )}
      </h2>
      <One decision={decision} mine={mine} />
    </section>
  ))
}
