/** The tables of this slice. */
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import type { Form, Shown, Stance } from '../rules/poll.ts'
import type { Mark } from '../rules/slots.ts'

export type PollId = Id<'pll'>
export type SlotId = Id<'slt'>
export type GatheringId = Id<'gth'>
/** Not there at first. */
type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export type Tables = {
  polls: {
    id: PollId
    circle: CircleId
    form: Form
    title: string
    words: string
    thread: ThreadId | null
    zone: string | null
    hidden: boolean
    shown: Shown
    made_by: PersonId
    made_at: Instant
    opened_at: Instant
    closes_at: Instant
    moved: Generated<number>
    reminded_at: Unset<Instant>
    closed_at: Unset<Instant>
    closed_by: Unset<string>
    withdrawn_at: Unset<Instant>
    withdrawn_by: Unset<string>
    why: Unset<string>
    slot: Unset<SlotId>
    gathering: Unset<GatheringId>
    summary: Unset<string>
    summary_by: Unset<string>
    summary_at: Unset<Instant>
  }
  poll_slots: { id: SlotId; poll: PollId; starts_at: Instant; minutes: number }
  poll_replies: {
    poll: PollId
    person: PersonId
    stance: Stance | null
    text: string
    at: Instant
    changed_at: Unset<Instant>
  }
  poll_marks: { slot: SlotId; poll: PollId; person: PersonId; mark: Mark }
  poll_letters: { poll: PollId; person: PersonId; about: string; at: Instant }
  poll_mutes: { circle: CircleId; person: PersonId; at: Instant }
}

export type Poll = Selectable<Tables['polls']>
export type SlotRow = Selectable<Tables['poll_slots']>
export type AnswerRow = Selectable<Tables['poll_replies']>
export type By = { by: PersonId | null; now: Instant }

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (poll: PollId): string => `poll:${poll}`
