/** A claim is acknowledged: what it says becomes evidence. */
import type { Transaction } from '#kernel/database.ts'
import type { Day } from '../rules/days.ts'
import { answerClaim, type Claim } from './claims.ts'
import { addEvidence } from './evidence.ts'
import type { By } from './tables.ts'

/** `known`: today. The claim is held by the caller, and was not answered. */
export async function acknowledge(
  tx: Transaction,
  claim: Claim,
  { why, known }: { why: string; known: Day },
  by: By,
): Promise<void> {
  const { circle, member, unit, amount, happened, duty, said, id } = claim
  const gift = { member, unit, amount, happened, duty, corrects: null, note: said, key: id }
  const [added] = await addEvidence(tx, { circle, source: 'claim', known }, [gift], by)
  const answering = { answer: 'acknowledged' as const, why, evidence: added?.id ?? null }
  await answerClaim(tx, claim, answering, by)
}
