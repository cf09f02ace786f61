/** The last step of every way in: the session, what a guest wrote, the browser remembered. */
import type { Transaction } from '#kernel/database.ts'
import type { Call } from '#kernel/serve.ts'
import {
  browserFor,
  endSessions,
  giveCookie,
  openSession,
  SESSION_COOKIE,
} from '#kernel/session.ts'
import { knowBrowser } from '../store/codes.ts'
import { keepGuests } from '../store/guests.ts'
import type { PersonId } from '../rules/names.ts'
import { personOf } from '../store/persons.ts'

export const isSecure = ({ hall }: Pick<Call, 'hall'>): boolean =>
  hall.config.origin.startsWith('https:')

export const browserIn = (call: Call): string => browserFor(call.http, call.caller, isSecure(call))

type Entrance = { person: PersonId; fresh: boolean; browser: string }
export type Entered = { person: PersonId; fresh: boolean; kept: number; token: string }

/**
 * Opens a session within the transaction that let somebody in; who is new keeps what they wrote
 * here as a guest. The session that this browser had before ends, whoever's it was.
 */
export async function enter(
  tx: Transaction,
  call: Call,
  { person, fresh, browser }: Entrance,
): Promise<Entered> {
  const { caller, now, http } = call
  const kept = fresh ? await keepGuests(tx, { person, browser, now }) : []
  await knowBrowser(tx, person, browser)
  if (caller.person && caller.session)
    await endSessions(tx, { person: caller.person, session: caller.session })
  const locale = (await personOf(tx, person))?.locale ?? null
  const agent = http.req.header('user-agent') ?? ''
  const token = await openSession(tx, { person, agent, locale, now })
  return { person, fresh, kept: kept.length, token }
}

/** After the commit: the cookie, and live sockets of who was here before are closed. */
export function welcome(call: Call, { token, ...entered }: Entered, browser: string) {
  giveCookie(call.http, SESSION_COOKIE, token, isSecure(call))
  if (call.caller.session) call.hall.live.expel({ session: call.caller.session })
  call.hall.live.expel({ browser })
  return entered
}
