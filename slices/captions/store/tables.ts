/** The table of this slice, and the name of its topic. */
import type { ColumnType } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Captions } from '../rules/captions.ts'

type Tables = {
  captions: {
    gathering: string
    state: ColumnType<Captions, string, string>
    engine_key: string | null
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of captions. */
export const topicOf = (gathering: string) => `captions:${gathering}`

/** What is being typed now, kept nowhere. */
export const growingOf = (gathering: string) => `captioning:${gathering}`
