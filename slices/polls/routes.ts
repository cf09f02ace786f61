/** Polls, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { answeringServings } from './routes/answering.ts'
import { askingServings } from './routes/asking.ts'
import { callingServings } from './routes/calling.ts'
import { exportServing } from './routes/exporting.ts'
import { listeners } from './routes/hearing.ts'
import { policies } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { topics } from './routes/topics.ts'
import { timers } from './timers.ts'
import { lettersJob } from './timers/letters.ts'

export const polls: Slice = {
  name: 'polls',
  servings: [
    ...readingServings,
    ...askingServings,
    ...answeringServings,
    ...callingServings,
    exportServing,
  ],
  policies,
  refusals,
  topics,
  listeners,
  timers,
  jobs: [lettersJob],
}
