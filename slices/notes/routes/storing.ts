/**
 * Storing what is written in an open note, before anybody sees it. What comes within some
 * milliseconds goes to the database together; what is stored within two seconds is one row.
 */
import { setTimeout as rest } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { FOLD_ROWS, ROW_MS } from '../rules/limits.ts'
import { appendUpdate, growUpdate } from '../store/texts.ts'
import type { NoteId } from '../store/tables.ts'

const AGAIN_MS = 500
const GONE = '23503'

/** Something that waits for its turn: an update, or what must come after those before it. */
export type Waiting = {
  bytes: Uint8Array | null
  who: string
  /** What is done once it and all before it are stored. */
  done(): void
}

export type Store = {
  put(waiting: Waiting): void
  /** Bytes that wait. */
  backlog(): number
  /** Whether something waits. */
  busy(): boolean
  /** Resolves when nothing waits any more. */
  rest(): Promise<void>
}

export type StoreOptions = {
  hall: Hall
  note: NoteId
  /** How long what comes waits for more, in ms. */
  patience(): number
  /** Told what was stored, before those who wrote it are. */
  stored(update: Uint8Array): void
  /** Told when so much was stored that it should be folded. */
  grown(): void
  /** The note is no more. */
  lost(): void
}

type Row = { seq: number; begun: number; begunAt: Instant; whos: Set<string>; bytes: Uint8Array }

export function createStore(options: StoreOptions): Store {
  let queue: Waiting[] = []
  let bytes = 0
  let row: Row | null = null
  let rows = 0
  let timer: NodeJS.Timeout | null = null
  let storing: Promise<void> | null = null
  let over = false

  async function save(updates: Uint8Array[], whos: string[]): Promise<void> {
    const merged = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
    for (let tries = 1; !over; tries += 1) {
      try {
        const next = await options.hall.transact((tx) => saveIn(tx, options, { row, merged, whos }))
        if (next.seq !== row?.seq) rows += 1
        row = next
        options.stored(merged)
        return
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === GONE) {
          over = true
          options.lost()
          return
        }
        if (tries === 1) options.hall.log.error('a note could not be stored yet', cause)
        await rest(AGAIN_MS)
      }
    }
  }

  async function turn(): Promise<void> {
    const batch = queue
    queue = []
    bytes = 0
    const updates = batch.flatMap((waiting) => waiting.bytes ?? [])
    const whos = new Set(batch.flatMap((waiting) => (waiting.bytes ? waiting.who : [])))
    if (updates.length > 0) await save(updates, [...whos])
    if (!over) for (const waiting of batch) waiting.done()
    if (rows < FOLD_ROWS) return
    rows = 0
    options.grown()
  }

  function schedule(): void {
    if (timer || storing || queue.length === 0) return
    timer = setTimeout(begin, options.patience())
  }
  function begin(): void {
    if (timer) clearTimeout(timer)
    timer = null
    storing ??= turn()
      .catch((cause) => options.hall.log.error('what was stored could not be told', cause))
      .finally(() => {
        storing = null
        schedule()
      })
  }
  return {
    put(waiting) {
      if (over) return
      queue.push(waiting)
      bytes += waiting.bytes?.byteLength ?? 0
      schedule()
    },
    backlog: () => bytes,
    busy: () => queue.length > 0 || storing !== null,
    async rest() {
      while (queue.length > 0 || storing) {
        begin()
        await storing
      }
    },
  }
}

type Saving = { row: Row | null; merged: Uint8Array; whos: string[] }

async function saveIn(
  tx: Transaction,
  { hall, note }: StoreOptions,
  { row, merged, whos }: Saving,
): Promise<Row> {
  const at = hall.clock.now()
  const begun = performance.now()
  if (row && begun - row.begun < ROW_MS) {
    const grown = {
      ...row,
      whos: new Set([...row.whos, ...whos]),
      bytes: Y.mergeUpdates([row.bytes, merged]),
    }
    const fields = { at, whos: [...grown.whos], bytes: grown.bytes }
    if (await growUpdate(tx, row.seq, fields)) return grown
  }
  const seq = await appendUpdate(tx, note, { begunAt: at, at, whos, bytes: merged })
  return { seq, begun, begunAt: at, whos: new Set(whos), bytes: merged }
}
