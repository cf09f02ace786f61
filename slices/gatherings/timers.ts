/** What happens to gatherings because time passes. */
import { DAY, plus } from '#kernel/clock.ts'
import type { Job, Timer } from '#kernel/slice.ts'
import { AHEAD_DAYS, makeAhead, openSeries } from './store/series.ts'
import { remindAll } from './timers/reminding.ts'
import { tellJob } from './timers/telling.ts'

export const timers: readonly Timer[] = [
  { name: 'gatherings.remind', everySeconds: 30, run: remindAll },
  {
    name: 'gatherings.ahead',
    everySeconds: 600,
    async run(hall, now) {
      for (const id of await openSeries(hall.db, plus(now, AHEAD_DAYS * DAY)))
        await hall.transact((tx) => makeAhead(tx, id, now))
    },
  },
]

export const jobs: readonly Job[] = [tellJob]
