/** What people answered: kept, taken back, counted, read a page at a time. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Stance, STANCES } from '../rules/poll.ts'
import type { Mark, Sums } from '../rules/slots.ts'
import {
  type AnswerRow,
  type Poll,
  type PollId,
  reading,
  type SlotId,
  topicOf,
  writing,
} from './tables.ts'

export const PAGE = 50

export type Given = {
  stance: Stance | null
  text: string
  marks: readonly { slot: SlotId; mark: Mark }[]
}

/** What is told of an answer: of a poll that hides names, not even who (law 4 of rules/poll.ts). */
function tell(
  tx: Transaction,
  { id, hidden }: Poll,
  kind: string,
  { person, now }: { person: PersonId; now: Instant },
) {
  return note(tx, topicOf(id), [{ kind, data: {} }], { now, actor: hidden ? null : person })
}

/** Keeps an answer in the place of the one before. */
export async function saveAnswer(
  tx: Transaction,
  poll: Poll,
  { stance, text, marks }: Given,
  { person, now }: { person: PersonId; now: Instant },
): Promise<void> {
  const own = writing(tx)
  await own
    .insertInto('poll_replies')
    .values({ poll: poll.id, person, stance, text, at: now })
    .onConflict((oc) =>
      oc.columns(['poll', 'person']).doUpdateSet({ stance, text, changed_at: now }),
    )
    .execute()
  await own
    .deleteFrom('poll_marks')
    .where('poll', '=', poll.id)
    .where('person', '=', person)
    .execute()
  if (marks.length > 0)
    await own
      .insertInto('poll_marks')
      .values(marks.map((one) => ({ ...one, poll: poll.id, person })))
      .execute()
  await tell(tx, poll, 'poll.answered', { person, now })
}

/** Takes an answer back; nothing is noted where there was none. */
export async function takeBack(
  tx: Transaction,
  poll: Poll,
  by: { person: PersonId; now: Instant },
): Promise<void> {
  const mine = { poll: poll.id, person: by.person }
  await writing(tx)
    .deleteFrom('poll_marks')
    .where('poll', '=', mine.poll)
    .where('person', '=', mine.person)
    .execute()
  const gone = await writing(tx)
    .deleteFrom('poll_replies')
    .where('poll', '=', mine.poll)
    .where('person', '=', mine.person)
    .executeTakeFirst()
  if (gone.numDeletedRows > 0n) await tell(tx, poll, 'poll.answer-gone', by)
}

/** How many answered. */
export async function countAnswers(db: Reader, poll: PollId): Promise<number> {
  return (await countsOf(db, [poll])).get(poll) ?? 0
}

/** How many answered each of many. */
export async function countsOf(db: Reader, polls: readonly PollId[]): Promise<Map<PollId, number>> {
  if (polls.length === 0) return new Map()
  const rows = await reading(db)
    .selectFrom('poll_replies')
    .select(['poll', (eb) => eb.fn.countAll<number>().as('count')])
    .where('poll', 'in', [...polls])
    .groupBy('poll')
    .execute()
  return new Map(rows.map(({ poll, count }) => [poll, Number(count)]))
}

/** Which of many somebody has answered. */
export async function answeredBy(
  db: Reader,
  person: PersonId,
  polls: readonly PollId[],
): Promise<Set<PollId>> {
  if (polls.length === 0) return new Set()
  const rows = await reading(db)
    .selectFrom('poll_replies')
    .select('poll')
    .where('person', '=', person)
    .where('poll', 'in', [...polls])
    .execute()
  return new Set(rows.map(({ poll }) => poll))
}

/** What somebody answered. */
export function answerOf(
  db: Reader,
  poll: PollId,
  person: PersonId,
): Promise<AnswerRow | undefined> {
  return reading(db)
    .selectFrom('poll_replies')
    .selectAll()
    .where('poll', '=', poll)
    .where('person', '=', person)
    .executeTakeFirst()
}

/** A page of answers, in an order in which nobody moves; `after`: whose was the last of the page before. */
export function answersIn(
  db: Reader,
  poll: PollId,
  { after = null, limit = PAGE + 1 }: { after?: PersonId | null; limit?: number } = {},
): Promise<AnswerRow[]> {
  const query = reading(db)
    .selectFrom('poll_replies')
    .selectAll()
    .where('poll', '=', poll)
    .orderBy('person')
    .limit(limit)
  return (after ? query.where('person', '>', after) : query).execute()
}

/** The words of a poll that hides names, in an order that says nothing of whose they are. */
export function wordsIn(
  db: Reader,
  poll: PollId,
  from: number,
  limit = PAGE + 1,
): Promise<AnswerRow[]> {
  return reading(db)
    .selectFrom('poll_replies')
    .selectAll()
    .where('poll', '=', poll)
    .where('text', '<>', '')
    .orderBy('text')
    .orderBy('person')
    .offset(from)
    .limit(limit)
    .execute()
}

export type Marks = Map<PersonId, Map<SlotId, Mark>>

/** What these marked, each time by itself; nobody named: everybody. */
export async function marksIn(
  db: Reader,
  poll: PollId,
  persons: readonly PersonId[] | null = null,
): Promise<Marks> {
  if (persons?.length === 0) return new Map()
  const query = reading(db)
    .selectFrom('poll_marks')
    .selectAll()
    .where('poll', '=', poll)
    .orderBy('slot')
  const rows = await (persons ? query.where('person', 'in', [...persons]) : query).execute()
  const marks: Marks = new Map()
  for (const { person, slot, mark } of rows) {
    const own = marks.get(person) ?? new Map<SlotId, Mark>()
    marks.set(person, own.set(slot, mark))
  }
  return marks
}

/** What was marked of each time, counted. */
export async function sumsOf(db: Reader, poll: PollId): Promise<Map<SlotId, Sums>> {
  const rows = await reading(db)
    .selectFrom('poll_marks')
    .select(['slot', 'mark', (eb) => eb.fn.countAll<number>().as('count')])
    .where('poll', '=', poll)
    .groupBy(['slot', 'mark'])
    .execute()
  const sums = new Map<SlotId, Sums>()
  for (const { slot, mark, count } of rows) {
    const own = sums.get(slot) ?? { yes: 0, need: 0, no: 0 }
    sums.set(slot, { ...own, [mark]: Number(count) })
  }
  return sums
}

/** How many said what of a statement. */
export async function stancesOf(db: Reader, poll: PollId): Promise<Record<Stance, number>> {
  const rows = await reading(db)
    .selectFrom('poll_replies')
    .select(['stance', (eb) => eb.fn.countAll<number>().as('count')])
    .where('poll', '=', poll)
    .groupBy('stance')
    .execute()
  const told = { good: 0, unsure: 0, concern: 0 }
  for (const stance of STANCES)
    told[stance] = Number(rows.find((row) => row.stance === stance)?.count ?? 0)
  return told
}
