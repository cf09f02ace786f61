/** Interpretation, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'
import { readsRoom } from '#slices/room/index.ts'
import { interpretationServings } from './routes/interpretation.ts'
import { refusals } from './routes/refusals.ts'

export const interpretation: Slice = {
  name: 'interpretation',
  servings: interpretationServings,
  refusals,
  topics: { interpretation: { mayRead: readsRoom } },
}
