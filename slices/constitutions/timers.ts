/** What happens because time passes: versions begin to hold on their day. */
import type { Timer } from '#kernel/slice.ts'
import { beginDue, circlesToBegin } from './store/beginning.ts'
import { lockConstitution } from './store/making.ts'
import { todayIn } from './store/versions.ts'

export const timers: readonly Timer[] = [
  {
    name: 'constitutions.begin',
    everySeconds: 60,
    async run(hall, now) {
      for (const circle of await circlesToBegin(hall.db, await todayIn(hall.db, now)))
        await hall.transact(async (tx) => {
          await lockConstitution(tx, circle)
          await beginDue(tx, circle, now)
        })
    },
  },
]
