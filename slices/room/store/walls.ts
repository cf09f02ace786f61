/** Links for walls: made, opened, taken back; only their hashes are kept. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import { reading, writing } from './tables.ts'

export type WallId = Id<'wal'>
export type Wall = {
  id: WallId
  gathering: `gth_${string}`
  name: string
  by: string
  guest: string | null
  madeAt: Instant
}

type Row = Omit<Wall, 'madeAt'> & { made_at: Instant }

const wallFrom = ({ id, gathering, name, by, guest, made_at }: Row): Wall => ({
  ...{ id, gathering, name, by, guest },
  madeAt: made_at,
})

export async function makeWall(
  tx: Transaction,
  { gathering, name, by, now }: Pick<Wall, 'gathering' | 'name' | 'by'> & { now: Instant },
): Promise<{ id: WallId; token: string }> {
  const token = newToken()
  const id = newId('wal', Date.parse(now))
  await writing(tx)
    .insertInto('walls')
    .values({
      ...{ id, gathering, name, by },
      token: hashToken(token),
      guest: null,
      made_at: now,
      revoked_at: null,
    })
    .execute()
  return { id, token }
}

/** Those that were not taken back. */
export async function wallsOf(db: Reader, gathering: Wall['gathering']): Promise<Wall[]> {
  const rows = await reading(db)
    .selectFrom('walls')
    .selectAll()
    .where('gathering', '=', gathering)
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return rows.map(wallFrom)
}

/** The wall that a secret word opens; null when it was taken back. */
export async function wallAt(db: Reader, token: string): Promise<Wall | null> {
  const row = await reading(db)
    .selectFrom('walls')
    .selectAll()
    .where('token', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ? wallFrom(row) : null
}

export async function shownAs(tx: Transaction, id: WallId, guest: string): Promise<void> {
  await writing(tx).updateTable('walls').set({ guest }).where('id', '=', id).execute()
}

/** Takes a link back; answers the wall that it was, null when there is none. */
export async function takeBackWall(
  tx: Transaction,
  { gathering, wall, now }: { gathering: Wall['gathering']; wall: WallId; now: Instant },
): Promise<Wall | null> {
  const row = await writing(tx)
    .updateTable('walls')
    .set({ revoked_at: now })
    .where('id', '=', wall)
    .where('gathering', '=', gathering)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? wallFrom(row) : null
}
