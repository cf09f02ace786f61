/** Two records of one person become one: what they moved and seconded changes hands. */
import type { Transaction } from '#kernel/database.ts'
import { type Handing, handOver } from '#kernel/handing-over.ts'

const OWNED = [
  { table: 'motions', column: 'moved_by', key: ['id'] },
  { table: 'motion_seconds', column: 'person', key: ['motion'], once: ['motion'] },
]

export const handMotionsOver = (tx: Transaction, handing: Handing): Promise<void> =>
  handOver(tx, handing, OWNED)
