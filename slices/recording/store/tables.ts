/** The tables of this slice, the name of its topic, and where its files are. */
import { join } from 'node:path'
import type { ColumnType } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Recording } from '../rules/recording.ts'

type Tables = {
  recordings: {
    gathering: string
    state: ColumnType<Recording, string, string>
    kept_until: string | null
    holder: string | null
    held_until: string | null
  }
  recorded: {
    id: string
    gathering: string
    who: string
    track: string
    started: ColumnType<Date | string, string, never>
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of the recording. */
export const topicOf = (gathering: string) => `recording:${gathering}`

/** The folder of all recordings, and of one. */
export const folderOf = (data: string, gathering = '') => join(data, 'recordings', gathering)

export type Recorded = { id: string; gathering: string; who: string; started: Instant }

export const fileOf = (data: string, { id, gathering }: Pick<Recorded, 'id' | 'gathering'>) =>
  join(folderOf(data, gathering), `${id}.ogg`)
