/** Decisions, as the hall mounts them: so far the counts, from files. */
import type { Slice } from '#kernel/slice.ts'
import { recount } from './routes/recount.ts'
import { refusals } from './routes/refusals.ts'
import { sample } from './routes/sample.ts'
import { tally } from './routes/tally.ts'
import { whatif } from './routes/whatif.ts'

export const decisions: Slice = {
  name: 'decisions',
  refusals,
  commands: [tally, recount, whatif, sample],
}
