/** Opening a note of 50,000 characters by 20 authors: as a reader, with authors, as a writer. */
import * as Y from 'yjs'
import { docOf } from '#slices/notes/store/texts.ts'
import { typeEvening } from './load/evening.ts'
import { quantiles, round } from './load/figures.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { noteWith } from './load/notes.ts'
import { send } from './load/seats.ts'

const TIMES = 40
const MOST_MS = 50

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < TIMES; time += 1) all.push(await timed(work))
  return quantiles(all).p95
}

export async function run(): Promise<Measured> {
  await using hall = await openHallProcess()
  const { guests, note } = await noteWith(hall, 1)
  const [guest = { cookie: '' }] = guests
  const now = hall.backstage.clock.now()
  await typeEvening(hall.backstage, note, { authors: 20, characters: 50_000, now })
  const read = (query: string) => () => send(hall.origin, guest, `/api/notes/${note}/text${query}`)
  const reader = await p95(read(''))
  const authors = await p95(read('?authors=1'))
  const writer = await p95(() => docOf(hall.backstage.db, note))
  const empty = await p95(() => send(hall.origin, guest, `/api/notes/${note}`))
  const bytes = Buffer.byteLength(await read('')())
  const state = Y.encodeStateAsUpdate(await docOf(hall.backstage.db, note))
  const bare = await p95(async () => Y.applyUpdate(new Y.Doc(), state))
  return {
    figures: { reader, authors, writer, kilobytes: round(bytes / 1000) },
    reference: { reader: empty, writer: bare },
    judged: [
      { wish: `a reader has it in <= ${MOST_MS} ms`, reached: reader <= MOST_MS },
      { wish: `with who wrote what in <= ${MOST_MS} ms`, reached: authors <= MOST_MS },
      { wish: `a writer's document in <= ${MOST_MS} ms`, reached: writer <= MOST_MS },
    ],
  }
}
