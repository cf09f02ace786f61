/** As many as may write in one note: 150 with two changes a second and their cursors, all stored. */
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { bareNotes, hallNotes, type Load } from './load/notes.ts'

const LOAD: Load = { writers: 150, readers: 0, rate: 2, seconds: 30 }
const P99_MS = 60

/** `--seconds N` for a shorter run. */
export async function run(args: readonly string[] = []): Promise<Measured> {
  const at = args.indexOf('--seconds')
  const load = at < 0 ? LOAD : { ...LOAD, seconds: Number(args[at + 1]) }
  const reference = await bareNotes(load)
  await using hall = await openHallProcess()
  const figures = await hallNotes(hall, load)
  const { p99 = 0, unsaved = 0, missing = 0 } = figures
  const judged = [
    { wish: '300 of 300 a second stored', reached: unsaved === 0 && missing === 0 },
    { wish: `p99 <= ${P99_MS} ms`, reached: p99 <= P99_MS },
  ]
  return { figures, reference, judged }
}
