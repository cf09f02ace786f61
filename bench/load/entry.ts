/** One whole entry as a browser makes it: the door's page, coming in, the room's page, being live. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Guest } from './seats.ts'

/** What a request was answered with, to be served again by the reference. */
export type Served = { path: string; method: string; type: string; bytes: number }
export type Entry = { ms: number; served: Served[]; socket: WebSocket }

const Entered = z.object({ seq: z.int() })
const LINKED = /(?:src|href)="(\/[^"]+\.(?:js|css)[^"]*)"/g

/** Comes in; the socket stays open. Throws when anything is refused. */
export async function comeIn(origin: string, gathering: string, guest: Guest): Promise<Entry> {
  const served: Served[] = []
  const start = performance.now()
  const get = (path: string) => ask(origin, path, guest, served)
  await get(`/gatherings/${gathering}/door`)
  const room = `/api/gatherings/${gathering}/room`
  const { seq } = Entered.parse(
    JSON.parse(await ask(origin, `${room}/enter`, guest, served, { name: guest.name })),
  )
  const page = await get(`/gatherings/${gathering}/room`)
  const parts = [...page.matchAll(LINKED)].map(([, path = '']) => path)
  await Promise.all([...new Set(parts)].map(get))
  await get(room)
  const socket = await live(origin, guest, { subscribe: `gathering:${gathering}`, after: seq })
  return { ms: performance.now() - start, served, socket }
}

async function ask(
  origin: string,
  path: string,
  { cookie }: Guest,
  served: Served[],
  body?: object,
): Promise<string> {
  const method = body ? 'POST' : 'GET'
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${text.slice(0, 200)}`)
  const type = answer.headers.get('content-type') ?? ''
  const bytes = Number(answer.headers.get('content-length') ?? Buffer.byteLength(text))
  served.push({ path, method, type, bytes })
  return text
}

/** Opens a live socket and waits for the first answer. */
export async function live(origin: string, { cookie }: Guest, first: object): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`, {
    headers: { cookie, origin },
    perMessageDeflate: false,
  })
  await once(socket, 'open')
  const answered = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data.includes('"live":')) resolve()
    })
  })
  socket.send(JSON.stringify(first))
  await answered
  return socket
}

/** The same requests to a server that knows only sizes. */
export async function comeInBare(
  origin: string,
  served: readonly Served[],
  guest: Guest,
): Promise<Entry> {
  const start = performance.now()
  const again: Served[] = []
  for (const { method, bytes } of served)
    await ask(origin, `/bytes/${bytes}`, guest, again, method === 'POST' ? {} : undefined)
  const socket = await live(origin, guest, { subscribe: 'bare', after: 0 })
  return { ms: performance.now() - start, served: again, socket }
}
