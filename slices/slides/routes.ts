/** Slides, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { refusals } from './routes/refusals.ts'
import { slideServings } from './routes/slides.ts'
import { topics } from './routes/topics.ts'
import { letFileGo, putAllAway } from './store/ceasing.ts'

export const slides: Slice = {
  name: 'slides',
  servings: slideServings,
  refusals,
  topics,
  listeners: { 'gathering.ended': putAllAway, 'file.removed': letFileGo },
}
