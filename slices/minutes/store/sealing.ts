/** Sealing minutes, and every seal that they ever had. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Minutes } from '../rules/document.ts'
import { jsonLines, seal, sha256 } from '../rules/seal.ts'
import { holdHandouts, withHandouts } from './handouts.ts'
import { recordOf } from './from-record.ts'
import type { Kept } from './minutes.ts'
import { linesOf } from './lines.ts'
import { reading, writing } from './tables.ts'
import { type By, saveMinutes } from './changes.ts'

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
  const given = await withHandouts(tx, { ...kept, minutes })
  const whole = await withChatNow(tx, kept, { ...given, record })
  await holdHandouts(tx, kept.id, whole, by)
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
