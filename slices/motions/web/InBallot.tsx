/** Ballots in the room: those of decisions, cast where the room counts them. */
import { useMemo } from 'react'
import { Ballot } from '#slices/decisions/web/Ballot.tsx'
import { type CastBody, Casting } from '#slices/decisions/web/casting.ts'
import { useDecision } from '#slices/decisions/web/useDecision.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { call } from '#web/kit/call.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { voteOnMotion } from '../api.ts'
import type { VoteProps } from './VoteCard.tsx'

export function InBallot({ vote, motion }: VoteProps) {
  const { gathering } = useInRoom()
  const { data, error } = useDecision(vote.decision)
  const params = useMemo(() => ({ gathering, motion: motion.motion }), [gathering, motion.motion])
  const casting = useMemo(() => (body: CastBody) => call(voteOnMotion, { params, body }), [params])
  if (vote.mine.length === 0) return null
  return (
    <Casting.Provider value={casting}>
      <ProblemLine cause={error} />
      {data && <Ballot decision={data} />}
    </Casting.Provider>
  )
}
