/** Standing, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'
import { CircleId } from './api/shapes.ts'
import { claimingServings } from './routes/claiming.ts'
import { listeners } from './routes/hearing.ts'
import { excusingServings } from './routes/excusing.ts'
import { importingServings } from './routes/importing.ts'
import { keepingServings } from './routes/keeping.ts'
import { modeServings } from './routes/modes.ts'
import { payingServings } from './routes/paying.ts'
import { policies } from './routes/policies.ts'
import { refusals } from './routes/refusals.ts'
import { rollServings } from './routes/roll.ts'
import { seeingServings } from './routes/seeing.ts'
import { keepsStanding } from './store/seeing.ts'
import { timers } from './timers.ts'

export const standing: Slice = {
  name: 'standing',
  servings: [
    ...seeingServings,
    ...keepingServings,
    ...claimingServings,
    ...excusingServings,
    ...importingServings,
    ...payingServings,
    ...rollServings,
    ...modeServings,
  ],
  policies,
  refusals,
  listeners,
  timers,
  topics: {
    ledger: {
      async mayRead(db, caller, id) {
        const circle = CircleId.safeParse(id)
        return circle.success && keepsStanding(db, caller.person, circle.data)
      },
    },
  },
}
