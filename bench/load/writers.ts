/**
 * Many editors in a process of their own, on raw frames of the protocol of Hocuspocus: each writes
 * paragraphs of its own into a Yjs document that it alone sees, moves its cursor with each, and times
 * what it hears of the others by the mark in the text. It applies nothing, so that what is measured
 * is the server.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { mark } from './listeners.ts'
import { takeOrders } from './orders.ts'
import { atRate } from './pace.ts'

type Opening = { url: string; origin: string; note: string; cookies: string[]; silent: number }
type Writing = { rate: number; seconds: number }
export type Written = { sent: number; acked: number; latencies: number[]; closed: number }
type Order = { open: Opening } | { write: Writing } | { report: true } | { forget: true }

export type Writers = {
  /** All write, each `rate` paragraphs a second. */
  write(how: Writing): Promise<void>
  report(): Promise<Written>
  forget(): Promise<void>
  end(): Promise<void>
}

/** Sits writers down (and some who only listen); resolves when all are in. */
export async function openWriters(opening: Opening): Promise<Writers> {
  const child = fork(fileURLToPath(import.meta.url), ['--writers'], { serialization: 'advanced' })
  await ask(child, { open: opening })
  return {
    write: async (how) => void (await ask(child, { write: how })),
    report: () => ask(child, { report: true }),
    forget: async () => void (await ask(child, { forget: true })),
    async end() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

function ask(child: ChildProcess, order: Order): Promise<Written> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`the writers ended with ${code}`))
    child.once('exit', end)
    child.once('message', (told: Written) => {
      child.off('exit', end)
      resolve(told)
    })
    child.send(order)
  })
}

const [SYNC, AWARENESS, AUTH, SYNC_REPLY, STATUS] = [0, 1, 2, 4, 8]
const MARK = /⏱(\d+(?:\.\d+)?)#/g

function varint(value: number): number[] {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128)
  return [...bytes, value]
}

function framed(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(varint(bytes.byteLength)), bytes])
}

type Editor = {
  socket: WebSocket
  address: Buffer
  doc: Y.Doc
  clock: number
  greeted: boolean
  counts: Written
  in: () => void
}

function send({ socket, address }: Editor, ...parts: (number[] | Uint8Array)[]): void {
  socket.send(Buffer.concat([address, ...parts.map((part) => Buffer.from(part))]))
}

function hear(editor: Editor, data: Buffer): void {
  const at = editor.address.length
  const [type, sub] = [data[at], data[at + 1]]
  if (type === AUTH) send(editor, [SYNC, 0], [1, 0])
  else if ((type === SYNC || type === SYNC_REPLY) && sub === 0) {
    send(editor, [SYNC, 1], [2, 0, 0])
  } else if (type === STATUS && !editor.greeted) {
    // The first word of this kind acknowledges the greeting, nothing that was written.
    editor.greeted = true
    editor.in()
  } else if (type === STATUS) editor.counts.acked += sub ?? 0
  else if (type === SYNC && sub === 2) {
    const now = performance.timeOrigin + performance.now()
    for (const [, sentAt] of data.toString('utf8').matchAll(MARK))
      editor.counts.latencies.push(now - Number(sentAt))
  }
}

function sit(opening: Opening, cookie: string, listens: boolean): Promise<Editor> {
  const { url, origin, note } = opening
  const socket = new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false })
  const counts: Written = { sent: 0, acked: 0, latencies: [], closed: 0 }
  const address = framed(Buffer.from(note))
  const doc = new Y.Doc()
  return new Promise((resolve, reject) => {
    const start = { clock: 0, greeted: false, counts }
    const editor: Editor = { socket, address, doc, ...start, in: () => resolve(editor) }
    socket.on('error', reject)
    socket.on('close', () => {
      counts.closed = 1
    })
    socket.on('open', () => send(editor, [AUTH, 0], framed(Buffer.from('cookies'))))
    socket.on('message', (data: Buffer) => {
      if (listens || data[address.length] !== SYNC || data[address.length + 1] === 0)
        hear(editor, data)
    })
  })
}

/** One paragraph, as one update, and the cursor behind it. */
function write(editor: Editor, number: number): void {
  const { doc, counts } = editor
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(`Ngozi said it well: we share ${mark(number)} `)])
  const fragment = doc.getXmlFragment('note')
  fragment.insert(fragment.length, [paragraph])
  counts.sent += 1
  send(editor, [SYNC, 2], framed(Y.encodeStateAsUpdate(doc, before)))
  editor.clock += 1
  const state = framed(Buffer.from(JSON.stringify({ cursor: { anchor: number, head: number } })))
  const moved = [1, ...varint(doc.clientID), ...varint(editor.clock)]
  send(editor, [AWARENESS], framed(Buffer.concat([Buffer.from(moved), state])))
}

const AT_ONCE = 20

function serveOrders(): void {
  const editors: Editor[] = []
  const obey = async (order: Order): Promise<Written> => {
    if ('open' in order) {
      const all = [
        ...order.open.cookies.map((cookie) => ({ cookie, writes: true })),
        ...Array.from({ length: order.open.silent }, () => ({ cookie: '', writes: false })),
      ]
      for (let at = 0; at < all.length; at += AT_ONCE) {
        const some = all.slice(at, at + AT_ONCE)
        const seated = await Promise.all(
          some.map(({ cookie, writes }) => sit(order.open, cookie, writes)),
        )
        editors.push(...seated.filter((_, place) => some[place]?.writes))
      }
    }
    if ('write' in order) {
      const { rate, seconds } = order.write
      await atRate(rate * editors.length, seconds, async (number) => {
        const editor = editors[number % editors.length]
        if (editor) write(editor, number)
      })
    }
    if ('forget' in order)
      for (const { counts } of editors) Object.assign(counts, { sent: 0, acked: 0, latencies: [] })
    const counts = editors.map((editor) => editor.counts)
    return {
      sent: counts.reduce((sum, { sent }) => sum + sent, 0),
      acked: counts.reduce((sum, { acked }) => sum + acked, 0),
      latencies: 'report' in order ? counts.flatMap(({ latencies }) => latencies) : [],
      closed: counts.reduce((sum, { closed }) => sum + closed, 0),
    }
  }
  takeOrders(obey)
}

if (process.argv[2] === '--writers') serveOrders()
