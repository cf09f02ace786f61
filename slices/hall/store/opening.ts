/** The one-time link that opens a hall; of it, only the hash is kept. */
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import { setSetting, settingOf } from '#kernel/settings.ts'
import { coop } from '#slices/circles/index.ts'

const OPENING = 'hall.opening'
const Kept = z.object({ hash: z.string() }).nullable()

/** Makes the link's token anew; one made before opens nothing from then on. */
export async function newOpening(tx: Transaction): Promise<string> {
  const token = newToken()
  await setSetting(tx, OPENING, { hash: hashToken(token).toString('hex') })
  return token
}

/** Whether a token opens this hall: it is the newest, and nobody has opened it yet. */
export async function opens(db: Reader, token: string): Promise<boolean> {
  const kept = await settingOf(db, OPENING, Kept)
  if (!kept || (await coop(db))) return false
  return timingSafeEqual(Buffer.from(kept.hash, 'hex'), hashToken(token))
}

/** Uses the token up; refuses `opening-over`. Two who open at once: one does. */
export async function useOpening(tx: Transaction, token: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(8024)`.execute(tx)
  if (!(await opens(tx, token))) throw new Refused('opening-over')
  await setSetting(tx, OPENING, null)
}
