/**
 * Storing what is written in an open note, before anybody sees it. What comes within some
 * milliseconds goes to the database together; what is stored within two seconds is one row.
 */
import { setTimeout as rest } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
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

export class Store {
  readonly #options: StoreOptions
  #queue: Waiting[] = []
  #bytes = 0
  #row: Row | null = null
  #rows = 0
  #timer: NodeJS.Timeout | null = null
  #storing: Promise<void> | null = null
  #over = false

  constructor(options: StoreOptions) {
    this.#options = options
  }

  /** Bytes that wait. */
  get backlog(): number {
    return this.#bytes
  }

  /** Whether something waits. */
  get busy(): boolean {
    return this.#queue.length > 0 || this.#storing !== null
  }

  put(waiting: Waiting): void {
    if (this.#over) return
    this.#queue.push(waiting)
    this.#bytes += waiting.bytes?.byteLength ?? 0
    this.#schedule()
  }

  /** Resolves when nothing waits any more. */
  async rest(): Promise<void> {
    while (this.busy) {
      this.#begin()
      await this.#storing
    }
  }

  #schedule(): void {
    if (this.#timer || this.#storing || this.#queue.length === 0) return
    this.#timer = setTimeout(() => this.#begin(), this.#options.patience())
  }

  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#storing ??= this.#turn()
      .catch((cause) => this.#options.hall.log.error('what was stored could not be told', cause))
      .finally(() => {
        this.#storing = null
        this.#schedule()
      })
  }

  async #turn(): Promise<void> {
    const batch = this.#queue
    this.#queue = []
    this.#bytes = 0
    const updates = batch.flatMap(({ bytes }) => bytes ?? [])
    const whos = new Set(batch.flatMap(({ bytes, who }) => (bytes ? who : [])))
    if (updates.length > 0) await this.#save(updates, [...whos])
    if (this.#over) return
    for (const waiting of batch) waiting.done()
    if (this.#rows < FOLD_ROWS) return
    this.#rows = 0
    this.#options.grown()
  }

  /** Tries until it is stored: nobody is told before. */
  async #save(updates: Uint8Array[], whos: string[]): Promise<void> {
    const { hall, stored, lost } = this.#options
    const merged = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates)
    for (let tries = 1; !this.#over; tries += 1) {
      try {
        const saving = { row: this.#row, merged, whos }
        const next = await save(this.#options, saving)
        if (next.seq !== this.#row?.seq) this.#rows += 1
        this.#row = next
        return stored(merged)
      } catch (cause) {
        if (isGone(cause)) {
          this.#over = true
          return lost()
        }
        if (tries === 1) hall.log.error('a note could not be stored yet', cause)
        await rest(AGAIN_MS)
      }
    }
  }
}

/** The note was deleted meanwhile: its updates belong to nothing. */
function isGone(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === GONE
}

type Saving = { row: Row | null; merged: Uint8Array; whos: string[] }

/** Lets the row of the last two seconds grow, or begins one: a statement each, committed by itself. */
async function save({ hall, note }: StoreOptions, { row, merged, whos }: Saving): Promise<Row> {
  const { db } = hall
  const at = hall.clock.now()
  const begun = performance.now()
  if (row && begun - row.begun < ROW_MS) {
    const grown = {
      ...row,
      whos: new Set([...row.whos, ...whos]),
      bytes: Y.mergeUpdates([row.bytes, merged]),
    }
    const fields = { at, whos: [...grown.whos], bytes: grown.bytes }
    if (await growUpdate(db, row.seq, fields)) return grown
  }
  const seq = await appendUpdate(db, note, { begunAt: at, at, whos, bytes: merged })
  return { seq, begun, begunAt: at, whos: new Set(whos), bytes: merged }
}
