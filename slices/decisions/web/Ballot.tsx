/** My ballot, or the ballots of those for whom I vote. */
import { Trans } from '@lingui/react/macro'
import { AnswerBallot } from './AnswerBallot.tsx'
import { Mandated } from './Mandates.tsx'
import { MarkBallot } from './MarkBallot.tsx'
import { RankBallot } from './RankBallot.tsx'
import { SecretBallot } from './secret/SecretBallot.tsx'
import type { Paper } from './secret/usePaper.ts'
import type { Decision, Mine } from './useDecision.ts'

type Props = { decision: Decision; mine: Mine; paper?: Paper }

function Form({ decision, mine, paper }: Props) {
  const method = decision.kind?.method
  if (!method) return null
  const given = { decision, mine, ...(paper ? { paper } : {}) }
  if (method.kind === 'ranked') return <RankBallot {...given} />
  if (method.kind === 'approval' || method.kind === 'score' || method.kind === 'dots')
    return <MarkBallot {...given} method={method} />
  return <AnswerBallot {...given} />
}

function One({ decision, mine }: Props) {
  if (decision.kind?.secrecy !== 'secret') return <Form decision={decision} mine={mine} />
  return (
    <SecretBallot
      decision={decision}
      mine={mine}
      form={(filled, paper) => <Form decision={decision} mine={filled} paper={paper} />}
    />
  )
}

/** Whether a member whom I vote for gave their vote themselves. */
const ownVote = ({ through, way }: Mine) => through === 'proxy' && way !== null && way !== 'proxy'

/** For whom it is, and by which way the ballot came that counts. */
function Whose({ mine }: { mine: Mine }) {
  const { through, way, name, by } = mine
  if (ownVote(mine))
    return (
      <p>
        <Trans>
          <bdi>{name}</bdi> gave their own vote, which stands.
        </Trans>
      </p>
    )
  if (through === 'proxy')
    return (
      <p className="hint">
        <Trans>You vote by proxy, as you judge; otherwise than for yourself if you like.</Trans>
      </p>
    )
  if (!by || (way !== 'phone' && way !== 'proxy')) return null
  return (
    <p className="well">
      {way === 'phone' ? (
        <Trans>
          <bdi>{by.name}</bdi> recorded this as your vote by phone. If it is not what you said,
          change it here.
        </Trans>
      ) : (
        <Trans>
          <bdi>{by.name}</bdi> cast this for you. Your own vote takes its place.
        </Trans>
      )}
    </p>
  )
}

export function Ballot({ decision }: { decision: Decision }) {
  const on = decision.mine.filter(({ votes }) => votes)
  return on.map((mine) => (
    <section key={mine.member} className="place" aria-labelledby={`ballot-${mine.member}`}>
      <h2 id={`ballot-${mine.member}`}>
        {mine.through !== 'self' ? (
          <Trans>
            The ballot of <bdi>{mine.name}</bdi>
          </Trans>
        ) : (
          <Trans>Your ballot</Trans>
        )}
      </h2>
      <Whose mine={mine} />
      {mine.through === 'co-op' && <Mandated decision={decision} member={mine.member} />}
      {!ownVote(mine) && <One decision={decision} mine={mine} />}
    </section>
  ))
}
