/** The line of time of a thread, a page at a time: comments, and what happened between them. */
import type { Reader } from '#kernel/database.ts'
import { type Comment, reading, type Thread, topicOf } from './tables.ts'

export const PAGE = 40
/** What shows itself in the line beside what is said. */
export const HAPPENED = [
  'thread.renamed',
  'thread.summed',
  'thread.locked',
  'thread.unlocked',
  'thread.split',
  'thread.came-from',
  'thread.merged',
  'thread.proposed',
  'thread.decided',
  'thread.polled',
  'thread.poll-ended',
] as const
export type HappenedKind = (typeof HAPPENED)[number]

export type Happened = {
  number: number
  kind: HappenedKind
  at: string
  actor: string | null
  data: Record<string, unknown>
}
export type Page = {
  comments: Comment[]
  happened: Happened[]
  /** Whether there is something before and behind. */
  earlier: boolean
  later: boolean
}

const rows = (db: Reader, { id }: Pick<Thread, 'id'>) =>
  reading(db)
    .selectFrom('thread_comments')
    .selectAll()
    .where('thread', '=', id)
    .limit(PAGE + 1)

/** From this number on. */
async function from(db: Reader, thread: Thread, number: number) {
  const found = await rows(db, thread).where('number', '>=', number).orderBy('number').execute()
  return { comments: found.slice(0, PAGE), next: found[PAGE]?.number ?? null }
}

/** Those before this number. */
async function before(db: Reader, thread: Thread, number: number) {
  const found = await rows(db, thread)
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .execute()
  return { comments: found.slice(0, PAGE).toReversed(), earlier: found.length > PAGE }
}

async function hasBefore(db: Reader, { id }: Thread, number: number): Promise<boolean> {
  const found = await reading(db)
    .selectFrom('thread_comments')
    .select('number')
    .where('thread', '=', id)
    .where('number', '<', number)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function hasFrom(db: Reader, thread: Thread, number: number): Promise<boolean> {
  return (
    number < END &&
    (await rows(db, thread).where('number', '>=', number).limit(1).execute()).length > 0
  )
}

async function happenedIn(db: Reader, { id }: Thread, low: number, high: number) {
  const found = await db
    .selectFrom('record')
    .select(['seq as number', 'kind', 'at', 'actor', 'data', 'stands'])
    .where('topic', '=', topicOf(id))
    .where('seq', '>=', low)
    .where('seq', '<', high)
    .where('kind', 'in', [...HAPPENED])
    .orderBy('seq')
    .execute()
  return found.flatMap(({ kind, data, stands, ...row }): Happened[] => {
    const known = HAPPENED.find((one) => one === kind)
    return known ? [{ ...row, kind: known, data: stands ?? data ?? {} }] : []
  })
}

const END = 2 ** 31 - 1
export type Where = { from: number } | { before: number } | { after: number }

/** A page that begins at a number, ends before one, or goes on behind one. */
export async function pageOf(db: Reader, thread: Thread, where: Where): Promise<Page> {
  if ('before' in where) {
    const { comments, earlier } = await before(db, thread, where.before)
    const low = earlier ? (comments[0]?.number ?? 0) : 0
    const later = await hasFrom(db, thread, where.before)
    const happened = await happenedIn(db, thread, low, later ? where.before : END)
    return { comments, happened, earlier, later }
  }
  const start = 'from' in where ? where.from : where.after + 1
  const { comments, next } = await from(db, thread, start)
  const earlier = await hasBefore(db, thread, comments[0]?.number ?? start)
  const low = earlier ? start : 0
  const happened = await happenedIn(db, thread, low, next ?? END)
  return { comments, happened, earlier, later: next !== null }
}

/** The last page. */
export const lastPage = (db: Reader, thread: Thread): Promise<Page> =>
  pageOf(db, thread, { before: END })
