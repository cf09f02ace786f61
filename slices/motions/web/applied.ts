/** Votes as they come, put into what was read, so that a hall of hands is not read anew for each. */
import type { Entry } from '#kernel/record.ts'
import type { Motions } from './useMotions.ts'

type Heard = { member?: unknown; answer?: unknown; again?: unknown }

/** What was read with a vote in it; null where it has to be read anew. */
export function withVote(motions: Motions, { kind, data }: Entry): Motions | null {
  const { vote } = motions
  if (kind !== 'motion.voted' || !vote) return null
  const { member, answer, again }: Heard = data
  const voted = again === true ? vote.voted : vote.voted + 1
  if (vote.way === 'ballot') return { ...motions, vote: { ...vote, voted } }
  const known = vote.voters.some((one) => one.member === member)
  if (!known || vote.mine.some((one) => one.member === member)) return null
  const voters = vote.voters.map((one) =>
    one.member === member
      ? { ...one, voted: true, answer: typeof answer === 'string' ? answer : null }
      : one,
  )
  return { ...motions, vote: { ...vote, voted, voters } }
}
