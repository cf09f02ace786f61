/** Constitutions, as the hall mounts it. */
import { handOver } from '#kernel/handing-over.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { checkCommand } from './commands.ts'
import { adoptingServings } from './routes/adopting.ts'
import { comparingServings } from './routes/comparing.ts'
import { makingServings } from './routes/making.ts'
import { Circle, policies } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { belongs } from './store/readable.ts'
import { timers } from './timers.ts'
import { OWNED } from './store/merging.ts'

export const constitutions: Slice = {
  name: 'constitutions',
  servings: [...readingServings, ...comparingServings, ...makingServings, ...adoptingServings],
  policies,
  refusals,
  timers,
  listeners: { 'person.merged': (tx, { data }) => handOver(tx, handingIn(data), OWNED) },
  commands: [checkCommand],
  topics: {
    constitution: {
      async mayRead(db, caller, id) {
        const circle = Circle.safeParse(id)
        return circle.success && belongs(db, caller.person, circle.data)
      },
    },
  },
}
