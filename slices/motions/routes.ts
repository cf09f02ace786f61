/** Motions, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { hearEnd, hearOutcome } from './routes/hearing.ts'
import { movingServings } from './routes/moving.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { topics } from './routes/topics.ts'
import { votingServings } from './routes/voting.ts'
import { handMotionsOver } from './store/merging.ts'

export const motions: Slice = {
  name: 'motions',
  servings: [...readingServings, ...movingServings, ...votingServings],
  refusals,
  topics,
  listeners: {
    'decision.outcome': hearOutcome,
    'gathering.ended': hearEnd,
    'person.merged': (tx, { data }) => handMotionsOver(tx, handingIn(data)),
  },
}
