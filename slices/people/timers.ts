/** What happens to people's things because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { forgetCodes } from './store/codes.ts'
import { forgetMerges } from './store/records.ts'

export const timers: readonly Timer[] = [
  {
    name: 'people.forget',
    everySeconds: 60,
    run: (hall, now) =>
      hall.transact(async (tx) => {
        await forgetCodes(tx, now)
        await forgetMerges(tx, now)
      }),
  },
]
