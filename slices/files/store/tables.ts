/** The tables of this slice. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { FileId } from '../rules/keeping.ts'

export type Tables = {
  files: {
    id: FileId
    sha256: string
    size: number
    name: string
    type: string
    width: number | null
    height: number | null
    small: string | null
    made_by: string | null
    made_at: Instant
    circle: CircleId | null
    loose_at: Instant | null
  }
  file_holdings: {
    file: FileId
    kind: string
    holder: string
    held_by: string | null
    held_at: Instant
    place: number
  }
}

export type File = Tables['files']

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
