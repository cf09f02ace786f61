/** What happens to decisions because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { keepDecisions, reviewDecisions } from './timers/keeping.ts'

export const timers: readonly Timer[] = [
  { name: 'decisions.keep', everySeconds: 5, run: keepDecisions },
  { name: 'decisions.review', everySeconds: 600, run: reviewDecisions },
]
