/**
 * The socket `/live` on our own HTTP server: same origin, a caller by the cookies of the upgrade,
 * small frames, a heartbeat. What a topic means and who may read it, its slice says.
 */
import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type AddressReader, addressReader } from './address.ts'
import type { Hall } from './hall.ts'
import type { Link } from './live.ts'
import { callerOf, type Cookies } from './session.ts'
import type { Door, Passage, TopicFamily } from './slice.ts'

const FRAME_BYTES = 16 * 1024
const PATIENCE_MS = 1000
const HEARTBEAT_MS = 25_000
const TOPICS_A_SOCKET = 50
const FRAMES = { count: 60, seconds: 10 }

const Frame = z.union([
  z.object({ subscribe: z.string().max(120), after: z.int().min(0).default(0) }),
  z.object({ leave: z.string().max(120) }),
  z.object({ pass: z.string().max(120), say: z.unknown() }),
])

export type LiveSocket = {
  families: Record<string, TopicFamily>
  isOurOrigin(request: IncomingMessage): boolean
  /** Other paths, with who stands at the door. */
  doors?: Record<string, Door>
  /** Paths below which another server stands. */
  passages?: Record<string, Passage>
}

type Families = Record<string, TopicFamily>
/** What one server's sockets share: the hall, and the goodbyes that are still being said. */
type Porch = { hall: Hall; families: Families; goodbyes: Set<Promise<void>> }

type Greeting = (socket: WebSocket, stream: Duplex, request: IncomingMessage) => Promise<void>
type Entrance = { sockets: WebSocketServer; greeting: Greeting }

const LIVE = '/live'

function entrance(maxPayload: number, greeting: Greeting): Entrance {
  const options = { noServer: true, maxPayload, perMessageDeflate: false }
  return { sockets: new WebSocketServer(options), greeting }
}

/**
 * Opens `/live` and the doors of slices on a server; answers what closes them and the hub, once
 * every goodbye was said.
 */
export function openLiveSocket(
  server: Server | SecureServer,
  hall: Hall,
  { families, isOurOrigin, doors = {}, passages = {} }: LiveSocket,
): () => Promise<void> {
  const porch: Porch = { hall, families, goodbyes: new Set() }
  const entrances = new Map<string, Entrance>([
    [LIVE, entrance(FRAME_BYTES, (...come) => greet(...come, porch))],
    ...Object.entries(doors).map(([path, door]): [string, Entrance] => [
      path,
      entrance(door.maxPayload, (...come) => show(come, hall, door)),
    ]),
  ])
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hall')
    const found = entrances.get(pathname)
    const passage = Object.entries(passages).find(([path]) => pathname.startsWith(path))?.[1]
    if (passage && isOurOrigin(request)) {
      stream.on('error', () => stream.destroy())
      const passing = callerFrom(request, hall).then((caller) =>
        passage.pass({ request, stream, head }, caller),
      )
      return void passing.catch((cause) => {
        hall.log.error('an upgrade could not be passed on', cause)
        turnAway(stream, '502 Bad Gateway')
      })
    }
    if (!found && !passage) {
      if (!pathname.startsWith('/@vite') && server.listenerCount('upgrade') === 1)
        turnAway(stream, '404 Not Found')
      return
    }
    if (!found || !isOurOrigin(request)) return turnAway(stream, '403 Forbidden')
    found.sockets.handleUpgrade(request, stream, head, (socket) => {
      found.greeting(socket, stream, request).catch((cause) => {
        hall.log.error('a socket could not be opened', cause)
        socket.close(1013, 'try again')
      })
    })
  })
  const all = [...entrances.values()].map(({ sockets }) => sockets)
  const beat = setInterval(() => all.forEach(heartbeat), HEARTBEAT_MS)
  return async () => {
    clearInterval(beat)
    await Promise.all(Object.values(doors).map((door) => door.close()))
    await hall.live.shut()
    for (const sockets of all) sockets.close()
    await Promise.all(all.map(lastGone))
    await Promise.all(porch.goodbyes)
  }
}

/** Frames that came while nobody listened yet are heard, in their order. */
function keepEarly(socket: WebSocket, most: number): () => Buffer[] {
  const early: Buffer[] = []
  const keep = (data: Buffer) => {
    if (early.push(data) > most) socket.terminate()
  }
  socket.on('message', keep)
  socket.on('pong', () => waiting.delete(socket))
  socket.on('error', () => socket.terminate())
  return () => {
    socket.off('message', keep)
    return early
  }
}

/** Shows somebody to the door of a slice. */
async function show(
  [socket, stream, request]: Parameters<Greeting>,
  hall: Hall,
  door: Door,
): Promise<void> {
  const early = keepEarly(socket, FRAMES.count)
  const caller = await callerFrom(request, hall)
  if (socket.readyState !== socket.OPEN) return
  const frames = early()
  door.meet(socket, stream, caller)
  for (const frame of frames) socket.emit('message', frame, true)
}

function callerFrom(request: IncomingMessage, hall: Hall) {
  const cookies = cookiesFrom(request, addressReader(hall.config.trustedProxies))
  return callerOf(hall.db, cookies, hall.clock.now())
}

/** Waits until every socket is closed; those that do not answer are cut off. */
async function lastGone(sockets: WebSocketServer): Promise<void> {
  const cut = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
  }, PATIENCE_MS)
  await Promise.all([...sockets.clients].map((socket) => once(socket, 'close')))
  clearTimeout(cut)
}

function turnAway(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const waiting = new WeakSet<WebSocket>()

function heartbeat(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) {
    if (waiting.has(socket)) socket.terminate()
    else {
      waiting.add(socket)
      socket.ping()
    }
  }
}

function cookiesFrom(request: IncomingMessage, addressOf: AddressReader): Cookies {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join()
  const jar = new Map(
    (request.headers.cookie ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
  const session = jar.get('moothall_session')
  const browser = jar.get('moothall_browser')
  return {
    ...(session ? { session } : {}),
    ...(browser ? { browser } : {}),
    accept: request.headers['accept-language'] ?? null,
    ip: addressOf(request.socket.remoteAddress ?? '', forwarded),
  }
}

async function greet(
  socket: WebSocket,
  stream: Duplex,
  request: IncomingMessage,
  { hall, families, goodbyes }: Porch,
): Promise<void> {
  const early = keepEarly(socket, FRAMES.count)
  const caller = await callerFrom(request, hall)
  if (socket.readyState !== socket.OPEN) return
  const link = hall.live.open(socket, stream, caller)
  const name = crypto.randomUUID()
  let order = Promise.resolve()
  const take = (data: Buffer) => {
    if (hall.limits.take(name, FRAMES, new Date().toISOString()) > 0)
      return socket.close(1008, 'too many frames')
    order = order
      .then(() => obey(data, link, hall, families))
      .catch((cause) => {
        hall.log.error('a frame failed', cause)
        socket.close(1013, 'try again')
      })
  }
  socket.on('close', () => {
    const topics = [...link.topics.keys()]
    hall.live.close(link)
    const goodbye = order
      .then(() => farewell(topics, link, hall, families))
      .catch((cause) => hall.log.error('a farewell failed', cause))
      .finally(() => goodbyes.delete(goodbye))
    goodbyes.add(goodbye)
  })
  const frames = early()
  socket.on('message', take)
  frames.forEach(take)
}

function familyOf(topic: string, families: Record<string, TopicFamily>) {
  const [name = '', ...rest] = topic.split(':')
  return { family: Object.hasOwn(families, name) ? families[name] : undefined, id: rest.join(':') }
}

function parsed(data: Buffer): z.output<typeof Frame> | null {
  try {
    const result = Frame.safeParse(JSON.parse(data.toString('utf8')))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

async function obey(data: Buffer, link: Link, hall: Hall, families: Families): Promise<void> {
  const frame = parsed(data)
  if (!frame) return link.socket.close(1008, 'not understood')
  if ('subscribe' in frame) return subscribe(frame, link, hall, families)
  const topic = 'leave' in frame ? frame.leave : frame.pass
  const { family, id } = familyOf(topic, families)
  if (!family || !link.topics.has(topic)) return
  if ('leave' in frame) {
    hall.live.unsubscribe(link, topic)
    return farewell([topic], link, hall, families)
  }
  const payload = await family.pass?.(hall, link.caller, id, frame.say)
  if (payload !== null && payload !== undefined) hall.live.pass(topic, payload)
}

async function subscribe(
  { subscribe: topic, after }: { subscribe: string; after: number },
  link: Link,
  hall: Hall,
  families: Families,
): Promise<void> {
  const { family, id } = familyOf(topic, families)
  const may =
    family && link.topics.size < TOPICS_A_SOCKET && (await family.mayRead(hall.db, link.caller, id))
  if (!may) return link.socket.send(JSON.stringify({ topic, refused: 'not-found' }))
  const known = link.topics.has(topic)
  await hall.live.subscribe(link, topic, after)
  if (known || !link.topics.has(topic)) return
  welcomed.set(link, (welcomed.get(link) ?? new Set()).add(topic))
  await family.arrived?.(hall, link.caller, id)
}

/** Topics whose slice was told of a link: it is told of the going of these alone, once. */
const welcomed = new WeakMap<Link, Set<string>>()

async function farewell(topics: string[], link: Link, hall: Hall, families: Families) {
  for (const topic of topics) {
    const { family, id } = familyOf(topic, families)
    if (welcomed.get(link)?.delete(topic)) await family?.departed?.(hall, link.caller, id)
  }
}
