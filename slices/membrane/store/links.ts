/** Links by which several may come in, for a time. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type LinkId, reading, type Tables, topicOf, writing } from './tables.ts'

export type JoinLink = Selectable<Tables['join_links']>
type Making = {
  circle: CircleId
  class: string
  by: PersonId
  uses: number
  expires: Instant
  now: Instant
}

/** Makes a link; the token is told once and stored as its hash. */
export async function makeLink(
  tx: Transaction,
  { circle, class: named, by, uses, expires, now }: Making,
): Promise<{ id: LinkId; token: string }> {
  const id = newId('lnk', Date.parse(now))
  const token = newToken()
  await writing(tx)
    .insertInto('join_links')
    .values({
      id,
      circle,
      class: named,
      token: hashToken(token),
      made_by: by,
      made_at: now,
      expires_at: expires,
      uses,
      ended_at: null,
    })
    .execute()
  const data = { link: id, class: named, uses, expires }
  await note(tx, topicOf(circle), [{ kind: 'join-link.made', data }], { now, actor: by })
  return { id, token }
}

const open = (db: Reader, now: Instant) =>
  reading(db)
    .selectFrom('join_links')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('used', '<', 'uses')

/** The link of a token while it lets somebody in. */
export async function openLink(
  db: Reader,
  token: string,
  now: Instant,
): Promise<JoinLink | undefined> {
  return open(db, now).where('token', '=', hashToken(token)).executeTakeFirst()
}

/** The links of a circle that still let somebody in. */
export async function openLinks(db: Reader, circle: CircleId, now: Instant): Promise<JoinLink[]> {
  return open(db, now).where('circle', '=', circle).orderBy('made_at').limit(200).execute()
}

/** Takes one place of a link, of which two at the same moment take two; false when none is left. */
export async function takePlace(tx: Transaction, id: LinkId): Promise<boolean> {
  const taken = await writing(tx)
    .updateTable('join_links')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .whereRef('used', '<', 'uses')
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Ends a link of a circle before its time. */
export async function endLink(
  tx: Transaction,
  which: { id: LinkId; circle: CircleId },
  { by, now }: { by: PersonId | null; now: Instant },
): Promise<boolean> {
  const ended = await writing(tx)
    .updateTable('join_links')
    .set({ ended_at: now })
    .where('id', '=', which.id)
    .where('circle', '=', which.circle)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  const data = { link: which.id }
  await note(tx, topicOf(which.circle), [{ kind: 'join-link.ended', data }], { now, actor: by })
  return true
}
