/**
 * Somebody's browser in a long run: it writes with repeat keys, reads by the live socket, loses its
 * line and comes back from the number it has. It checks nothing; it keeps what it heard.
 */
import { once } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { newToken } from '#kernel/session.ts'

const Frame = z.object({
  topic: z.string(),
  entries: z
    .array(z.object({ seq: z.int(), kind: z.string(), data: z.record(z.string(), z.unknown()) }))
    .default([]),
  live: z.int().optional(),
  refused: z.string().optional(),
})

/** Who it is: the cookies of their browser. */
export type Visitor = { cookie: string; name: string }
/** What a client heard: number, kind and words of an entry, when, and whether it was replayed. */
export type Heard = { seq: number; kind: string; text: string; at: number; replayed: boolean }
export type Client = {
  visitor: Visitor
  heard: Heard[]
  /** Opens its line and asks for what it missed; resolves when it is live. */
  connect(): Promise<void>
  /** Resolves when the line is lost. */
  gone(): Promise<void>
  /** Loses its line. */
  cut(): void
  /** Waits until something holds that news brings about; fails after ten seconds. */
  until(met: () => boolean): Promise<void>
  /** A write, sent again with the same key while the hall is away or says to wait. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Written>
  end(): Promise<void>
}
export type Written = { status: number; body: unknown; tries: number }

const TRIES = 2000
const PATIENCE_MS = 10_000
const AGAIN = new Set([429, 502, 503])

export const clock = () => performance.timeOrigin + performance.now()

export function openClient(origin: string, topic: string, visitor: Visitor): Client {
  const heard: Heard[] = []
  let socket: WebSocket | null = null
  let last = 0
  async function connect() {
    const fresh = new WebSocket(`${origin.replace('http', 'ws')}/live`, {
      headers: { cookie: visitor.cookie, origin },
      perMessageDeflate: false,
    })
    fresh.on('error', () => {})
    socket = fresh
    let live = false
    await new Promise<void>((resolve, reject) => {
      fresh.once('close', () => reject(new Error('the line was lost')))
      fresh.once('open', () => fresh.send(JSON.stringify({ subscribe: topic, after: last })))
      fresh.on('message', (data: Buffer) => {
        const frame = Frame.parse(JSON.parse(data.toString('utf8')))
        for (const { seq, kind, data: said } of frame.entries) {
          const text = typeof said['text'] === 'string' ? said['text'] : ''
          heard.push({ seq, kind, text, at: clock(), replayed: !live })
          last = Math.max(last, seq)
        }
        if (frame.refused) reject(new Error(`not let in: ${frame.refused}`))
        if (frame.live !== undefined) {
          live = true
          resolve()
        }
      })
    })
  }
  return {
    visitor,
    heard,
    connect,
    async gone() {
      if (socket && socket.readyState !== WebSocket.CLOSED) await once(socket, 'close')
    },
    cut: () => socket?.terminate(),
    async until(met) {
      for (const late = clock() + PATIENCE_MS; !met(); await rest(10))
        if (clock() > late) throw new Error(`waited in vain; heard ${heard.length} entries`)
    },
    write: (method, path, body) => write(`${origin}${path}`, method, visitor, body),
    async end() {
      if (!socket || socket.readyState === WebSocket.CLOSED) return
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
}

async function write(
  url: string,
  method: string,
  { cookie }: Visitor,
  body: object = {},
): Promise<Written> {
  const key = newToken()
  const headers = {
    origin: new URL(url).origin,
    cookie,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) }).catch(
      () => null,
    )
    const said: unknown = await answer?.json().catch(() => null)
    const again = answer === null || AGAIN.has(answer.status)
    if (!again || tries >= TRIES) return { status: answer?.status ?? 0, body: said, tries }
    await rest(Number(answer?.headers.get('retry-after') ?? 0) * 1000 || 100)
  }
}
