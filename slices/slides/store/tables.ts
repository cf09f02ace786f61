/** The table of this slice, and the name of its topic. */
import type { ColumnType } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Slides } from '../rules/slides.ts'

type Tables = { slides: { gathering: string; state: ColumnType<Slides, string, string> } }

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of slides. */
export const topicOf = (gathering: string) => `slides:${gathering}`
