/** What was taken of an export, what was there already, and what was left, with the reason. */
import type { Staged } from './staging.ts'

export type Left = {
  what: 'group' | 'poll' | 'ballot' | 'discussion' | 'comment'
  key: string
  title: string
  why: string
}

export type Report = {
  read: Staged
  circles: number
  people: { made: number; known: number }
  members: { joined: number; already: number; left: number }
  decisions: { taken: number; already: number }
  threads: { taken: number; already: number }
  comments: { taken: number; already: number; left: number }
  /** Of comments that were taken; the others are left. */
  reactions: { taken: number; left: number }
  left: Left[]
  /** Decisions whose sums there are not those of the ballots in the file. */
  differs: { key: string; title: string; option: string; there: number; here: number }[]
  /** Decisions for which the export does not say when they pass. */
  assumed: number
}

export const emptyReport = (read: Staged): Report => ({
  read,
  circles: 0,
  people: { made: 0, known: 0 },
  members: { joined: 0, already: 0, left: 0 },
  decisions: { taken: 0, already: 0 },
  threads: { taken: 0, already: 0 },
  comments: { taken: 0, already: 0, left: 0 },
  reactions: { taken: 0, left: 0 },
  left: [],
  differs: [],
  assumed: 0,
})
