/** Gatherings, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { servings as calling } from './routes/calling.ts'
import { servings as feeds } from './routes/feeds.ts'
import { listeners } from './routes/hearing.ts'
import { servings as inviting } from './routes/inviting.ts'
import { pages } from './routes/pages.ts'
import { policies } from './routes/policies.ts'
import { servings as reading } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { servings as series } from './routes/series.ts'
import { servings as templates } from './routes/templates.ts'
import { topics } from './routes/topics.ts'
import { jobs, timers } from './timers.ts'

export const gatherings: Slice = {
  name: 'gatherings',
  servings: [...reading, ...calling, ...series, ...inviting, ...templates, ...feeds],
  policies,
  refusals,
  topics,
  listeners,
  timers,
  jobs,
  pages,
}
