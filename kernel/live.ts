/**
 * Live: one socket a tab, `/live`. A client subscribes to topics with the number it has; what it
 * missed is replayed, then the tail follows, so nothing is lost and nothing comes twice. An entry
 * is encoded once for all who read it. Who reads too slowly is let go and resumes from its number.
 *
 * Client -> hall: {"subscribe": topic, "after": seq} · {"leave": topic} · {"pass": topic, "say": …}
 * Hall -> client: {"topic", "entries": […]} · {"topic", "live": seq} · {"topic", "refused": name}
 *                 {"topic", "pass": …} (not stored) · {"topic", "gone": true} (no longer yours)
 */
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Reader } from './database.ts'
import { type Fanout, localFanout, type News } from './fanout.ts'
import { textFrame } from './frame.ts'
import type { Log } from './log.ts'
import { createPages, type Pages } from './pages.ts'
import { type Entry, entriesOf, lastSeq, REDACTED } from './record.ts'
import type { Caller } from './session.ts'

const PAGE = 500
const SLOW_BYTES = 1_000_000
export const CLOSE_SLOW = 4008
export const CLOSE_SIGNED_OUT = 4001

type Subscription = { topic: string; cursor: number; live: boolean }
/** `stream` is what the socket stands on: frames that many read are written to it as they are. */
export type Link = {
  socket: WebSocket
  stream: Duplex
  caller: Caller
  topics: Map<string, Subscription>
}
type Topic = { last: number; links: Set<Link>; filling: Promise<void> | null; pages: Pages }
type State = { db: Reader; log: Log; topics: Map<string, Topic>; links: Set<Link> }

/** Whom to let go: of a topic, or altogether. */
export type Expulsion = { topic?: string; person?: string; browser?: string; session?: string }

export type Live = {
  publish(entries: Entry[]): void
  /** Sends something to a topic's readers without storing it. */
  pass(topic: string, payload: unknown): void
  subscribe(link: Link, topic: string, after: number): Promise<void>
  unsubscribe(link: Link, topic: string): void
  /** Ends subscriptions (with a topic) or whole sockets (without), on every node. */
  expel(whom: Expulsion): void
  open(socket: WebSocket, stream: Duplex, caller: Caller): Link
  close(link: Link): void
  /** How many sockets of this node read a topic. */
  readers(topic: string): number
  /** Who reads topics whose names begin so, on this node. */
  whoReads(prefix: string): { topic: string; caller: Caller }[]
  /** All news of this node and of the others, for what lives in memory (the notes that are open). */
  hear(listen: (news: News) => void): void
  shut(): Promise<void>
}

export type LiveOptions = { db: Reader; log: Log; fanout?: Fanout }

/**
 * Nothing of ours is ever compressed or sent in pieces, so `ws` holds no frame back, and frames
 * written beside it stand in their order.
 */
function send({ socket, stream }: Link, frame: Buffer): void {
  if (socket.readyState !== socket.OPEN) return
  if (stream.writableLength > SLOW_BYTES) socket.close(CLOSE_SLOW, 'slow')
  else stream.write(frame)
}

function tell(link: Link, message: object): void {
  send(link, textFrame(JSON.stringify(message)))
}

/** A long replay goes at the pace of who reads it. */
async function drained({ stream }: Link): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(
    () => {},
  )
  over.abort()
}

function matches(link: Link, whom: Expulsion): boolean {
  const { person, session, browser } = link.caller
  if (whom.session) return session === whom.session
  if (whom.person) return person === whom.person
  if (whom.browser) return person === null && browser === whom.browser
  return whom.topic !== undefined
}

function deliver(topic: Topic, entry: Entry): void {
  if (entry.seq <= topic.last) return
  topic.last = entry.seq
  if (entry.kind === REDACTED) topic.pages.forget()
  const frame = textFrame(JSON.stringify({ topic: entry.topic, entries: [entry] }))
  for (const link of topic.links) {
    const mine = link.topics.get(entry.topic)
    if (!mine?.live || mine.cursor >= entry.seq) continue
    mine.cursor = entry.seq
    send(link, frame)
  }
}

/** Entries may arrive out of order, from two connections or two nodes: a gap is read from the record. */
function hear(state: State, entry: Entry): void {
  const topic = state.topics.get(entry.topic)
  if (!topic || entry.seq <= topic.last) return
  if (topic.filling === null && entry.seq === topic.last + 1) deliver(topic, entry)
  else queueFill(state, entry.topic, topic, async () => entry.seq)
}

function queueFill(state: State, name: string, topic: Topic, until: () => Promise<number>): void {
  topic.filling = (topic.filling ?? Promise.resolve())
    .then(async () => fill(state, name, topic, await until()))
    .catch((cause) => {
      state.log.error('a gap could not be read', cause, { topic: name })
      for (const link of topic.links) link.socket.close(1013, 'try again')
    })
    .finally(() => {
      topic.filling = null
    })
}

async function fill({ db }: State, name: string, topic: Topic, until: number): Promise<void> {
  while (topic.last < until) {
    const missed = await entriesOf(db, name, { after: topic.last, limit: PAGE })
    if (missed.length === 0) return
    for (const entry of missed) deliver(topic, entry)
  }
}

async function topicNamed({ db, topics }: State, name: string): Promise<Topic> {
  const known = topics.get(name)
  if (known) {
    await known.filling
    return known
  }
  const fresh: Topic = {
    last: 0,
    links: new Set(),
    filling: null,
    pages: createPages(db, name),
  }
  topics.set(name, fresh)
  fresh.filling = lastSeq(db, name).then(
    (seq) => {
      fresh.last = Math.max(fresh.last, seq)
      fresh.filling = null
    },
    (cause) => {
      topics.delete(name)
      throw cause
    },
  )
  await fresh.filling
  return fresh
}

async function subscribe(state: State, link: Link, name: string, after: number): Promise<void> {
  let topic = await topicNamed(state, name)
  while (state.topics.get(name) !== topic) topic = await topicNamed(state, name)
  if (!state.links.has(link)) return
  const mine: Subscription = { topic: name, cursor: Math.min(after, topic.last), live: false }
  link.topics.set(name, mine)
  topic.links.add(link)
  while (link.topics.get(name) === mine && mine.cursor < topic.last) {
    const page = await topic.pages.after(mine.cursor)
    if (!page) break
    mine.cursor = page.last
    send(link, page.frame)
    await drained(link)
  }
  if (link.topics.get(name) !== mine) return
  mine.live = true
  tell(link, { topic: name, live: mine.cursor })
}

function unsubscribe({ topics }: State, link: Link, name: string): void {
  link.topics.delete(name)
  const topic = topics.get(name)
  topic?.links.delete(link)
  if (topic && topic.links.size === 0) topics.delete(name)
}

function expelHere(state: State, whom: Expulsion): void {
  for (const link of state.links) {
    if (!matches(link, whom)) continue
    if (whom.topic === undefined) link.socket.close(CLOSE_SIGNED_OUT, 'signed out')
    else if (link.topics.has(whom.topic)) {
      unsubscribe(state, link, whom.topic)
      tell(link, { topic: whom.topic, gone: true })
    }
  }
}

function hearNews(state: State, { entry, expel, pass, missed }: News): void {
  if (entry) hear(state, entry)
  if (expel) expelHere(state, expel)
  if (missed) {
    for (const [name, topic] of state.topics)
      queueFill(state, name, topic, () => lastSeq(state.db, name))
  }
  const links = pass && state.topics.get(pass.topic)?.links
  if (links) {
    const frame = textFrame(JSON.stringify(pass))
    for (const link of links) send(link, frame)
  }
}

/** The hub of one node; nodes hear each other through the fanout. */
export function createLive({ db, log, fanout = localFanout() }: LiveOptions): Live {
  const state: State = { db, log, topics: new Map(), links: new Set() }
  fanout.hear((news) => hearNews(state, news))
  return {
    publish: (entries) => entries.forEach((entry) => fanout.tell({ entry })),
    pass: (topic, payload) => fanout.tell({ pass: { topic, pass: payload } }),
    expel: (whom) => fanout.tell({ expel: whom }),
    subscribe: (link, topic, after) => subscribe(state, link, topic, after),
    unsubscribe: (link, topic) => unsubscribe(state, link, topic),
    open(socket, stream, caller) {
      const link: Link = { socket, stream, caller, topics: new Map() }
      state.links.add(link)
      return link
    },
    close(link) {
      state.links.delete(link)
      for (const name of [...link.topics.keys()]) unsubscribe(state, link, name)
    },
    readers: (topic) => state.topics.get(topic)?.links.size ?? 0,
    whoReads: (prefix) =>
      [...state.topics]
        .filter(([name]) => name.startsWith(prefix))
        .flatMap(([topic, { links }]) => [...links].map(({ caller }) => ({ topic, caller }))),
    hear: (listen) => fanout.hear(listen),
    async shut() {
      for (const link of state.links) link.socket.close(1001, 'the hall closes')
      await fanout.close()
    },
  }
}
