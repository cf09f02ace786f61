/** What decisions are about, as the slices that own it say it: applications, roles, rules, cases. */
import type { Selectable } from 'kysely'
import type { Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { port } from '#kernel/port.ts'
import type { Words } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Did, Lack } from '../rules/life/subject.ts'
import type { Outcome } from '../rules/count/published.ts'
import { type DecisionId, reading, type Tables, writing } from './tables.ts'

export type SubjectRow = Selectable<Tables['decision_subjects']>

/** One thing in a circle; `from` is the day, `person` whom, where they were said. */
export type Which = {
  circle: CircleId
  ref: string
  from: string | null
  person: PersonId | null
}
export type Asking = Which & { now: Instant; words: Words }

export type Look = {
  /** The circle whose members decide on it. */
  decidedIn: CircleId
  /** In one line, and the page where it lies. */
  title: string
  href: string
  /** Why it can't be decided now. */
  gone: Refusal | null
  passes: string
  fails: string
  /** What stands of it when the decision is called void after it did it. */
  stands: string
  /** Whom it is about: they do not vote. */
  aside: string[]
  /** Whether a question about it names a person. */
  asksPerson: boolean
}

/** How a decision about it may begin. */
export type Suggested = {
  title: string
  question: string
  options: { name: string; person: PersonId }[]
  seats: number
  /** Who could be chosen. */
  people: { name: string; person: PersonId }[]
  /** Whether it takes a day. */
  takesDay: boolean
}

export type Doing = Which & {
  does: 'passes' | 'fails'
  decision: DecisionId
  title: string
  elected: { name: string; person: PersonId | null }[]
  now: Instant
}

/** What a slice says of one sort of thing that can be put to the vote. */
export type Subject = {
  /** Of what kinds of decision are about (`membership`) that may decide it. */
  kinds: readonly string[]
  look(db: Reader, asking: Asking): Promise<Look | null>
  mayPut(db: Reader, person: PersonId, which: Which & { now: Instant }): Promise<boolean>
  suggest(db: Reader, asking: Asking): Promise<Suggested>
  /** It is put before the circle. Refuses what can't be. */
  put?(
    tx: Transaction,
    which: Which & { title: string },
    by: { by: PersonId | null; now: Instant },
  ): Promise<void>
  /** The decision ended without an outcome: it lies as it did before. */
  release?(tx: Transaction, which: Which, by: { by: PersonId | null; now: Instant }): Promise<void>
  /** Does what the outcome says; answers what did not happen. */
  act(tx: Transaction, hall: Hall, doing: Doing): Promise<Lack[]>
  /** Why something did not happen, and who is to act, in a sentence or two. */
  say(lack: Lack, words: Words): string
}

/** Filled in app/slices.ts, under the name of each sort. */
export const subjects = port<Subject>('what a decision can be about')

export async function subjectRow(db: Reader, decision: DecisionId): Promise<SubjectRow | null> {
  const found = await reading(db)
    .selectFrom('decision_subjects')
    .selectAll()
    .where('decision', '=', decision)
    .executeTakeFirst()
  return found ?? null
}

export const whichOf = ({ circle, ref, from_day: from, person }: SubjectRow): Which => ({
  circle,
  ref,
  from,
  person,
})

export async function writeSubject(
  tx: Transaction,
  row: Pick<SubjectRow, 'decision' | 'circle' | 'about' | 'ref' | 'from_day' | 'person'>,
): Promise<void> {
  await writing(tx).insertInto('decision_subjects').values(row).execute()
}

/** Whether another decision about something is talked about or open. */
export async function isGoing(
  db: Reader,
  { circle, about, ref }: { circle: CircleId; about: string; ref: string },
  but: DecisionId | null = null,
): Promise<boolean> {
  const query = reading(db)
    .selectFrom('decision_subjects as s')
    .innerJoin('decisions as d', 'd.id', 's.decision')
    .select('d.id')
    .where('s.circle', '=', circle)
    .where('about', '=', about)
    .where('ref', '=', ref)
    .where('d.state', 'in', ['talk', 'open'])
  const found = await (but ? query.where('d.id', '<>', but) : query).executeTakeFirst()
  return found !== undefined
}

/** Decisions about something, the newest first; drafts left out. */
export async function decisionsAbout(
  db: Reader,
  { circle, about, ref }: { circle: CircleId; about: string; ref: string },
) {
  return reading(db)
    .selectFrom('decision_subjects as s')
    .innerJoin('decisions as d', 'd.id', 's.decision')
    .innerJoin('decision_texts as t', (join) =>
      join.onRef('t.decision', '=', 'd.id').onRef('t.number', '=', 'd.text'),
    )
    .select(['d.id as decision', 't.title', 'd.state', 'd.result'])
    .where('s.circle', '=', circle)
    .where('about', '=', about)
    .where('ref', '=', ref)
    .where('d.state', '<>', 'draft')
    .orderBy('d.id', 'desc')
    .limit(5)
    .execute()
}

/** What a decision is about, as it lies now; null where it is about nothing but its text. */
export async function lookAt(
  db: Reader,
  decision: DecisionId,
  { now, words }: { now: Instant; words: Words },
): Promise<{ row: SubjectRow; subject: Subject; look: Look | null } | null> {
  const row = await subjectRow(db, decision)
  const subject = row && subjects.at(row.about)
  if (!row || !subject) return null
  return { row, subject, look: await subject.look(db, { ...whichOf(row), now, words }) }
}

/** Decided at a gathering, and what it says is not done yet. */
export async function undone(db: Reader): Promise<DecisionId[]> {
  const rows = await reading(db)
    .selectFrom('decision_subjects as s')
    .innerJoin('decisions as d', 'd.id', 's.decision')
    .select('d.id')
    .where('d.state', '=', 'counted')
    .where('d.gathering', 'is not', null)
    .where('s.did', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

export type Done = { result: Outcome; did: Did; lacks: readonly Lack[] }

export async function keepDone(
  tx: Transaction,
  decision: DecisionId,
  { did, lacks }: Omit<Done, 'result'>,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('decision_subjects')
    .set({ did, did_at: now, lacks: JSON.stringify(lacks) })
    .where('decision', '=', decision)
    .execute()
}
