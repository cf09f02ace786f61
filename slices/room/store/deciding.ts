/** What a vote in the room decided, written down where the minutes are made of. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { writtenDown } from '../rules/written.ts'
import { topicOf } from './tables.ts'

export type Decided = {
  id: string
  text: string
  /** The decision that was counted. */
  decision: string | null
  /** Who put it to the vote. */
  by: string
}

export async function writeDownDecided(
  tx: Transaction,
  gathering: string,
  decided: Decided,
  now: Instant,
): Promise<void> {
  const fact = writtenDown.of({ ...decided, kind: 'decision' })
  await note(tx, topicOf(gathering), [fact], { now, actor: decided.by })
}
