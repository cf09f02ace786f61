/** What two hours of 20 authors leave: the folded note and its history, beside their text; opening it. */
import { Buffer } from 'node:buffer'
import { sql } from 'kysely'
import { docOf } from '#slices/notes/store/texts.ts'
import { noteText } from '#slices/notes/index.ts'
import { typeEvening } from './load/evening.ts'
import { round } from './load/figures.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { noteWith } from './load/notes.ts'

const CHARACTERS = 60_000
const [STATE_TIMES, HISTORY_TIMES] = [6, 60]

export async function run(): Promise<Measured> {
  await using hall = await openHallProcess()
  const { note } = await noteWith(hall, 1)
  const { db, clock } = hall.backstage
  const how = { authors: 20, characters: CHARACTERS, now: clock.now() }
  const { rows } = await typeEvening(hall.backstage, note, how)
  const text = Buffer.byteLength(await noteText(db, note))
  const sizes = await sql<{ state: number; history: number }>`select
    (select octet_length(state) from note_texts where note = ${note}) as state,
    (select sum(octet_length(bytes))::int from note_updates where note = ${note}) as history`.execute(
    db,
  )
  const { state = 0, history = 0 } = sizes.rows[0] ?? {}
  const begin = performance.now()
  await docOf(db, note)
  const openMs = round(performance.now() - begin)
  const times = { state: round(state / text, 2), history: round(history / text, 2) }
  return {
    figures: {
      textKb: round(text / 1000),
      stateTimes: times.state,
      historyTimes: times.history,
      rows,
      openMs,
    },
    reference: {},
    judged: [
      { wish: `the note <= ${STATE_TIMES} x its text`, reached: times.state <= STATE_TIMES },
      { wish: `its history <= ${HISTORY_TIMES} x`, reached: times.history <= HISTORY_TIMES },
    ],
  }
}
