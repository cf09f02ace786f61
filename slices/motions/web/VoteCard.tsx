/** A vote that is open: hands with names, a roll call, or ballots; closing it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useActs, useFacilitates } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { countVote } from '../api.ts'
import { Calls } from './Calls.tsx'
import { Hands } from './Hands.tsx'
import { InBallot } from './InBallot.tsx'
import type { Motion, Vote } from './useMotions.ts'
import { Tally } from './Tally.tsx'
import { WAY } from './words.tsx'

export type VoteProps = { vote: Vote; motion: Motion }

export function VoteCard({ vote, motion }: VoteProps) {
  const { t, i18n } = useLingui()
  const facilitates = useFacilitates()
  const { act, problem, busy } = useActs()
  const { voted, present, way, mine } = vote
  return (
    <section className="motion-vote" aria-label={t`The vote`}>
      <p className="motion-step" role="status">
        <b>{i18n._(WAY[way])}.</b>{' '}
        <span className="num">
          <Trans>
            {voted} of {present} who are there have voted.
          </Trans>
        </span>
      </p>
      {mine.length === 0 && (
        <p className="hint">
          <Trans>You are not on the roll of this vote.</Trans>
        </p>
      )}
      {way === 'calls' && <Calls vote={vote} motion={motion} />}
      {way === 'ballot' ? (
        <InBallot vote={vote} motion={motion} />
      ) : (
        mine.map((one) => <Hands key={one.member} vote={vote} motion={motion} mine={one} />)
      )}
      {way !== 'ballot' && <Tally vote={vote} />}
      <ProblemLine cause={problem} />
      {facilitates && (
        <p className="acts">
          <Button
            look={voted >= present ? 'act' : 'plain'}
            isDisabled={busy}
            onPress={() => void act(countVote, { params: { motion: motion.motion } })}
          >
            <Trans>Close and count</Trans>
          </Button>
        </p>
      )}
    </section>
  )
}
