/** The tables of this slice. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Day, State } from '../rules/adopting.ts'
import type { Parts } from '../rules/section.ts'

export type VersionId = Id<'cst'>
/** How often a section was changed in the making, and by whom last. */
export type Revisions = Record<string, { count: number; by: PersonId | null }>
type Json<T> = ColumnType<T, string, string>

export type Tables = {
  constitutions: { circle: CircleId; last_number: number }
  constitution_versions: {
    id: VersionId
    circle: CircleId
    number: number | null
    state: State
    parts: Json<Parts>
    revisions: Json<Revisions>
    why: string
    day: Day | null
    proposed_by: PersonId | null
    proposed_at: Instant | null
    adopted_at: Instant | null
    began_at: Instant | null
    sha256: string | null
    /** The decision by which it was adopted; null where stewards did. */
    decided_by: Generated<string | null>
    made_at: Instant
    changed_at: Instant
  }
  constitution_adopters: { version: VersionId; person: PersonId; at: Instant }
  constitution_numbers: { circle: CircleId; section: string; key: string; number: number }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (circle: CircleId): string => `constitution:${circle}`
