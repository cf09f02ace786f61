/** Files, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { servings } from './routes/adding.ts'
import { policies } from './routes/policies.ts'
import { refusals } from './routes/refusals.ts'
import { pages } from './routes/serving.ts'
import { readsHolder } from './store/holders.ts'
import { timers } from './timers.ts'

export const files: Slice = {
  name: 'files',
  servings,
  policies,
  refusals,
  topics: {
    files: {
      mayRead(db, caller, id) {
        const [kind = '', holder = ''] = id.split(':')
        return readsHolder(db, caller, { kind, id: holder })
      },
    },
  },
  timers,
  pages,
}
