/** The button that casts a ballot, and what was cast so far. */
import { Trans } from '@lingui/react/macro'
import { Vote as Urn } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { castBallot } from '../api/voting.ts'
import type { Vote } from '../rules/count/votes.ts'
import { type Decision, type Mine, TOUCHES } from './useDecision.ts'
import { Moment } from './words.tsx'

type Props = { decision: Decision; mine: Mine; vote: Vote | null; said: string }

export function Cast({ decision, mine, vote, said }: Props) {
  const cast = useCall(castBallot, { touches: TOUCHES })
  const params = { decision: decision.decision }
  return (
    <div className="stack">
      <ProblemLine cause={cast.error} />
      <p className="acts">
        <Button
          look="act"
          isDisabled={vote === null || cast.isPending}
          onPress={() => vote && cast.mutate({ params, body: { as: mine.member, vote, said } })}
        >
          <Urn size={20} aria-hidden="true" />
          {mine.voted ? <Trans>Change my ballot</Trans> : <Trans>Cast my ballot</Trans>}
        </Button>
      </p>
      <p className="hint" role="status">
        {mine.voted && mine.at && mine.by ? (
          <Trans>
            Cast by <bdi>{mine.by.name}</bdi>, <Moment at={mine.at} />. You may change it until the
            close; the last one counts.
          </Trans>
        ) : (
          <Trans>You may change it until the close; the last one counts.</Trans>
        )}
      </p>
    </div>
  )
}
