/** The button that puts a paper into the urn, and whether it is in. */
import { Trans } from '@lingui/react/macro'
import { Vote as Urn } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { type Vote, writeVote } from '../../rules/count/votes.ts'
import type { Paper } from './usePaper.ts'

export function CastPaper({ paper, vote }: { paper: Paper; vote: Vote | null }) {
  const before = paper.paper?.vote ?? null
  const same = before !== null && vote !== null && writeVote(before) === writeVote(vote)
  return (
    <div className="stack">
      <ProblemLine cause={paper.problem} />
      <p className="acts">
        <Button
          look="act"
          isDisabled={vote === null || paper.busy || same}
          onPress={() => vote && void paper.cast(vote)}
        >
          <Urn size={20} aria-hidden="true" />
          {before === null ? (
            <Trans>Put it into the urn</Trans>
          ) : (
            <Trans>Put this in its place</Trans>
          )}
        </Button>
      </p>
      <p className="hint" role="status">
        {before === null ? (
          <Trans>
            Not in the urn yet. You may change it until the close with the same paper; the last one
            counts.
          </Trans>
        ) : same ? (
          <Trans>
            It is in the urn, as it stands here. You may put another in its place until the close;
            the last one counts.
          </Trans>
        ) : (
          <Trans>In the urn is what you cast before; what stands here is not in it yet.</Trans>
        )}
      </p>
    </div>
  )
}
