/**
 * Many sockets in a process of their own: started by `openListeners`, it listens, counts and times,
 * and reports when asked. What it measures with: every message carries `⏱<ms since 1970>` of its
 * sending and `#<number>` of its sender's counting, in its text.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { takeOrders } from './orders.ts'

export type Seat = { cookie: string; subscribe: string | null; after: number }
export type Heard = { latencies: number[]; heard: number[][]; closed: number }
type Order =
  | { open: { url: string; origin: string } }
  | { seat: Seat[] }
  | { cut: true }
  | { back: true }
  | { report: true }
  | { count: true }
  | { forget: true }
type Told =
  | { opened: true }
  | { seated: number }
  | { report: Heard }
  | { cut: number }
  | { back: number[] }
  | { count: number }
  | { forgot: true }

const MARK = /⏱(\d+(?:\.\d+)?)#(\d+)/g

/** The mark that a message carries. */
export function mark(number: number): string {
  return `⏱${(performance.timeOrigin + performance.now()).toFixed(2)}#${number}`
}

export type Listeners = {
  /** Seats more of them; resolves when all of these are live. */
  seat(seats: Seat[]): Promise<void>
  /** Cuts every socket, as a lost line does. */
  cut(): Promise<void>
  /** All come back, each from its number; answers for each the ms until it was complete and live. */
  back(): Promise<number[]>
  report(): Promise<Heard>
  /** How many messages all of them have heard. */
  count(): Promise<number>
  /** Forgets what was heard so far: it was for warming up. */
  forget(): Promise<void>
  end(): Promise<void>
}

/** Opens sockets in a child process; resolves when all of the first are live. */
export async function openListeners(
  url: string,
  origin: string,
  seats: Seat[] = [],
): Promise<Listeners> {
  const child = fork(fileURLToPath(import.meta.url), ['--child'])
  await ask(child, { open: { url, origin } }, 'opened')
  const seat = async (more: Seat[]) => void (await ask(child, { seat: more }, 'seated'))
  await seat(seats)
  return {
    seat,
    cut: async () => void (await ask(child, { cut: true }, 'cut')),
    back: async () => (await ask(child, { back: true }, 'back')).back,
    report: async () => (await ask(child, { report: true }, 'report')).report,
    count: async () => (await ask(child, { count: true }, 'count')).count,
    forget: async () => void (await ask(child, { forget: true }, 'forgot')),
    async end() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

function ask<K extends string>(
  child: ChildProcess,
  order: Order,
  key: K,
): Promise<Extract<Told, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`the listeners ended with ${code}`))
    const take = (told: Extract<Told, Record<K, unknown>>) => {
      if (!(key in told)) return
      child.off('message', take)
      child.off('exit', end)
      resolve(told)
    }
    child.on('message', take)
    child.once('exit', end)
    child.send(order)
  })
}

type Line = {
  seat: Seat
  socket: WebSocket | null
  last: number
  heard: number[]
  live: () => void
}

const AT_ONCE = 25

function lineOf(seat: Seat): Line {
  return { seat, socket: null, last: 0, heard: [], live: () => {} }
}

function connect(url: string, origin: string, line: Line, latencies: number[]): Promise<void> {
  const socket = new WebSocket(url, {
    headers: { cookie: line.seat.cookie, origin },
    perMessageDeflate: false,
  })
  line.socket = socket
  return new Promise((resolve, reject) => {
    line.live = resolve
    socket.on('error', reject)
    socket.on('open', () => {
      if (line.seat.subscribe === null) resolve()
      else
        socket.send(
          JSON.stringify({
            subscribe: line.seat.subscribe,
            after: Math.max(line.last, line.seat.after),
          }),
        )
    })
    socket.on('message', (data: Buffer) => hear(line, data.toString('utf8'), latencies))
  })
}

function hear(line: Line, text: string, latencies: number[]): void {
  const now = performance.timeOrigin + performance.now()
  for (const [, at, number] of text.matchAll(MARK)) {
    latencies.push(now - Number(at))
    line.heard.push(Number(number))
  }
  if (line.seat.subscribe === null) return
  const seqs = [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq))
  line.last = Math.max(line.last, ...seqs)
  if (text.includes('"live":')) line.live()
}

function serveOrders(): void {
  const lines: Line[] = []
  const latencies: number[] = []
  let address = { url: '', origin: '' }
  const join = (line: Line) => connect(address.url, address.origin, line, latencies)
  const obey = async (order: Order): Promise<Told> => {
    if ('open' in order) {
      address = order.open
      return { opened: true }
    }
    if ('seat' in order) {
      const more = order.seat.map(lineOf)
      lines.push(...more)
      for (let at = 0; at < more.length; at += AT_ONCE)
        await Promise.all(more.slice(at, at + AT_ONCE).map(join))
      return { seated: more.length }
    }
    if ('cut' in order) {
      for (const { socket } of lines) socket?.terminate()
      return { cut: lines.length }
    }
    if ('back' in order) {
      const start = performance.now()
      const back = lines.map((line) => join(line).then(() => performance.now() - start))
      return { back: await Promise.all(back) }
    }
    if ('count' in order) return { count: latencies.length }
    if ('forget' in order) {
      latencies.length = 0
      for (const line of lines) line.heard.length = 0
      return { forgot: true }
    }
    const closed = lines.filter(({ socket }) => socket?.readyState !== WebSocket.OPEN).length
    return { report: { latencies, heard: lines.map(({ heard }) => heard), closed } }
  }
  takeOrders(obey)
}

if (process.argv[2] === '--child') serveOrders()
