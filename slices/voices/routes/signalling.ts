/**
 * The signalling of LiveKit, behind the hall's own port. At every knock the law of the room is asked
 * and the token is written in here: one that LiveKit gave a browser itself outlives a removal.
 */
import { request as ask, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hono } from 'hono'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import type { MediaAt } from '#kernel/media/state.ts'
import type { Caller } from '#kernel/session.ts'
import type { Passage } from '#kernel/slice.ts'
import { whoIs } from '#slices/room/index.ts'
import { hasPlace } from '../rules/voices.ts'
import { inCall, makeCall, tokenFor } from '../store/calls.ts'
import { isSealed } from '../store/sealed.ts'
import { readAlong } from './ears.ts'
import { callIsOn, followRooms } from './keeping.ts'
import { rightsIn, soundOf } from './standing.ts'

export const MEDIA = '/media/'
/** A gathering's, or a group's of its breakouts. */
const PATH = /^\/media\/(gth_\w+(?:\.brk_\w+)?)(\/rtc(?:\/v1)?(?:\/validate)?)$/

type Opened = { at: MediaAt; path: string; gathering: string; who: string }
type Refusing = { status: 403 | 404 | 409 | 503 }

/** A sealed gathering takes so many, and no more. */
async function isFull(
  { db }: Hall,
  at: MediaAt,
  { gathering, who }: { gathering: string; who: string },
): Promise<boolean> {
  if (!(await isSealed(db, gathering))) return false
  const inside = await inCall(at, gathering)
  return !hasPlace(
    inside.map(({ identity }) => identity),
    who,
  )
}

/** Asks the law, makes the call if need be, and answers the path that LiveKit is asked for. */
async function openFor(hall: Hall, caller: Caller, url: string): Promise<Opened | Refusing> {
  const { pathname, searchParams } = new URL(url, 'http://hall')
  const [, gathering, rest] = PATH.exec(pathname) ?? []
  if (!gathering || !rest) return { status: 404 }
  const at = hall.media.at()
  if (!at) return { status: 503 }
  const [who, sound] = await Promise.all([
    whoIs(hall.db, caller, gathering),
    soundOf(hall.db, gathering),
  ])
  const rights = who && rightsIn(sound, who, hall.clock.now())
  if (!who || !rights) return { status: 403 }
  if (await isFull(hall, at, { gathering, who })) return { status: 409 }
  await makeCall(at, gathering)
  callIsOn(hall, gathering)
  searchParams.set('access_token', await tokenFor(at, { gathering, who, ...rights }))
  return { at, path: `${rest}?${searchParams.toString()}`, gathering, who }
}

function head(status: number, headers: readonly string[] = []): string {
  const lines: string[] = []
  for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n')
}

const REFUSED = ['Connection', 'close', 'Content-Length', '0']

/** Joins two lines: each ends with the other. */
function join(a: Duplex, b: Duplex): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
    from.pipe(to)
  }
}

function passOn(hall: Hall, opened: Opened, request: IncomingMessage, stream: Duplex) {
  const { at, path } = opened
  const { host: _host, cookie: _cookie, ...headers } = request.headers
  const beyond = ask(`${at.url}${path}`, { headers })
  beyond.on('upgrade', (answer, line, first) => {
    stream.write(head(101, answer.rawHeaders))
    if (first.length > 0) stream.write(first)
    readAlong(hall, opened, line, first)
    join(stream, line)
  })
  beyond.on('response', (answer) => {
    answer.resume()
    stream.end(head(answer.statusCode ?? 502, REFUSED))
  })
  beyond.on('error', () => stream.end(head(502, REFUSED)))
  stream.on('close', () => beyond.destroy())
  beyond.end()
}

export function signalling(hall: Hall): Passage {
  followRooms(hall)
  return {
    async pass({ request, stream }, caller) {
      const opened = await openFor(hall, caller, request.url ?? '')
      if ('status' in opened) stream.end(head(opened.status, REFUSED))
      else passOn(hall, opened, request, stream)
    },
  }
}

/** What the client of LiveKit asks by plain HTTP when its socket was refused: why. */
export function validation(hall: Hall): Hono {
  return new Hono().get('/media/:gathering/rtc/*', async (c) => {
    const opened = await openFor(hall, await callerAt(hall, c), c.req.url)
    if ('status' in opened) return c.text(STATUS_CODES[opened.status] ?? '', opened.status)
    const answer = await fetch(`${opened.at.url}${opened.path}`)
    return c.body(await answer.text(), answer.ok ? 200 : 403)
  })
}
