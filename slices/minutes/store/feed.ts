/** The newest public minutes, for the feed. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { Minutes } from '../rules/document.ts'
import { publicCopy } from '../rules/public-copy.ts'
import { reading } from './tables.ts'

export type PublicMinutes = {
  id: string
  title: string
  purpose: string
  heldFrom: Instant
  changedAt: Instant
}

/** At most 50, the last changed first. */
export async function publicMinutes(db: Reader): Promise<PublicMinutes[]> {
  const rows = await reading(db)
    .selectFrom('minutes')
    .select(['id', 'document', 'held_from as heldFrom', 'changed_at as changedAt'])
    .where('visibility', '=', 'public')
    .orderBy('changed_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ document, ...row }) => {
    const { title, purpose } = publicCopy(Minutes.parse(JSON.parse(document)), false)
    return { ...row, title, purpose }
  })
}
