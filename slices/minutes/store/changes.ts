/** Writing minutes: amendments, words corrected, approval, who may read, each with its entry. */
import { canonical } from '#kernel/canonical.ts'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type ChatLine, type Minutes, stateOf } from '../rules/document.ts'
import { jsonLines, seal, sha256 } from '../rules/seal.ts'
import { recordOf } from './draft.ts'
import { indexMinutes, indexText } from './indexing.ts'
import { type Kept, linesOf } from './minutes.ts'
import { reading, topicOf, type Visibility, writing } from './tables.ts'

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

/** The document with the hash of the chat as it stands now. */
export async function withChatNow(tx: Transaction, kept: Kept, minutes: Minutes): Promise<Minutes> {
  const chat = await linesOf(tx, kept.id)
  return { ...minutes, chat: { lines: chat.length, sha256: sha256(jsonLines(chat)) } }
}

/** Seals minutes: the record's head goes in, the hash is kept, and older versions are superseded. */
export async function sealMinutes(
  tx: Transaction,
  {
    kept,
    minutes,
    why,
  }: { kept: Kept; minutes: Minutes; why: 'approved' | 'erased' | 'recognised' },
  by: By,
): Promise<Kept> {
  const record = await recordOf(tx, kept.gathering)
  const whole = await withChatNow(tx, kept, { ...minutes, record })
  const { sha256: hash } = seal(whole)
  const version = why === 'approved' ? kept.version : kept.version + 1
  const own = writing(tx)
  await own
    .updateTable('minutes_seals')
    .set({ superseded_at: by.now })
    .where('minutes', '=', kept.id)
    .where('superseded_at', 'is', null)
    .execute()
  await own
    .insertInto('minutes_seals')
    .values({
      minutes: kept.id,
      version,
      sha256: hash,
      sealed_at: by.now,
      why,
      superseded_at: null,
    })
    .execute()
  const sealed: Kept = { ...kept, minutes: whole, state: 'approved', sha256: hash, version }
  const kind = why === 'approved' ? 'minutes.approved' : 'minutes.sealed-anew'
  await saveMinutes(tx, sealed, [{ kind, data: { sha256: hash, version } }], by)
  return sealed
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

export type Seal = {
  version: number
  sha256: string
  sealedAt: Instant
  why: 'approved' | 'erased' | 'recognised'
  supersededAt: Instant | null
}

/** Every seal that minutes ever had, the newest first. */
export async function sealsOf(db: Reader, id: Kept['id']): Promise<Seal[]> {
  return reading(db)
    .selectFrom('minutes_seals')
    .select(['version', 'sha256', 'sealed_at as sealedAt', 'why', 'superseded_at as supersededAt'])
    .where('minutes', '=', id)
    .orderBy('version', 'desc')
    .execute()
}
