/** Casting one ballot, by whatever way it comes: the same checks, the same law. */
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import type { PersonId } from '#slices/people/index.ts'
import { checkVote, type Vote } from '../rules/count/votes.ts'
import { refuseLate } from '../rules/life/life.ts'
import { votesAs } from '../rules/life/roll.ts'
import type { Way } from '../rules/voices/ways.ts'
import { castBallot } from '../store/ballots.ts'
import { joinDecision, textOf } from '../store/decisions.ts'
import { refuseUnmandated } from '../store/mandates.ts'
import type { Decision, DecisionId } from '../store/tables.ts'
import { voicesIn } from '../store/voices.ts'

/** The decision, held with others who vote, as long as it takes ballots. */
export async function takesBallots(
  tx: Transaction,
  id: DecisionId,
  now: string,
): Promise<Decision & { ruling: NonNullable<Decision['ruling']> }> {
  const decision = await joinDecision(tx, id)
  if (!decision) throw new Refused('not-found')
  const { state, closes_at: closesAt, ruling } = decision
  if (decision.gathering !== null && state === 'open') throw new Refused('voted-in-the-room')
  allow(refuseLate({ state, closesAt }, now))
  if (!ruling) throw new Refused('not-open-yet')
  // No way but by paper: no link, no phone, no proxy.
  if (ruling.kind.secrecy === 'secret') throw new Refused('paper-needed')
  return { ...decision, ruling }
}

type Given = { vote: Vote; said: string; way: Way }

/** Puts a ballot into the urn for an entry, if it is one that the method knows. */
export async function putBallot(
  tx: Transaction,
  decision: Awaited<ReturnType<typeof takesBallots>>,
  member: string,
  { vote, said, way }: Given,
  who: { by: PersonId; now: string },
): Promise<{ changes: number; at: string }> {
  const { options } = await textOf(tx, decision)
  allow(checkVote(vote, decision.ruling.kind.method, { options: options.length, said }))
  allow(await refuseUnmandated(tx, decision, { member, vote }, who.now))
  const put = await castBallot(tx, { decision: decision.id, member, vote, said, way }, who)
  if (isRefusal(put)) throw new Refused(put.refused, put.details)
  return { changes: put.changes, at: put.at }
}

/** Somebody casts for the entry they name, or for the one for which they may speak. */
export async function castAs(
  tx: Transaction,
  id: DecisionId,
  { as, ...given }: Given & { as: string | null },
  { by, now }: { by: PersonId; now: string },
): Promise<{ changes: number; at: string; member: string }> {
  const decision = await takesBallots(tx, id, now)
  const mine = votesAs(await voicesIn(tx, decision, { person: by, now }), as)
  if (isRefusal(mine)) throw new Refused(mine.refused)
  const way = mine.through === 'proxy' ? 'proxy' : given.way
  const put = await putBallot(tx, decision, mine.member, { ...given, way }, { by, now })
  return { ...put, member: mine.member }
}
