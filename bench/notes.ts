/**
 * A hall of 350 around one note: 20 write two changes a second with their cursors, each stored before
 * it is shown, 330 read; beside bare Hocuspocus with all 350 connected and nothing stored.
 */
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { bareNotes, hallNotes, type Load } from './load/notes.ts'

const LOAD: Load = { writers: 20, readers: 330, rate: 2, seconds: 30 }
const P99_MS = 63
const AGE_MS = 1500

/** `--seconds N` for a shorter run. */
export async function run(args: readonly string[] = []): Promise<Measured> {
  const at = args.indexOf('--seconds')
  const load = at < 0 ? LOAD : { ...LOAD, seconds: Number(args[at + 1]) }
  const reference = await bareNotes(load)
  await using hall = await openHallProcess()
  const figures = await hallNotes(hall, load)
  const { p99 = 0, cpu = 0, unsaved = 0, missing = 0, readersP95 = 0 } = figures
  const judged = [
    { wish: 'all accepted and stored', reached: unsaved === 0 && missing === 0 },
    { wish: `p99 <= ${P99_MS} ms`, reached: p99 <= P99_MS },
    { wish: 'p99 <= bare', reached: p99 <= (reference['p99'] ?? 0) },
    { wish: 'cpu <= half of bare', reached: cpu <= (reference['cpu'] ?? 0) / 2 },
    { wish: `readers' p95 age <= ${AGE_MS} ms`, reached: readersP95 <= AGE_MS },
  ]
  return { figures, reference, judged }
}
