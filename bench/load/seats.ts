/** People for a load run: guests who come in by the public API, each with a browser of their own. */
import { setTimeout as rest } from 'node:timers/promises'
import { BROWSER_COOKIE, newToken } from '#kernel/session.ts'
import { type Listeners, openListeners, type Seat } from './listeners.ts'

export type Guest = { cookie: string; name: string; number: number }

/** Browsers that nobody has seen yet. */
export function strangers(count: number): Guest[] {
  return Array.from({ length: count }, (_, number) => ({
    cookie: `${BROWSER_COOKIE}=${newToken()}`,
    name: `Guest ${number + 1}`,
    number,
  }))
}

const TRIES = 50
const AGAIN = new Set([429, 502, 503])

/**
 * One call as a browser makes it, sent again while the hall says that it is busy; throws when it is
 * refused. Answers the body, unread by schemas.
 */
export async function send(
  origin: string,
  { cookie }: { cookie: string },
  path: string,
  body?: object,
): Promise<string> {
  const init = {
    method: body ? 'POST' : 'GET',
    headers: {
      origin,
      cookie,
      'content-type': 'application/json',
      'idempotency-key': newToken(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${origin}${path}`, init)
    const text = await answer.text()
    if (answer.ok) return text
    if (!AGAIN.has(answer.status) || tries === TRIES)
      throw new Error(`${path} was refused: ${answer.status} ${text.slice(0, 300)}`)
    await rest(100)
  }
}

const AT_ONCE = 10

/** All come into the room, some at a time. */
export async function enterAll(
  origin: string,
  gathering: string,
  guests: readonly Guest[],
): Promise<void> {
  for (let at = 0; at < guests.length; at += AT_ONCE) {
    const some = guests.slice(at, at + AT_ONCE)
    const path = `/api/gatherings/${gathering}/room/enter`
    await Promise.all(some.map((guest) => send(origin, guest, path, { name: guest.name })))
  }
}

/** Where they sit: on the live socket, at the room's topic, from a number on. */
export function seatsOf(guests: readonly Guest[], topic: string, after: number): Seat[] {
  return guests.map(({ cookie }) => ({ cookie, subscribe: topic, after }))
}

/**
 * All come in and listen, some at a time, as a hall fills: who came in and opens no line for half a
 * minute is gone again.
 */
export async function fillRoom(
  origin: string,
  stage: { gathering: string; topic: string; lastSeq(): Promise<number> },
  guests: readonly Guest[],
): Promise<Listeners> {
  const listeners = await openListeners(`${origin.replace('http', 'ws')}/live`, origin)
  for (let at = 0; at < guests.length; at += AT_ONCE) {
    const some = guests.slice(at, at + AT_ONCE)
    await enterAll(origin, stage.gathering, some)
    await listeners.seat(seatsOf(some, stage.topic, await stage.lastSeq()))
  }
  return listeners
}
