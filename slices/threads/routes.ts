/** Threads, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { beginningServings } from './routes/beginning.ts'
import { exportServing } from './routes/exporting.ts'
import { listeners } from './routes/hearing.ts'
import { keepingServings } from './routes/keeping.ts'
import { pages } from './routes/pages.ts'
import { policies } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { sayingServings } from './routes/saying.ts'
import { topics } from './routes/topics.ts'
import { digestJob, digestTimer } from './timers/digests.ts'
import { tellJob } from './timers/notices.ts'

export const threads: Slice = {
  name: 'threads',
  servings: [
    ...beginningServings,
    ...readingServings,
    ...sayingServings,
    ...keepingServings,
    exportServing,
  ],
  policies,
  refusals,
  topics,
  listeners,
  timers: [digestTimer],
  jobs: [tellJob, digestJob],
  pages,
}
