/** What a slice brings to the hall; `app/slices.ts` lists them in their order of dependency. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Hono } from 'hono'
import type { WebSocket } from 'ws'
import type { Config } from './config.ts'
import type { Transaction } from './database.ts'
import type { Hall } from './hall.ts'
import type { Instant } from './clock.ts'
import type { RefusalMeanings } from './problem.ts'
import type { Entry } from './record.ts'
import type { Serving } from './serve.ts'
import type { Caller } from './session.ts'
import type { Reader } from './database.ts'

/** Who may: a sentence for the docs, and the question. `params` are those of the operation. */
export type Policy = {
  sentence: string
  allows(
    db: Reader,
    caller: Caller,
    params: Record<string, string>,
    now: Instant,
  ): Promise<boolean | { refused: string }>
}

/** A family of topics: the first part of their names ("gathering" of `gathering:gth_…`). */
export type TopicFamily = {
  /** May this caller read it? `id` is what follows the family's name. */
  mayRead(db: Reader, caller: Caller, id: string): Promise<boolean>
  /** Told when the first socket of a caller subscribes and when the last one goes. */
  arrived?(hall: Hall, caller: Caller, id: string): Promise<void>
  departed?(hall: Hall, caller: Caller, id: string): Promise<void>
  /** What a caller may send round without storing it (typing); null swallows it. */
  pass?(hall: Hall, caller: Caller, id: string, payload: unknown): Promise<unknown>
}

export type Timer = {
  name: string
  everySeconds: number
  run(hall: Hall, now: Instant): Promise<void>
}
export type Job = { name: string; run(hall: Hall, data: Record<string, unknown>): Promise<void> }

/** A command of `moothall` in the terminal. */
export type Command = {
  /** As it is typed: `backup`, `import chat`. */
  name: string
  /** What follows the name: `FILE --date DATE [--json]`. */
  usage: string
  /** One sentence. */
  summary: string
  /** Of several commands with one name, the first whose `fits` says so runs; left out: always. */
  fits?(args: readonly string[]): boolean
  /** Answers the exit code: 0 when it went well, 1 when not. */
  run(given: Given): Promise<number>
}

export type Given = {
  args: string[]
  config: Config
  /** The hall on its database without serving it, whether it runs or not; closed by itself. */
  open(): Promise<Hall>
  print(text: string): void
}

/** What stands behind a WebSocket path of a slice's own, beside `/live`. */
export type Door = {
  /** The largest frame in bytes; a larger one ends the socket (1009). */
  maxPayload: number
  /**
   * Somebody of our own origin came in; `socket` and what it says is the slice's from here. `stream`
   * is what it stands on: frames of one's own are written to it whole (kernel/frame.ts).
   */
  meet(socket: WebSocket, stream: Duplex, caller: Caller): void
  /** The hall closes: writes down what must not be lost, then lets everybody go. */
  close(): Promise<void>
}

/** What stands behind all paths below one ("/media/…"): upgrades are passed on as they come. */
export type Passage = {
  pass(upgrade: Upgrade, caller: Caller): Promise<void>
}
export type Upgrade = { request: IncomingMessage; stream: Duplex; head: Buffer }

export type Slice = {
  name: string
  servings?: readonly Serving[]
  policies?: Record<string, Policy>
  refusals?: RefusalMeanings
  topics?: Record<string, TopicFamily>
  /** Heard in the same transaction as the entry; a throw undoes both. */
  listeners?: Record<string, (tx: Transaction, entry: Entry) => Promise<void>>
  timers?: readonly Timer[]
  jobs?: readonly Job[]
  commands?: readonly Command[]
  /** WebSocket paths of its own ("/notes/live"), opened with the server. */
  sockets?: Record<string, (hall: Hall) => Door>
  /** Paths whose upgrades go on to another server, by how they begin ("/media/"). */
  passages?: Record<string, (hall: Hall) => Passage>
  /** Lines for the terminal once the hall is open, such as a link for the first steward. */
  announce?(hall: Hall): Promise<string[]>
  /** Pages that are HTML from the server, feeds and files: mounted at the root. */
  pages?(hall: Hall): Hono
}
