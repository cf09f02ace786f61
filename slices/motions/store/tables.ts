/** The tables of this slice, and the name of its topic. */
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { DecisionId, Option, Way } from '#slices/decisions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Counted } from '../rules/counted.ts'
import type { State } from '../rules/motions.ts'

export type MotionId = Id<'mot'>
type Stored<T> = ColumnType<T, string, string>
type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

type Tables = {
  motions: {
    id: MotionId
    gathering: string
    circle: CircleId
    kind: string
    over: MotionId | null
    state: State
    needed: number
    options: Stored<Option[]>
    seats: number
    moved_by: PersonId
    moved_at: Instant
    leave_asked_at: Unset<Instant>
    way: Unset<Way>
    decision: Unset<DecisionId>
    put_by: Unset<PersonId>
    called: ColumnType<string[], string | undefined, string>
    counted: ColumnType<Counted | null, string | null | undefined, string | null>
    draft: Unset<DecisionId>
    /** Announced over days: its text and its options stand. */
    announced: Unset<DecisionId>
    ended_at: Unset<Instant>
  }
  motion_texts: {
    motion: MotionId
    number: number
    title: string
    question: string
    amendment: MotionId | null
    by: PersonId
    at: Instant
  }
  motion_seconds: { motion: MotionId; person: PersonId; at: Generated<Instant> }
}

export type Row = Selectable<Tables['motions']>
export type TextRow = Selectable<Tables['motion_texts']>

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of its motions. */
export const topicOf = (gathering: string) => `motions:${gathering}`

export type By = { by: PersonId | null; now: Instant }
