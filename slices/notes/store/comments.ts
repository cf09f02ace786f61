/** Comments on notes in the database; each change with its entry, which never holds their words. */
import { sql, type Selectable, type Updateable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note as enter } from '#kernel/record.ts'
import { TALKS_AT_ONCE } from '../rules/comments.ts'
import type { Anchor } from '../rules/passages.ts'
import { type CommentId, type NoteId, reading, type Tables, topicOf, writing } from './tables.ts'

export type Comment = Selectable<Tables['note_comments']>
type By = { who: string | null; now: Instant }

/** What happened to a comment, for whoever looks at the note: not what is in it. */
export type CommentFact =
  | 'made'
  | 'answered'
  | 'changed'
  | 'taken-back'
  | 'resolved'
  | 'reopened'
  | 'hidden'
  | 'shown'
  | 'accepted'
  | 'refused'

async function tell(
  tx: Transaction,
  { note, id, answers }: Pick<Comment, 'note' | 'id' | 'answers'>,
  fact: CommentFact,
  { who, now }: By,
): Promise<void> {
  const data = { comment: id, ...(answers && { answers }) }
  await enter(tx, topicOf(note), [{ kind: `comment.${fact}`, data }], { now, actor: who })
}

const EMPTY = {
  answers: null,
  changed_at: null,
  taken_at: null,
  hidden_at: null,
  hidden_by: null,
  hidden_why: null,
  quote: null,
  anchor_from: null,
  anchor_to: null,
  resolved_at: null,
  resolved_by: null,
  proposed: null,
  outcome: null,
  outcome_why: null,
} as const

export type Saying = { note: NoteId; who: string; text: string; now: Instant }
export type About = { quote: string; anchor: Anchor; proposed: string | null }

/** Somebody says something about a passage. */
export async function beginTalk(
  tx: Transaction,
  { note, who, text, now }: Saying,
  { quote, anchor, proposed }: About,
): Promise<CommentId> {
  const id = newId('cmt', Date.parse(now))
  const [from, to] = [Buffer.from(anchor.from), Buffer.from(anchor.to)]
  const about = { quote, anchor_from: from, anchor_to: to, proposed }
  await writing(tx)
    .insertInto('note_comments')
    .values({ ...EMPTY, id, note, who, text, made_at: now, ...about })
    .execute()
  await tell(tx, { note, id, answers: null }, 'made', { who, now })
  return id
}

/** Somebody answers. */
export async function addAnswer(
  tx: Transaction,
  { note, who, text, now }: Saying,
  talk: CommentId,
): Promise<CommentId> {
  const id = newId('cmt', Date.parse(now))
  await writing(tx)
    .insertInto('note_comments')
    .values({ ...EMPTY, id, note, answers: talk, who, text, made_at: now })
    .execute()
  await tell(tx, { note, id, answers: talk }, 'answered', { who, now })
  return id
}

/** A comment of this note, held until the transaction ends. */
export function holdComment(
  tx: Transaction,
  note: NoteId,
  id: CommentId,
): Promise<Comment | undefined> {
  return writing(tx)
    .selectFrom('note_comments')
    .selectAll()
    .where('note', '=', note)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Changes a comment. */
export async function setComment(
  tx: Transaction,
  comment: Comment,
  set: Updateable<Tables['note_comments']>,
  fact: CommentFact,
  by: By,
): Promise<void> {
  await writing(tx).updateTable('note_comments').set(set).where('id', '=', comment.id).execute()
  await tell(tx, comment, fact, by)
}

/** How many there are: all, and answers in one talk. */
export async function countComments(
  db: Reader,
  note: NoteId,
  talk: CommentId | null,
): Promise<{ all: number; answers: number }> {
  const { all, answers } = await reading(db)
    .selectFrom('note_comments')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where answers = ${talk})::int`.as('answers'),
    ])
    .where('note', '=', note)
    .executeTakeFirstOrThrow()
  return { all, answers }
}

/** What is still to be seen: not taken back, or answered by something that was not. */
const isSeen = sql<boolean>`(note_comments.taken_at is null or exists (
  select 1 from note_comments a where a.answers = note_comments.id and a.taken_at is null))`

/** How many talks are open and how many resolved. */
export async function countTalks(
  db: Reader,
  note: NoteId,
): Promise<{ open: number; resolved: number }> {
  return reading(db)
    .selectFrom('note_comments')
    .select([
      sql<number>`count(*) filter (where resolved_at is null)::int`.as('open'),
      sql<number>`count(*) filter (where resolved_at is not null)::int`.as('resolved'),
    ])
    .where('note', '=', note)
    .where('answers', 'is', null)
    .where(isSeen)
    .executeTakeFirstOrThrow()
}

export type Page = { state: 'open' | 'resolved'; after?: CommentId | undefined }

/** The comments that begin talks, the oldest first, one more than a page. */
export function talksOf(db: Reader, note: NoteId, { state, after }: Page): Promise<Comment[]> {
  const rows = reading(db)
    .selectFrom('note_comments')
    .selectAll()
    .where('note', '=', note)
    .where('answers', 'is', null)
    .where('resolved_at', state === 'open' ? 'is' : 'is not', null)
    .where(isSeen)
    .orderBy('seq')
    .limit(TALKS_AT_ONCE + 1)
  if (after === undefined) return rows.execute()
  const last = reading(db).selectFrom('note_comments').select('seq').where('id', '=', after)
  return rows.where('seq', '>', last).execute()
}

/** The answers in these talks that were not taken back. */
export async function answersTo(db: Reader, talks: readonly CommentId[]): Promise<Comment[]> {
  if (talks.length === 0) return []
  return reading(db)
    .selectFrom('note_comments')
    .selectAll()
    .where('answers', 'in', [...talks])
    .where('taken_at', 'is', null)
    .orderBy('seq')
    .execute()
}

/** What a guest said is the person's that they became. */
export async function keepComments(tx: Transaction, guest: string, person: string): Promise<void> {
  await writing(tx)
    .updateTable('note_comments')
    .set({ who: person })
    .where('who', '=', guest)
    .execute()
}

/** Who is erased leaves the fact that they commented, without their words. */
export async function eraseComments(
  tx: Transaction,
  whos: readonly string[],
  now: Instant,
): Promise<void> {
  await sql`update note_comments set text = '', changed_at = null,
      proposed = case when proposed is null then null else '' end,
      taken_at = coalesce(taken_at, ${now}) where who = any(${[...whos]})`.execute(tx)
}
