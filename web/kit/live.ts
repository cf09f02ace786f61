/**
 * The live line: one socket a tab. A topic is followed from the number that is known; after a break
 * it goes on from the last one heard, so that nothing is missed and nothing comes twice.
 */
import type { Entry } from '#kernel/record.ts'

export type LineState = { online: boolean; since: number }

export type TopicListener = {
  entries(entries: Entry[]): void
  /** All that was missed is there. */
  live?(): void
  /** No longer ours, or never was. */
  gone?(): void
  pass?(payload: unknown): void
}

type Followed = { seq: number; live: boolean; listener: TopicListener }
type Frame = {
  topic: string
  entries?: Entry[]
  live?: number
  refused?: string
  gone?: boolean
  pass?: unknown
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 8000

const followed = new Map<string, Followed>()
const watchers = new Set<() => void>()
let socket: WebSocket | null = null
let tries = 0
let timer: ReturnType<typeof setTimeout> | undefined
let state: LineState = { online: true, since: Date.now() }

function become(online: boolean): void {
  if (state.online === online) return
  state = { online, since: Date.now() }
  for (const watcher of watchers) watcher()
}

function ask(topic: string, seq: number): void {
  if (socket?.readyState === WebSocket.OPEN)
    socket.send(JSON.stringify({ subscribe: topic, after: seq }))
}

function take({ topic, entries, live, refused, gone, pass: passed }: Frame): void {
  const mine = followed.get(topic)
  if (!mine) return
  const fresh = entries?.filter(({ seq }) => seq > mine.seq)
  if (fresh && fresh.length > 0) {
    mine.seq = fresh.at(-1)?.seq ?? mine.seq
    mine.listener.entries(fresh)
  }
  if (live !== undefined) {
    mine.live = true
    mine.listener.live?.()
    if ([...followed.values()].every((one) => one.live)) become(true)
  }
  if (passed !== undefined) mine.listener.pass?.(passed)
  if (refused !== undefined || gone) {
    followed.delete(topic)
    mine.listener.gone?.()
  }
}

function comeBackLater(): void {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries)
  tries += 1
  clearTimeout(timer)
  timer = setTimeout(connect, pause * (0.5 + Math.random()))
}

function connect(): void {
  clearTimeout(timer)
  if (followed.size === 0) return
  const opening = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`)
  socket = opening
  opening.addEventListener('open', () => {
    tries = 0
    for (const [topic, one] of followed) ask(topic, one.seq)
  })
  opening.addEventListener('message', ({ data }) => {
    if (socket === opening) take(JSON.parse(String(data)))
  })
  opening.addEventListener('close', () => {
    if (socket === opening) lose()
  })
}

/** The line is gone: said at once, also where the closing of a socket would still take its time. */
function lose(): void {
  const lost = socket
  socket = null
  lost?.close()
  for (const one of followed.values()) one.live = false
  if (followed.size > 0) {
    become(false)
    comeBackLater()
  }
}

/** Follows a topic after a number; answers what stops it. */
export function follow(topic: string, after: number, listener: TopicListener): () => void {
  const mine: Followed = { seq: after, live: false, listener }
  followed.set(topic, mine)
  if (socket?.readyState === WebSocket.OPEN) ask(topic, after)
  else if (!socket) connect()
  return () => {
    if (followed.get(topic) !== mine) return
    followed.delete(topic)
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ leave: topic }))
    if (followed.size === 0) {
      socket?.close()
      socket = null
      become(true)
    }
  }
}

/** Sends something round a topic without keeping it. */
export function pass(topic: string, say: unknown): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ pass: topic, say }))
}

/** Tries to come back at once. */
export function tryNow(): void {
  if (socket?.readyState !== WebSocket.OPEN) {
    tries = 0
    socket?.close()
    connect()
  }
}

/** The state of the line, for useSyncExternalStore. */
export const line = {
  watch(watcher: () => void): () => void {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  now: (): LineState => state,
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', tryNow)
  window.addEventListener('offline', lose)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !state.online) tryNow()
  })
}
