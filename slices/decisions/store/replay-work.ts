/** Past decisions counted again: many, or large ones, in a worker thread on a connection of its own. */
import { z } from 'zod'
import { openDatabase } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { offer, workOn } from '#kernel/work.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { type Past, replayStored, type Retold } from './past.ts'
import type { DecisionId } from './tables.ts'

const Wish = z.object({
  url: z.string(),
  ids: z.custom<DecisionId[]>(Array.isArray),
  instead: z.custom<Instead>(),
})

async function alone(given: unknown): Promise<Retold[]> {
  const { url, ids, instead } = Wish.parse(given)
  const { db, close } = openDatabase({ url, max: 1, calm: true })
  try {
    return await replayStored(db, ids, instead)
  } finally {
    await close()
  }
}

offer({ replay: alone })

const file = new URL(import.meta.url)
/** So many bytes of publications, as they lie, are counted again within the event loop's 20 ms. */
const SMALL_BYTES = 24 * 1024

/** Counts decisions again under other rules. */
export async function replayBeside(
  { db, config }: Pick<Hall, 'db' | 'config'>,
  past: readonly Past[],
  instead: Instead,
): Promise<Map<DecisionId, Retold>> {
  const ids = past.map(({ id }) => id)
  const bytes = past.reduce((sum, one) => sum + one.bytes, 0)
  const all =
    bytes <= SMALL_BYTES || !config.databaseUrl
      ? await replayStored(db, ids, instead)
      : await workOn({
          file,
          task: 'replay',
          given: { url: config.databaseUrl, ids, instead },
          answer: z.array(z.custom<Retold>()),
          stays: true,
        })
  return new Map(all.map((one) => [one.id, one]))
}
