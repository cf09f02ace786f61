/** What the kernel does because time passes. */
import { DAY, plus } from '#kernel/clock.ts'
import { forgetSecrets } from '#kernel/mail.ts'
import { sealDaily } from '#kernel/seal.ts'
import type { Timer } from '#kernel/slice.ts'

const REPEATS_KEPT_DAYS = 2

export const kernelTimers: readonly Timer[] = [
  sealDaily,
  {
    name: 'forget',
    everySeconds: 60,
    run: (hall, now) =>
      hall.transact(async (tx) => {
        await forgetSecrets(tx, now)
        await tx
          .deleteFrom('repeats')
          .where('at', '<', plus(now, -REPEATS_KEPT_DAYS * DAY))
          .execute()
        await tx.deleteFrom('sessions').where('ends_at', '<', now).execute()
      }),
  },
]
