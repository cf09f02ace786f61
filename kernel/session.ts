/**
 * Who is calling. A person is known by a session (a cookie with 32 chance bytes, of which the
 * database holds only the sha-256); a browser by a second cookie of the same make, which binds
 * guests and sign-in codes to where they began. Neither cookie says anything in itself.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { DAY, type Instant, MINUTE, plus } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { type Id, newId } from './ids.ts'
import { Refused } from './problem.ts'
import { LOCALES, type Locale, localeFor } from './words.ts'

export type Caller = {
  person: Id<'per'> | null
  session: Id<'ses'> | null
  /** The sha-256 of the browser's cookie, in hex; null when the caller sent none. */
  browser: string | null
  locale: Locale
  /** The address that the request came from; for limits of strangers only. */
  ip: string
}

/** The person who calls; refuses `sign-in-first` for nobody. */
export function meIn({ person }: Pick<Caller, 'person'>): Id<'per'> {
  if (!person) throw new Refused('sign-in-first')
  return person
}

export const SESSION_COOKIE = 'moothall_session'
export const BROWSER_COOKIE = 'moothall_browser'
export const LOCALE_COOKIE = 'moothall_locale'
const SESSION_DAYS = 30
/** How exactly a person is told when a session was last seen. */
const SEEN_EVERY_MS = 5 * MINUTE

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export type Cookies = {
  session?: string
  browser?: string
  locale?: string
  accept?: string | null
  ip: string
}

/** The caller that these cookies make; an ended or unknown session is nobody's. */
export async function callerOf(db: Reader, cookies: Cookies, now: Instant): Promise<Caller> {
  const browser = cookies.browser ? hashToken(cookies.browser).toString('hex') : null
  const session = cookies.session ? await liveSession(db, cookies.session, now) : undefined
  const wish = LOCALES.find((locale) => locale === (cookies.locale ?? session?.locale))
  return {
    person: session ? idIn(session.person, 'per') : null,
    session: session ? idIn(session.id, 'ses') : null,
    browser,
    locale: wish ?? localeFor(cookies.accept),
    ip: cookies.ip,
  }
}

function idIn<P extends string>(text: string, prefix: P): Id<P> | null {
  return text.startsWith(`${prefix}_`) ? `${prefix}_${text.slice(prefix.length + 1)}` : null
}

async function liveSession(db: Reader, token: string, now: Instant) {
  const session = await db
    .selectFrom('sessions')
    .select(['id', 'person', 'locale', 'seen_at'])
    .where('token', '=', hashToken(token))
    .where('ends_at', '>', now)
    .executeTakeFirst()
  if (session && plus(session.seen_at, SEEN_EVERY_MS) < now) {
    await db.updateTable('sessions').set({ seen_at: now }).where('id', '=', session.id).execute()
  }
  return session
}

export type NewSession = { person: string; agent: string; locale: string | null; now: Instant }

/** Opens a session for a person and answers the token for the cookie; a new one at every sign-in. */
export async function openSession(
  tx: Transaction,
  { person, agent, locale, now }: NewSession,
): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('sessions')
    .values({
      id: newId('ses', Date.parse(now)),
      token: hashToken(token),
      person,
      agent: agent.slice(0, 200),
      locale,
      opened_at: now,
      seen_at: now,
      ends_at: plus(now, SESSION_DAYS * DAY),
    })
    .execute()
  return token
}

/** Ends one session, or all of a person's (`except` one). Answers the ids of those ended. */
export async function endSessions(
  tx: Transaction,
  which: { person: string; session?: string; except?: string | null },
): Promise<string[]> {
  let query = tx.deleteFrom('sessions').where('person', '=', which.person)
  if (which.session) query = query.where('id', '=', which.session)
  if (which.except) query = query.where('id', '!=', which.except)
  const ended = await query.returning('id').execute()
  return ended.map(({ id }) => id)
}

/** Reads the cookies of a request. */
export function cookiesOf(c: HonoContext, ip: string): Cookies {
  const session = getCookie(c, SESSION_COOKIE)
  const browser = getCookie(c, BROWSER_COOKIE)
  const locale = getCookie(c, LOCALE_COOKIE)
  return {
    ...(session ? { session } : {}),
    ...(browser ? { browser } : {}),
    ...(locale ? { locale } : {}),
    accept: c.req.header('accept-language') ?? null,
    ip,
  }
}

export type CookieName = typeof SESSION_COOKIE | typeof BROWSER_COOKIE | typeof LOCALE_COOKIE

/** Sets or clears a cookie of ours: HttpOnly, Lax, Secure behind https. */
export function giveCookie(
  c: HonoContext,
  name: CookieName,
  value: string | null,
  secure: boolean,
): void {
  const days = name === SESSION_COOKIE ? SESSION_DAYS : 365
  setCookie(c, name, value ?? '', {
    httpOnly: name !== LOCALE_COOKIE,
    sameSite: 'Lax',
    secure,
    path: '/',
    maxAge: value === null ? 0 : (days * DAY) / 1000,
  })
}

/** The browser of a caller, in hex; one that has no cookie yet gets it with this answer. */
export function browserFor(c: HonoContext, caller: Caller, secure: boolean): string {
  if (caller.browser !== null) return caller.browser
  const token = newToken()
  giveCookie(c, BROWSER_COOKIE, token, secure)
  return hashToken(token).toString('hex')
}
