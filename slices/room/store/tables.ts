/** The tables of this slice, and the names of its topics. */
import type { ColumnType } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Answer, Tally } from '../rules/state.ts'

export type RoomTables = {
  room_nodes: { id: string; seen_at: Instant }
  presence: {
    gathering: string
    who: string
    node: string
    browser: string | null
    gone_at: Instant | null
  }
  lobby: {
    gathering: string
    who: string
    name: string
    kind: 'person' | 'guest'
    since: Instant
    answer: 'admitted' | 'denied' | null
  }
  walls: {
    id: `wal_${string}`
    gathering: `gth_${string}`
    name: string
    by: string
    token: Buffer
    guest: string | null
    made_at: Instant
    revoked_at: Instant | null
  }
  poll_answers: {
    poll: string
    gathering: string
    tally: ColumnType<Tally, string, string>
    named: ColumnType<Record<string, Answer>, string, string>
  }
  talks: {
    id: string
    gathering: string
    kind: 'two' | 'care'
    a: string
    b: string | null
    opened_at: Instant
    forgotten: ColumnType<boolean, boolean | undefined, boolean>
  }
  blocks: { gathering: string; who: string; blocked: string }
}

export const reading = (db: Reader) => db.withTables<RoomTables>()
export const writing = (tx: Transaction) => tx.withTables<RoomTables>()

/** What everybody in the room reads. */
export const topicOf = (gathering: string) => `gathering:${gathering}`
/** What its facilitators read. */
export const careOf = (gathering: string) => `care:${gathering}`
/** What one member alone reads: answers of the door, private talks that were opened. */
export const ownOf = (gathering: string, who: string) => `own:${gathering}:${who}`
/** One private talk. */
export const talkTopic = (talk: string) => `talk:${talk}`
