/** People for a load run: guests who come in by the public API, each with a browser of their own. */
import { BROWSER_COOKIE, newToken } from '#kernel/session.ts'
import type { Seat } from './listeners.ts'

export type Guest = { cookie: string; name: string; number: number }

/** Browsers that nobody has seen yet. */
export function strangers(count: number): Guest[] {
  return Array.from({ length: count }, (_, number) => ({
    cookie: `${BROWSER_COOKIE}=${newToken()}`,
    name: `Guest ${number + 1}`,
    number,
  }))
}

/** One call as a browser makes it; throws when it is refused. Answers the body, unread by schemas. */
export async function send(
  origin: string,
  { cookie }: { cookie: string },
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(`${origin}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { origin, cookie, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${text.slice(0, 300)}`)
  return text
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
