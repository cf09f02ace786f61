/** Coming in: as whom, through which door. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import { BROWSER_COOKIE, giveCookie, hashToken, newToken } from '#kernel/session.ts'
import { enterAsGuest, guestOf, namesOf, shownName } from '#slices/people/index.ts'
import * as api from '../api.ts'
import type { Me } from '../api.ts'
import type { Who } from '../rules/call.ts'
import type { Room } from '../rules/state.ts'
import { roomAsItIs } from '../store/rooms.ts'

export type Enter = Call<typeof api.enterTheRoom>

/** A hall of some hundreds comes in within a minute; a flood does not. */
const NEWCOMERS = { count: 500, seconds: 60 }
const NEWCOMERS_AFTER_A_REMOVAL = { count: 60, seconds: 60 }

/** The cookie that a guest is known by; given when the browser has none. */
export function browserOf({ caller, hall, http }: Pick<Call, 'caller' | 'hall' | 'http'>): string {
  if (caller.browser) return caller.browser
  const token = newToken()
  giveCookie(http, BROWSER_COOKIE, token, hall.config.origin.startsWith('https:'))
  return hashToken(token).toString('hex')
}

async function nameOfPerson(db: Reader, person: Who): Promise<string> {
  const name = (await namesOf(db, [person])).get(person)
  if (!name) throw new Refused('name-needed')
  return shownName(name)
}

/** Who comes: a person by their session, a guest by the browser and the name they give. */
export async function comerOf(tx: Transaction, call: Enter, browser: string | null): Promise<Me> {
  const { params, body, caller, now } = call
  if (caller.person) {
    return { who: caller.person, name: await nameOfPerson(tx, caller.person), kind: 'person' }
  }
  const known = await guestOf(tx, params.gathering, browser)
  const name = body.name ?? known?.name
  if (!name || !browser) throw new Refused('name-needed')
  if (!known) unlessCrowded(call, await roomAsItIs(tx, params.gathering))
  const guest = await enterAsGuest(tx, { gathering: params.gathering, browser, name, now })
  return { who: guest.id, name: shownName(guest), kind: 'guest' }
}

function unlessCrowded({ hall, params, now }: Enter, room: Room): void {
  const limit = room.strangersWait ? NEWCOMERS_AFTER_A_REMOVAL : NEWCOMERS
  const wait = hall.limits.take(`newcomers ${params.gathering}`, limit, now)
  if (wait > 0) throw new Refused('door-crowded', { wait })
}
