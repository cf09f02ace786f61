/** Breakouts, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { chatServings } from './routes/chats.ts'
import { goingServings } from './routes/going.ts'
import { listeners } from './routes/hearing.ts'
import { planningServings } from './routes/planning.ts'
import { refusals } from './routes/refusals.ts'
import { topics } from './routes/topics.ts'
import { returning } from './timers/returning.ts'

export const breakouts: Slice = {
  name: 'breakouts',
  servings: [...planningServings, ...goingServings, ...chatServings],
  refusals,
  topics,
  listeners,
  timers: [returning],
}
