/** Whoever proposed it decides by advice: the rules are fixed, what was done with advice said, and counted. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Taken } from '../rules/advice/advice.ts'
import { hashOfRoll } from '../rules/count/publication.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { countHeld } from './counting.ts'
import { holdDecision } from './decisions.ts'
import type { Kinds } from './kinds.ts'
import { type Decision, type DecisionId, writing } from './tables.ts'

export type Deciding = {
  does: boolean
  words: string
  taken: readonly { person: PersonId; how: Taken; why: string }[]
}

async function sayTaken(
  tx: Transaction,
  decision: DecisionId,
  taken: Deciding['taken'],
): Promise<void> {
  for (const { person, how, why } of taken)
    await writing(tx)
      .updateTable('decision_advice')
      .set({ taken: how, why })
      .where('decision', '=', decision)
      .where('person', '=', person)
      .execute()
}

/** Decides a proposal that the transaction holds. It was open to advice from when it was proposed. */
export async function decideHeld(
  tx: Transaction,
  { id, proposed_at, made_at }: Decision,
  { does, words, taken }: Deciding,
  under: { constitution: Kinds['constitution']; kind: Kind; zone: string },
  { by, now }: { by: PersonId; now: Instant },
): Promise<void> {
  await sayTaken(tx, id, taken)
  const opened = proposed_at ?? made_at
  // What closes does so after it opened, if only by a millisecond.
  const closes = Math.max(Date.parse(now), Date.parse(opened) + 1)
  await writing(tx)
    .updateTable('decisions')
    .set({
      ruling: JSON.stringify({ kind: under.kind, classes: [] }),
      ruled_by: under.constitution.circle,
      ruled_version: under.constitution.number,
      roll_sha256: hashOfRoll([]),
      opened_at: opened,
      closes_at: new Date(closes).toISOString(),
      does,
      outcome: words,
      outcome_by: by,
      outcome_at: now,
    })
    .where('id', '=', id)
    .execute()
  const held = await holdDecision(tx, id)
  if (held) await countHeld(tx, held, { zone: under.zone, now })
}
