/** Files, as the hall mounts them. */
import { handOver } from '#kernel/handing-over.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { servings } from './routes/adding.ts'
import { policies } from './routes/policies.ts'
import { refusals } from './routes/refusals.ts'
import { pages } from './routes/serving.ts'
import { bequeathFiles } from './store/bequest.ts'
import { readsHolder } from './store/holders.ts'
import { OWNED } from './store/merging.ts'
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
  listeners: {
    'person.merged': (tx, { data }) => handOver(tx, handingIn(data), OWNED),
    'circle.closed': bequeathFiles,
  },
  timers,
  pages,
}
