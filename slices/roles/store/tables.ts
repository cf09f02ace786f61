/** The tables of this slice. */
import type { ColumnType } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Filling } from '../rules/section.ts'
import type { EndReason } from '../rules/terms.ts'

export type TermId = Id<'trm'>
export type DrawId = Id<'drw'>
export type WishKind = 'hold' | 'hand-on'
type Stored<T> = ColumnType<T, string, string>
type OfRole = { circle: CircleId; role: string; person: PersonId }

export type Tables = {
  role_terms: OfRole & {
    id: TermId
    deputy: boolean
    from: Instant
    until: Instant | null
    began_at: Instant | null
    ended_at: Instant | null
    ended_why: EndReason | null
    reason: string | null
    filled: Filling
    filled_by: string | null
    result: string | null
    made_at: Instant
  }
  role_wishes: OfRole & { wish: WishKind; at: Instant }
  role_skips: OfRole & { at: Instant; by: string | null }
  role_swaps: {
    circle: CircleId
    role: string
    first: PersonId
    second: PersonId
    asked_at: Instant
    agreed_at: Instant | null
    used_at: Instant | null
  }
  role_handovers: {
    term: TermId
    text: string
    written_at: Instant
    read_by: string | null
    read_at: Instant | null
  }
  role_reminders: { term: TermId; days: number; sent_at: Instant }
  role_draws: {
    id: DrawId
    circle: CircleId
    role: string
    role_name: string
    seats: number
    pool: Stored<{ person: PersonId; name: string }[]>
    commitment: string
    secret: string
    opened_by: string | null
    opened_at: Instant
    closes_at: Instant
    drawn_at: Instant | null
    drawn: ColumnType<PersonId[] | null, string | null, string | null>
  }
  role_draw_words: { draw: DrawId; by: string; at: Instant; words: string }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** Roles are told where the circle's other news are: to its members. */
export const topicOf = (circle: CircleId): string => `circle:${circle}`

export type By = { by: PersonId | null; now: Instant }
export type OneRole = { circle: CircleId; role: string }
