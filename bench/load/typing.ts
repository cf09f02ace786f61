/** People who type a text together into the note of a gathering, as a crowd does; what became of it. */
import { setTimeout as rest } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Hall } from '#kernel/hall.ts'
import { noteText, openMainNote } from '#slices/notes/index.ts'
import { fragmentOf } from '#slices/notes/rules/tree.ts'
import { agree, type Pen, takePen } from '#testing/pens.ts'
import { quantiles } from './figures.ts'
import { holds } from './pace.ts'
import { enterAll, strangers } from './seats.ts'
import type { Stage } from './stage.ts'

export type Typed = {
  writers: number
  /** Lines of the text, each typed by one of them, some words at a time. */
  lines: number
  /** Lines that stand in the note in the database, each once and whole. */
  stored: number
  lost: number
  /** Changes that were typed; each arrived at somebody who looked on. */
  changes: number
  /** All who wrote hold the same text in the end. */
  agree: boolean
  /** From typing to arriving at who looks on, in ms. */
  p50: number
  p99: number
}

const SETTLE_MS = 30_000
const PAUSE_MS = 400

/** Sees when what somebody typed has arrived at who looks on. */
function watch(onlooker: Pen) {
  const latencies: number[] = []
  let waiting: Array<{ client: number; clock: number; at: number }> = []
  onlooker.doc.on('update', () => {
    const now = performance.now()
    waiting = waiting.filter(({ client, clock, at }) => {
      if (Y.getState(onlooker.doc.store, client) < clock) return true
      latencies.push(now - at)
      return false
    })
  })
  return {
    latencies,
    typed({ doc }: Pen): void {
      const clock = Y.getState(doc.store, doc.clientID)
      waiting.push({ client: doc.clientID, clock, at: performance.now() })
    },
    pending: () => waiting.length,
  }
}

/** One types their lines, two words at a time, each into a paragraph of its own. */
async function type(
  pen: Pen,
  lines: readonly string[],
  typed: (pen: Pen) => void,
): Promise<number> {
  let changes = 0
  for (const line of lines) {
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    const fragment = fragmentOf(pen.doc)
    fragment.insert(fragment.length, [paragraph])
    for (const words of line.match(/\S+\s*\S*\s*/g) ?? []) {
      text.insert(text.length, words)
      typed(pen)
      changes += 1
      await rest(PAUSE_MS)
    }
  }
  return changes
}

/** So many guests write the lines of a text in turn, while whatever else happens in the room. */
export async function typeTogether(
  { backstage, origin }: { backstage: Hall; origin: string },
  stage: Stage,
  text: string,
  count: number,
): Promise<Typed> {
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
  const { gathering, facilitator } = stage
  const opening = { gathering, by: facilitator.who, now: backstage.clock.now() }
  const note = await backstage.transact((tx) => openMainNote(tx, opening))
  const guests = strangers(count).map((guest, at) => ({ ...guest, name: `Writer ${at + 1}` }))
  await enterAll(origin, gathering, guests)
  const pens = guests.map(({ cookie }) => takePen(origin, note, cookie))
  const onlooker = takePen(origin, note, facilitator.cookie)
  try {
    await holds(() => [...pens, onlooker].every((pen) => pen.saved()), SETTLE_MS)
    const watching = watch(onlooker)
    const changes = await Promise.all(
      pens.map((pen, at) =>
        type(
          pen,
          lines.filter((_, line) => line % count === at),
          watching.typed,
        ),
      ),
    )
    const settled = () => pens.every((pen) => pen.saved()) && watching.pending() === 0
    await holds(settled, SETTLE_MS)
    await holds(() => agree(pens.map(({ doc }) => doc)), SETTLE_MS)
    const kept = Map.groupBy((await noteText(backstage.db, note)).split('\n'), (line) =>
      line.trim(),
    )
    const wanted = Map.groupBy(lines, (line) => line)
    const stored = [...wanted].reduce(
      (sum, [line, same]) => sum + Math.min(kept.get(line)?.length ?? 0, same.length),
      0,
    )
    const { p50, p99 } = quantiles(watching.latencies)
    return {
      writers: count,
      lines: lines.length,
      stored,
      lost: lines.length - stored,
      changes: changes.reduce((sum, one) => sum + one, 0),
      agree: agree(pens.map(({ doc }) => doc)),
      p50,
      p99,
    }
  } finally {
    for (const pen of [...pens, onlooker]) pen.end()
  }
}
