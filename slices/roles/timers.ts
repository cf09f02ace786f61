/** What happens to roles because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { drawAll } from './timers/drawing.ts'
import { keepTerms } from './timers/keeping.ts'
import { remindHolders } from './timers/reminding.ts'

export const timers: readonly Timer[] = [
  { name: 'roles.terms', everySeconds: 30, run: keepTerms },
  { name: 'roles.draws', everySeconds: 10, run: drawAll },
  { name: 'roles.remind', everySeconds: 600, run: remindHolders },
]
