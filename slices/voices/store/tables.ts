/** The tables of this slice, and the name of its topic. */
import type { Generated } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Shape, Shares } from '../rules/voices.ts'

type Tables = {
  voices: {
    gathering: string
    shape: Shape | null
    shares: Generated<Shares>
    spotlight: string | null
  }
  voices_let: { gathering: string; who: string; speak: boolean }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the room reads of sound and picture. */
export const topicOf = (gathering: string) => `voices:${gathering}`
