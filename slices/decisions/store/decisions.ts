/** Decisions and their texts. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import type { VoidReason } from '../rules/life/life.ts'
import { writeSubject } from './subjects.ts'
import {
  type By,
  type Decision,
  type DecisionId,
  type Option,
  reading,
  type Text,
  topicOf,
  writing,
} from './tables.ts'

/** Decisions joined to the text that stands. */
export const withTitles = (db: Reader) =>
  reading(db)
    .selectFrom('decisions')
    .innerJoin('decision_texts', (join) =>
      join
        .onRef('decision_texts.decision', '=', 'decisions.id')
        .onRef('decision_texts.number', '=', 'decisions.text'),
    )

export async function decisionOf(db: Reader, id: DecisionId): Promise<Decision | null> {
  const found = await reading(db)
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** Holds a decision until the transaction ends: whoever changes it does so alone. */
export async function holdDecision(tx: Transaction, id: DecisionId): Promise<Decision | null> {
  const found = await writing(tx)
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

/** As many as like may hold it so at once; who counts it waits for them. */
export async function joinDecision(tx: Transaction, id: DecisionId): Promise<Decision | null> {
  const found = await writing(tx)
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return found ?? null
}

/** All texts, the newest first. */
export function textsOf(db: Reader, decision: DecisionId): Promise<Text[]> {
  return reading(db)
    .selectFrom('decision_texts')
    .selectAll()
    .where('decision', '=', decision)
    .orderBy('number', 'desc')
    .execute()
}

/** The text that stands. */
export function textOf(db: Reader, { id, text }: Pick<Decision, 'id' | 'text'>): Promise<Text> {
  return reading(db)
    .selectFrom('decision_texts')
    .selectAll()
    .where('decision', '=', id)
    .where('number', '=', text)
    .executeTakeFirstOrThrow()
}

export type NewText = {
  title: string
  question: string
  options: Option[]
  seats: number
  why: string
}

export async function writeText(
  tx: Transaction,
  where: { decision: DecisionId; number: number },
  { options, ...text }: NewText,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .insertInto('decision_texts')
    .values({ ...where, ...text, options: JSON.stringify(options), by: by ?? '', at: now })
    .execute()
}

type NewDraft = {
  circle: CircleId
  kind: string
  follows: DecisionId | null
  thread?: ThreadId | null
  text: NewText
  subject?: { about: string; ref: string; from: string | null; person: PersonId | null } | null
}

/** A draft; `follows` is the decision that it asks again, `thread` what it was made of. */
export async function makeDraft(
  tx: Transaction,
  given: NewDraft,
  { by, now }: { by: PersonId; now: Instant },
): Promise<DecisionId> {
  const { circle, kind, follows, thread = null, text, subject = null } = given
  const id = newId('dcn', Date.parse(now))
  await writing(tx)
    .insertInto('decisions')
    .values({
      id,
      circle,
      kind,
      follows,
      thread,
      state: 'draft',
      made_by: by,
      made_at: now,
      text: 1,
    })
    .execute()
  await writeText(tx, { decision: id, number: 1 }, text, { by, now })
  if (subject) {
    const { from: from_day, ...of } = subject
    await writeSubject(tx, { ...of, decision: id, circle, from_day })
  }
  const data = { circle, decision: id, decides: kind, follows }
  await note(tx, topicOf(id), [{ kind: 'decision.drafted', data }], { now, actor: by })
  return id
}

/** A new text in the place of the one that stood. */
export async function changeText(
  tx: Transaction,
  { id, text }: Decision,
  changed: NewText,
  { by, now }: By,
): Promise<number> {
  const number = text + 1
  await writeText(tx, { decision: id, number }, changed, { by, now })
  await writing(tx).updateTable('decisions').set({ text: number }).where('id', '=', id).execute()
  const data = { decision: id, text: number }
  await note(tx, topicOf(id), [{ kind: 'decision.amended', data }], { now, actor: by })
  return number
}

export async function putToTalk(
  tx: Transaction,
  { id, circle }: Decision,
  { opensAt, openDays, urgent }: { opensAt: Instant; openDays: number; urgent: boolean },
  { by, now }: By,
): Promise<void> {
  const set = {
    state: 'talk',
    proposed_at: now,
    opens_at: opensAt,
    open_days: openDays,
    urgent,
  } as const
  await writing(tx).updateTable('decisions').set(set).where('id', '=', id).execute()
  const data = { circle, decision: id, opens: opensAt, days: openDays, urgent }
  await note(tx, topicOf(id), [{ kind: 'decision.proposed', data }], { now, actor: by })
}

type End = { state: 'withdrawn'; words: string } | { state: 'void'; why: VoidReason; words: string }

/** Withdrawn, or called void. */
export async function endDecision(
  tx: Transaction,
  { id, circle }: Decision,
  end: End,
  { by, now }: By,
): Promise<void> {
  const why = end.state === 'void' ? end.why : null
  const set = {
    state: end.state,
    ended_at: now,
    ended_by: by,
    ended_why: why,
    ended_words: end.words,
  }
  await writing(tx).updateTable('decisions').set(set).where('id', '=', id).execute()
  const kind = end.state === 'void' ? 'decision.voided' : 'decision.withdrawn'
  await note(tx, topicOf(id), [{ kind, data: { circle, decision: id, why } }], { now, actor: by })
}

/** The outcome in words, and when it is asked again. */
export async function wordOutcome(
  tx: Transaction,
  held: Decision,
  { words, reviewOn }: { words: string; reviewOn: string | null },
  { by, now }: By,
): Promise<void> {
  const { id, circle } = held
  const again = reviewOn === held.review_on ? held.reviewed_at : null
  const set = {
    outcome: words,
    outcome_by: by,
    outcome_at: now,
    review_on: reviewOn,
    reviewed_at: again,
  }
  await writing(tx).updateTable('decisions').set(set).where('id', '=', id).execute()
  const data = { circle, decision: id, reviewOn }
  await note(tx, topicOf(id), [{ kind: 'decision.worded', data }], { now, actor: by })
}

/** Those that go on by themselves: in talk or open. */
export function goingOn(db: Reader, state: 'talk' | 'open'): Promise<Decision[]> {
  return reading(db)
    .selectFrom('decisions')
    .selectAll()
    .where('state', '=', state)
    .orderBy('id')
    .execute()
}

/** Counted ones that are to be asked again by a day, and nobody was asked yet. */
export function toReview(db: Reader, today: string): Promise<Decision[]> {
  return reading(db)
    .selectFrom('decisions')
    .selectAll()
    .where('state', '=', 'counted')
    .where('reviewed_at', 'is', null)
    .where('review_on', '<=', today)
    .execute()
}

/** Those who have not voted are reminded once. */
export async function markReminded(tx: Transaction, id: DecisionId, now: Instant): Promise<void> {
  await writing(tx)
    .updateTable('decisions')
    .set({ reminded_at: now })
    .where('id', '=', id)
    .execute()
}

/** Its day has come on which it is asked again. */
export async function markReviewed(
  tx: Transaction,
  { id, circle, review_on: on }: Decision,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('decisions')
    .set({ reviewed_at: now })
    .where('id', '=', id)
    .execute()
  const data = { circle, decision: id, on }
  await note(tx, topicOf(id), [{ kind: 'decision.review-due', data }], { now, actor: null })
}

/** The decision that asks this one again; null when there is none. */
export async function followerOf(db: Reader, id: DecisionId): Promise<Decision | null> {
  const found = await reading(db)
    .selectFrom('decisions')
    .selectAll()
    .where('follows', '=', id)
    .where('state', 'not in', ['draft', 'withdrawn'])
    .orderBy('id')
    .executeTakeFirst()
  return found ?? null
}
