/** What happens to circles because time passes: the terms of delegates end. */
import type { Timer } from '#kernel/slice.ts'
import { endDelegates } from './store/delegates.ts'

export const timers: readonly Timer[] = [
  {
    name: 'circles.terms',
    everySeconds: 60,
    async run(hall, now) {
      await hall.transact((tx) => endDelegates(tx, { due: now }, { by: null, now }))
    },
  },
]
