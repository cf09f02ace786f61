/** The tables of this slice, and the names of its topic and its groups. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Instant } from '#kernel/clock.ts'

type Tables = {
  /** Gatherings with groups out, for the clock. */
  breakouts: { gathering: string }
  /** When somebody was last heard in the room of a group. */
  breakouts_heard: { room: string; heard_at: Instant }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What everybody in the gathering reads of its groups. */
export const topicOf = (gathering: string) => `breakouts:${gathering}`

/** The room of a group: a room within that of the gathering. */
export const roomIn = (gathering: string, group: string) => `${gathering}.${group}`

/** The gathering and the group of a room within; null: it is another room. */
export function groupIn(room: string): { gathering: string; group: string } | null {
  const [, gathering, group] = /^(gth_\w+)\.(brk_\w+)$/.exec(room) ?? []
  return gathering && group ? { gathering, group } : null
}
