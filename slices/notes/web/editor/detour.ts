/**
 * The way round when sockets are closed: what is new goes by plain calls, what others wrote comes
 * back with the answer. Updates merge, so nobody is overwritten.
 */
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { call } from '#web/kit/call.ts'
import type { Output } from '#kernel/operation.ts'
import { pushToNote } from '../../api/reading.ts'
import type { NoteId } from '../../api/shapes.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import type { z } from 'zod'

const BUSY_MS = 1500
const CALM_MS = 5000

type Answer = Output<typeof pushToNote>
type Told = {
  /** Something new waits for the next trip. */
  wrote: () => void
  /** A trip came back; whether more was written meanwhile. */
  came: (answer: Answer, isMore: boolean) => void
  refused: (cause: unknown) => void
}

export type Detour = { stop: () => void }

/** Goes round until it is stopped; tells after each trip, and of a refusal. */
export function takeDetour(note: z.infer<typeof NoteId>, doc: Doc, told: Told): Detour {
  const leaving = new AbortController()
  let stored: Uint8Array | null = null
  let isNew = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const onUpdate = (_: Uint8Array, origin: unknown): void => {
    if (origin === leaving) return
    isNew = true
    told.wrote()
  }
  async function exchange(update: Uint8Array | null): Promise<Answer> {
    const vector = toBase64(encodeStateVector(doc))
    const body = { vector, update: update && toBase64(update) }
    const answer = await call(pushToNote, { params: { note }, body, signal: leaving.signal })
    stored = fromBase64(answer.vector)
    applyUpdate(doc, fromBase64(answer.update), leaving)
    return answer
  }
  async function trip(): Promise<void> {
    // What is there is asked first, so that only what is not goes along.
    if (!stored) await exchange(null)
    const wasNew = isNew
    isNew = false
    const answer = await exchange(wasNew && stored ? encodeStateAsUpdate(doc, stored) : null)
    told.came(answer, isNew)
  }
  function again(): void {
    if (leaving.signal.aborted) return
    timer = setTimeout(
      () => {
        trip().then(again, (cause) => {
          isNew = true
          if (!leaving.signal.aborted) told.refused(cause)
          again()
        })
      },
      isNew ? BUSY_MS : CALM_MS,
    )
  }
  doc.on('update', onUpdate)
  trip().then(again, (cause) => {
    isNew = true
    told.refused(cause)
    again()
  })
  return {
    stop() {
      leaving.abort()
      clearTimeout(timer)
      doc.off('update', onUpdate)
    },
  }
}
