/** What happens to files because time passes. */
import { holdBytes } from '#kernel/bytes.ts'
import { DAY, HOUR, type Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { deleteLoose, isNeeded } from './store/holding.ts'

/** Deletes what nothing holds any more, with its bytes where no other file has them. */
export async function deleteUnheld(hall: Hall, now: Instant): Promise<void> {
  const hashes = await hall.transact((tx) => deleteLoose(tx, now))
  for (const hash of new Set(hashes)) await removeUnneeded(hall, hash)
}

async function removeUnneeded(hall: Hall, sha256: string): Promise<void> {
  await hall.transact(async (tx) => {
    await holdBytes(tx, sha256)
    if (!(await isNeeded(tx, sha256))) await hall.bytes.remove(sha256)
  })
}

/** Sweeps up what a crash left: arrivals that were never kept, bytes whose file was never written. */
export async function sweep(hall: Hall): Promise<void> {
  for await (const found of hall.bytes.untouchedSince(Date.now() - DAY))
    await ('left' in found ? found.left() : removeUnneeded(hall, found.sha256))
}

export const timers: readonly Timer[] = [
  { name: 'files.delete', everySeconds: HOUR / 1000, run: deleteUnheld },
  { name: 'files.sweep', everySeconds: DAY / 1000, run: sweep },
]
