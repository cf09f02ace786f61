/** The button that casts a ballot, and what was cast so far. */
import { Trans } from '@lingui/react/macro'
import { Vote as Urn } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import type { Vote } from '../rules/count/votes.ts'
import { useCasting } from './casting.ts'
import { CastPaper } from './secret/CastPaper.tsx'
import type { Paper } from './secret/usePaper.ts'
import type { Decision, Mine } from './useDecision.ts'
import { Moment } from './words.tsx'

type Props = {
  decision: Decision
  mine: Mine
  /** Of a secret decision. */
  paper?: Paper | undefined
  vote: Vote | null
  said: string
}

export function Cast({ paper, ...given }: Props) {
  return paper ? <CastPaper paper={paper} vote={given.vote} /> : <CastNamed {...given} />
}

function CastNamed({ decision, mine, vote, said }: Omit<Props, 'paper'>) {
  const cast = useCasting(decision.decision)
  return (
    <div className="stack">
      <ProblemLine cause={cast.error} />
      <p className="acts">
        <Button
          look="act"
          isDisabled={vote === null || cast.isPending}
          onPress={() => vote && cast.mutate({ as: mine.member, vote, said })}
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
