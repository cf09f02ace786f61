/** What happens to standings because time passes: members are told before something changes. */
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { z } from 'zod'
import { setSetting, settingOf } from '#kernel/settings.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { tellAll } from './timers/telling.ts'

const TOLD_ON = 'standing.told-on'

/** Once a day of the hall's clock: all who have to be told are looked for. */
async function tellDaily(hall: Hall, now: string): Promise<void> {
  const today = await todayIn(hall.db, now)
  if ((await settingOf(hall.db, TOLD_ON, z.string())) === today) return
  await tellAll(hall, now)
  await hall.transact((tx) => setSetting(tx, TOLD_ON, today))
}

export const timers: readonly Timer[] = [
  { name: 'standing.tell', everySeconds: 900, run: tellDaily },
]
