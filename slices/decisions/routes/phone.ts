/**
 * Recording a vote that somebody gave by phone. Whoever records it is named beside the ballot for ever;
 * the voter is told at once and may change it.
 */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Vote } from '../rules/count/votes.ts'
import { entriesOf, speaksFor } from '../store/ballots.ts'
import { personsBehind } from '../store/letters.ts'
import { type DecisionId, topicOf } from '../store/tables.ts'
import { writeLetters } from '../timers/letters.ts'
import { putBallot, takesBallots } from './casting.ts'

type Heard = { decision: DecisionId; member: string; vote: Vote; said: string; heard: string }

export async function recordVote(
  hall: Hall,
  tx: Transaction,
  { decision: id, member, vote, said, heard }: Heard,
  { by, now }: { by: PersonId; now: string },
): Promise<{ changes: number; at: string }> {
  const decision = await takesBallots(tx, id, now)
  if (decision.ruling.kind.secrecy === 'secret') throw new Refused('not-by-phone-when-secret')
  const { circle } = decision
  if ((await speaksFor(tx, { circle, person: by, now })).includes(member))
    throw new Refused('your-own-vote')
  const [entry] = await entriesOf(tx, id, [member])
  if (!entry?.votes) throw new Refused('not-on-the-roll-they')
  const given = { vote, said, way: 'phone' as const }
  const put = await putBallot(tx, decision, member, given, { by, now })
  if (put.at !== now) return put
  const data = { decision: id, member, heard }
  await note(tx, topicOf(id), [{ kind: 'decision.recorded', data }], { now, actor: by })
  const to = await personsBehind(tx, circle, [member], now)
  await writeLetters(hall, tx, { decision: id, about: 'phone', which: `${put.changes}`, to })
  return put
}
