/** What happens to gatherings because time passes. */
import { DAY, plus } from '#kernel/clock.ts'
import type { Job, Timer } from '#kernel/slice.ts'
import { AHEAD_DAYS, makeAhead } from './store/occurrences.ts'
import { openSeries } from './store/series.ts'
import { tellLater } from './store/telling.ts'
import { remindAll } from './timers/reminding.ts'
import { tellJob } from './timers/telling.ts'

export const timers: readonly Timer[] = [
  { name: 'gatherings.remind', everySeconds: 30, run: remindAll },
  {
    name: 'gatherings.ahead',
    everySeconds: 600,
    async run(hall, now) {
      for (const id of await openSeries(hall.db, plus(now, AHEAD_DAYS * DAY)))
        await hall.transact(async (tx) => {
          for (const moved of await makeAhead(tx, id, now)) await tellLater(hall, tx, moved)
        })
    },
  },
]

export const jobs: readonly Job[] = [tellJob]
