/** The tables of this slice. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { HolderKind } from '../rules/rights.ts'

export type NoteId = Id<'not'>

export type Tables = {
  notes: {
    id: NoteId
    holder_kind: HolderKind
    holder: string
    title: string
    made_by: string | null
    made_at: Instant
    locked_at: Instant | null
    locked_by: string | null
    approved_at: Instant | null
    approved_by: string | null
    rested_at: Instant | null
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (note: NoteId): string => `note:${note}`
