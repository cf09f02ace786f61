/** What people answered. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Answer, type GatheringId, reading, topicOf, writing } from './tables.ts'

/** Keeps an answer; the last one counts. `who` is a person, or an invitation of somebody unknown. */
export async function saveAnswer(
  tx: Transaction,
  gathering: GatheringId,
  { who, answer }: { who: string; answer: Answer },
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('call_answers')
    .values({ gathering, who, answer, at: now })
    .onConflict((oc) => oc.columns(['gathering', 'who']).doUpdateSet({ answer, at: now }))
    .execute()
  const actor = who.startsWith('per_') ? who : null
  const facts = [{ kind: 'gathering.answered', data: { who, answer } }]
  await note(tx, topicOf(gathering), facts, { now, actor })
}

/** What somebody answered, and when. */
export async function answerOf(db: Reader, gathering: GatheringId, who: string) {
  return reading(db)
    .selectFrom('call_answers')
    .select(['answer', 'at'])
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .executeTakeFirst()
}

/** All answers by who gave them. */
export async function answersOf(db: Reader, gathering: GatheringId): Promise<Map<string, Answer>> {
  const rows = await reading(db)
    .selectFrom('call_answers')
    .select(['who', 'answer'])
    .where('gathering', '=', gathering)
    .execute()
  return new Map(rows.map(({ who, answer }) => [who, answer]))
}

/** What one person answered to many gatherings. */
export async function answersBy(
  db: Reader,
  person: PersonId | null,
  gatherings: readonly GatheringId[],
): Promise<Map<GatheringId, Answer>> {
  if (person === null || gatherings.length === 0) return new Map()
  const rows = await reading(db)
    .selectFrom('call_answers')
    .select(['gathering', 'answer'])
    .where('who', '=', person)
    .where('gathering', 'in', gatherings)
    .execute()
  return new Map(rows.map(({ gathering, answer }) => [gathering, answer]))
}
