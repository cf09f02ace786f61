/** The table of this slice, and the name of its topic. */
import type { ColumnType } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Interpreters } from '../rules/interpretation.ts'

type Tables = {
  interpretation: { gathering: string; state: ColumnType<Interpreters, string, string> }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of interpretation. */
export const topicOf = (gathering: string) => `interpretation:${gathering}`
