/** Secret addresses of feeds: made, counted, revoked; only their hashes are kept. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { reading, writing } from './tables.ts'

export type FeedId = Id<'fee'>
export type Feed = { id: FeedId; person: PersonId; circle: CircleId | null; madeAt: Instant }

/** Makes a feed of all that a person may see, or of a circle as they may see it. */
export async function makeFeed(
  tx: Transaction,
  { person, circle, now }: { person: PersonId; circle: CircleId | null; now: Instant },
): Promise<{ id: FeedId; token: string }> {
  const token = newToken()
  const id = newId('fee', Date.parse(now))
  await writing(tx)
    .insertInto('feeds')
    .values({ id, person, circle, token: hashToken(token), made_at: now, revoked_at: null })
    .execute()
  return { id, token }
}

/** The feed that a secret word opens; null when it was revoked. */
export async function feedAt(db: Reader, token: string): Promise<Feed | null> {
  const row = await reading(db)
    .selectFrom('feeds')
    .selectAll()
    .where('token', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, person: row.person, circle: row.circle, madeAt: row.made_at } : null
}

export async function feedsOf(db: Reader, person: PersonId): Promise<Feed[]> {
  const rows = await reading(db)
    .selectFrom('feeds')
    .selectAll()
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    circle: row.circle,
    madeAt: row.made_at,
  }))
}

/** Revokes a feed of a person; its address answers nothing from then on. */
export async function revokeFeed(
  tx: Transaction,
  person: PersonId,
  id: string,
  now: Instant,
): Promise<boolean> {
  const gone = await writing(tx)
    .updateTable('feeds')
    .set({ revoked_at: now })
    .where('person', '=', person)
    .where('id', '=', `fee_${id.slice(4)}`)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
