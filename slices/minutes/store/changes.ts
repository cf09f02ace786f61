/** Writing minutes: amendments, words corrected, approval, who may read, each with its entry. */
import { canonical } from '#kernel/canonical.ts'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type ChatLine, stateOf } from '../rules/document.ts'
import { indexMinutes, indexText } from './indexing.ts'
import type { Kept } from './minutes.ts'
import { topicOf, type Visibility, writing } from './tables.ts'

export type By = {
  now: Instant
  actor: string | null
  /** Of the text alone: the chat and its readers are as they were. */
  only?: 'text'
}

/** Saves the document as it stands now, with what happened. */
export async function saveMinutes(
  tx: Transaction,
  kept: Kept,
  facts: readonly Fact[],
  { now, actor, only }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('minutes')
    .set({
      document: canonical(kept.minutes),
      state: stateOf(kept.minutes),
      sha256: kept.sha256,
      version: kept.version,
      visibility: kept.visibility,
      public_chat: kept.publicChat,
      changed_at: now,
    })
    .where('id', '=', kept.id)
    .execute()
  await note(tx, topicOf(kept.id), facts, { now, actor })
  await (only === 'text' ? indexText(tx, kept) : indexMinutes(tx, kept))
}

/** Puts a line as it stands now in the place of the one before. */
export async function saveLine(tx: Transaction, kept: Kept, line: ChatLine): Promise<void> {
  await writing(tx)
    .updateTable('minutes_lines')
    .set({ line: JSON.stringify(line), who: line.who })
    .where('minutes', '=', kept.id)
    .where('seq', '=', line.seq)
    .execute()
}

/** Who may read them from now on. */
export async function saveVisibility(
  tx: Transaction,
  kept: Kept,
  { visibility, publicChat }: { visibility: Visibility; publicChat: boolean },
  by: By,
): Promise<void> {
  const data = { visibility, publicChat }
  await saveMinutes(
    tx,
    { ...kept, visibility, publicChat },
    [{ kind: 'minutes.visibility', data }],
    by,
  )
}
