/** Who may, in words, as far as decisions know. */
import type { Reader } from '#kernel/database.ts'
import type { Policy } from '#kernel/slice.ts'
import { type CircleId, isFacilitator, isInside, isSteward } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { DecisionId } from '../api/shapes.ts'
import { entriesOf, speaksFor } from '../store/ballots.ts'
import { decisionOf } from '../store/decisions.ts'
import type { Decision } from '../store/tables.ts'

async function decisionIn(db: Reader, params: Record<string, string>): Promise<Decision | null> {
  const id = DecisionId.safeParse(params['decision'])
  return id.success ? decisionOf(db, id.data) : null
}

/** Whether somebody may see a decision: a draft is seen by whoever made it and the stewards. */
export async function seesDecision(
  db: Reader,
  person: PersonId,
  decision: Decision,
  now: string,
): Promise<boolean> {
  const { circle, state, made_by, id } = decision
  if (person === made_by || (await isSteward(db, person, circle))) return true
  if (state === 'draft') return false
  if (await isInside(db, person, circle)) return true
  const members = await speaksFor(db, { circle, person, now })
  return (await entriesOf(db, id, members)).length > 0
}

/** Whether somebody records votes that were given by phone. */
export async function mayRecord(
  db: Reader,
  person: PersonId | null,
  circle: CircleId,
): Promise<boolean> {
  return (await isSteward(db, person, circle)) || isFacilitator(db, person, circle)
}

type Asked = (db: Reader, person: PersonId, decision: Decision, now: string) => Promise<boolean>

/** Whoever may not see a decision is told that there is none. */
function policy(sentence: string, allows: Asked): Policy {
  return {
    sentence,
    async allows(db, { person }, params, now) {
      if (person === null) return false
      const decision = await decisionIn(db, params)
      if (!decision || !(await seesDecision(db, person, decision, now)))
        return { refused: 'not-found' }
      return allows(db, person, decision, now)
    },
  }
}

export const policies: Record<string, Policy> = {
  'sees-decision': policy(
    'Members of its circle, delegates there, its stewards, and whoever is on its roll; a draft is seen by whoever made it and the stewards.',
    async () => true,
  ),
  'anybody-with-a-paper': {
    sentence:
      'Anybody with a paper that the hall signed for this decision; who they are is not asked.',
    // The paper itself is looked at where the ballot is cast.
    allows: async () => true,
  },
  'made-decision': policy(
    'Whoever proposed it, and the stewards of its circle.',
    async (db, person, { made_by, circle }) => person === made_by || isSteward(db, person, circle),
  ),
  'records-votes': policy(
    'The stewards and facilitators of its circle.',
    async (db, person, { circle }) => mayRecord(db, person, circle),
  ),
  'steward-of-decision': policy('The stewards of its circle.', async (db, person, { circle }) =>
    isSteward(db, person, circle),
  ),
}
