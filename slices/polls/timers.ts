/** What happens to polls because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { keepPolls } from './timers/keeping.ts'

export const timers: readonly Timer[] = [{ name: 'polls.keep', everySeconds: 5, run: keepPolls }]
