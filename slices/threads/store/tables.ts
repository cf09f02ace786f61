/** The tables of this slice. */
import type { ColumnType, Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, isIdOf } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { How, Mail, Round } from '../rules/notices.ts'
import type { Mark } from '../rules/thread.ts'

export type ThreadId = Id<'thr'>
export type CommentId = Id<'com'>
/** Not there at first. */
type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export type Tables = {
  threads: {
    id: ThreadId
    circle: CircleId
    title: string
    made_by: PersonId
    made_at: Instant
    source_kind: string | null
    source: string | null
    source_title: string | null
    source_href: string | null
    split_from: Unset<ThreadId>
    merged_into: Unset<ThreadId>
    merged_at: Unset<Instant>
    locked_at: Unset<Instant>
    locked_by: Unset<string>
    locked_why: Unset<string>
    standing: Unset<number>
    last_at: Instant
  }
  thread_quotes: {
    thread: ThreadId
    place: number
    who: string | null
    name: string | null
    text: string
    at: Instant | null
    href: string | null
  }
  thread_comments: {
    id: CommentId
    thread: ThreadId
    number: number
    who: PersonId
    text: string
    answers: CommentId | null
    mentions: string[]
    made_at: Instant
    changed_at: Unset<Instant>
    taken_at: Unset<Instant>
    hidden_at: Unset<Instant>
    hidden_by: Unset<string>
    hidden_why: Unset<string>
    mark: Unset<Mark>
    marked_by: Unset<string>
  }
  thread_versions: { comment: CommentId; number: number; text: string; at: Instant }
  thread_reactions: { comment: CommentId; who: PersonId; emoji: string; at: Instant }
  thread_standings: { thread: ThreadId; number: number; text: string; by: string; at: Instant }
  /** `also`: as PostgreSQL writes ranges, `{[3,5),[7,8)}`. */
  thread_reads: { thread: ThreadId; person: PersonId; up_to: number; also: string }
  thread_follows: {
    thread: ThreadId
    person: PersonId
    how: How | null
    mail: Mail | null
    at: Instant
  }
  thread_wishes: { circle: CircleId; person: PersonId; mail: Mail }
  thread_letters: { comment: CommentId; person: PersonId; at: Instant }
  thread_rounds: { kind: Round; day: string; at: Instant }
  thread_digests: { kind: Round; day: string; person: PersonId }
}

export type Thread = Selectable<Tables['threads']>
export type Comment = Selectable<Tables['thread_comments']>
export type Quote = Omit<Tables['thread_quotes'], 'thread' | 'place'>
export type By = { by: PersonId; now: Instant }

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (thread: ThreadId): string => `thread:${thread}`

const isThread = isIdOf('thr')
/** The id that an address names; whether there is such a thread, the database knows. */
export const threadIn = (id: string): ThreadId => (isThread(id) ? id : `thr_${id}`)
