/** Notes, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'
import { keepingServings } from './routes/keeping.ts'
import { policies } from './routes/policies.ts'
import { refusals } from './routes/refusals.ts'

export const notes: Slice = {
  name: 'notes',
  servings: [...keepingServings],
  policies,
  refusals,
}
