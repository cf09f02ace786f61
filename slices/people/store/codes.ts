/** Codes in the database: askings, tries, and browsers that a person knows. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { HOUR, type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { sql } from 'kysely'
import { type Asking, type Code, CODE_MINUTES, waitToAsk } from '../rules/codes.ts'
import type { PersonId } from '../rules/names.ts'
import { reading, writing } from './tables.ts'

const KEPT_MS = HOUR

/** To sign in, to move to an address, to show that another record is one's own. */
export type Purpose = 'sign-in' | 'address' | 'record'
export type AskingFor = {
  purpose: Purpose
  email: string
  browser: string
  ip: string
  /** Who asks; null at sign-in. */
  person: PersonId | null
  now: Instant
}

const hashOf = (salt: Buffer, code: string) =>
  createHash('sha256').update(salt).update(code).digest()

/** Notes an asking, if its time has come. Answers its id, or the seconds to wait. */
export async function askFor(
  tx: Transaction,
  { now, ...asking }: AskingFor,
): Promise<{ id: string } | { wait: number }> {
  await sql`select pg_advisory_xact_lock(8023, hashtext(${asking.email}))`.execute(tx)
  const [askings, known] = await Promise.all([
    askingsFor(tx, asking.email, now),
    isKnownBrowser(tx, asking.email, asking.browser),
  ])
  const wait = waitToAsk(askings, { ...asking, at: now, known })
  if (wait > 0) return { wait }
  const id = newId('cod', Date.parse(now))
  await writing(tx)
    .insertInto('sign_in_codes')
    .values({
      ...asking,
      id,
      salt: randomBytes(16),
      code: null,
      asked_at: now,
      expires_at: plus(now, CODE_MINUTES * MINUTE),
      used_at: null,
    })
    .execute()
  return { id }
}

async function askingsFor(db: Reader, email: string, now: Instant): Promise<Asking[]> {
  return reading(db)
    .selectFrom('sign_in_codes')
    .select(['browser', 'ip', 'asked_at as at'])
    .where('email', '=', email)
    .where('asked_at', '>', plus(now, -KEPT_MS))
    .execute()
}

async function isKnownBrowser(db: Reader, email: string, browser: string): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('known_browsers')
    .innerJoin('persons', 'persons.id', 'known_browsers.person')
    .select('persons.id')
    .where('persons.email', '=', email)
    .where('browser', '=', browser)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers that a person has signed in with this browser. */
export async function knowBrowser(
  tx: Transaction,
  person: PersonId,
  browser: string,
): Promise<void> {
  await writing(tx)
    .insertInto('known_browsers')
    .values({ person, browser })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** An asking that still waits for its code. */
export async function askingOf(db: Reader, id: string, now: Instant) {
  return reading(db)
    .selectFrom('sign_in_codes')
    .select(['id', 'purpose', 'email', 'browser', 'person', 'salt'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst()
}

/** Keeps the hash of the code that goes out. */
export async function setCode(
  tx: Transaction,
  asking: { id: string; salt: Buffer },
  code: string,
): Promise<void> {
  await writing(tx)
    .updateTable('sign_in_codes')
    .set({ code: hashOf(asking.salt, code) })
    .where('id', '=', asking.id)
    .execute()
}

export type Trying = { purpose: Purpose; email: string; browser: string; code: string }

/** The codes of a browser for an address, locked, each with whether the tried one matches. */
export async function codesTried(
  tx: Transaction,
  { code, ...which }: Trying,
): Promise<(Code & { id: string })[]> {
  const rows = await writing(tx)
    .selectFrom('sign_in_codes')
    .selectAll()
    .where('purpose', '=', which.purpose)
    .where('email', '=', which.email)
    .where('browser', '=', which.browser)
    .orderBy('asked_at')
    .forUpdate()
    .execute()
  return rows.map(({ id, salt, tries, expires_at: expiresAt, used_at: usedAt, ...row }) => {
    const given = hashOf(salt, code)
    const matches = row.code !== null && timingSafeEqual(row.code, given)
    return { id, matches, tries, expiresAt, usedAt }
  })
}

/** Counts a wrong try against each of these, or ends them all after a right one. */
export async function closeTry(
  tx: Transaction,
  codes: readonly { id: string }[],
  right: boolean,
  now: Instant,
): Promise<void> {
  if (codes.length === 0) return
  await writing(tx)
    .updateTable('sign_in_codes')
    .set((eb) => (right ? { used_at: now } : { tries: eb('tries', '+', 1) }))
    .where(
      'id',
      'in',
      codes.map(({ id }) => id),
    )
    .where('used_at', 'is', null)
    .execute()
}

/** Forgets askings older than an hour, and challenges whose time is over. */
export async function forgetCodes(tx: Transaction, now: Instant): Promise<void> {
  const own = writing(tx)
  await own.deleteFrom('sign_in_codes').where('asked_at', '<', plus(now, -KEPT_MS)).execute()
  await own.deleteFrom('passkey_challenges').where('expires_at', '<', now).execute()
}
