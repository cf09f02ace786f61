/** Wishes, skips and swaps: who would, whose turn was passed over, who goes for whom. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import {
  type By,
  type OneRole,
  reading,
  type Tables,
  topicOf,
  type WishKind,
  writing,
} from './tables.ts'

export type Wish = Tables['role_wishes']
export type Skipped = Tables['role_skips']
export type Swapped = Tables['role_swaps']

/** The wishes in a circle. */
export function wishesOf(db: Reader, circle: CircleId): Promise<Wish[]> {
  return reading(db)
    .selectFrom('role_wishes')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('at')
    .execute()
}

/** Wishes to hold a role or to hand it on, or takes that back. */
export async function setWish(
  tx: Transaction,
  { circle, role }: OneRole,
  { person, wish, on }: { person: PersonId; wish: WishKind; on: boolean },
  { by, now }: By,
): Promise<void> {
  const own = writing(tx)
  const row = { circle, role, person, wish }
  const changed = on
    ? await own
        .insertInto('role_wishes')
        .values({ ...row, at: now })
        .onConflict((oc) => oc.columns(['circle', 'role', 'person', 'wish']).doNothing())
        .executeTakeFirst()
    : await own
        .deleteFrom('role_wishes')
        .where('circle', '=', circle)
        .where('role', '=', role)
        .where('person', '=', person)
        .where('wish', '=', wish)
        .executeTakeFirst()
  const count =
    'numDeletedRows' in changed ? changed.numDeletedRows : changed.numInsertedOrUpdatedRows
  if (count === 0n) return
  const facts = [{ kind: 'role.wished', data: { role, person, wish, on } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
}

/** The skips in a circle, the earliest first. */
export function skipsOf(db: Reader, circle: CircleId): Promise<Skipped[]> {
  return reading(db)
    .selectFrom('role_skips')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('at')
    .execute()
}

/** Passes somebody's turn over; it is remembered. */
export async function skipTurn(
  tx: Transaction,
  { circle, role }: OneRole,
  person: PersonId,
  { by, now }: By,
): Promise<void> {
  await writing(tx).insertInto('role_skips').values({ circle, role, person, at: now, by }).execute()
  const facts = [{ kind: 'role.skipped', data: { role, person } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
}

/** The swaps of a circle that are not used up. */
export function swapsOf(db: Reader, circle: CircleId): Promise<Swapped[]> {
  return reading(db)
    .selectFrom('role_swaps')
    .selectAll()
    .where('circle', '=', circle)
    .where('used_at', 'is', null)
    .orderBy('asked_at')
    .execute()
}

type Swapping = { first: PersonId; second: PersonId }

/** Asks somebody to take one's turn; asked again, another is asked instead. */
export async function askToSwap(
  tx: Transaction,
  { circle, role }: OneRole,
  { first, second }: Swapping,
  { by, now }: By,
): Promise<void> {
  await withdrawSwap(tx, { circle, role }, first)
  const row = { circle, role, first, second, asked_at: now, agreed_at: null, used_at: null }
  await writing(tx).insertInto('role_swaps').values(row).execute()
  const facts = [{ kind: 'swap.asked', data: { role, first, second } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
}

export async function withdrawSwap(
  tx: Transaction,
  { circle, role }: OneRole,
  first: PersonId,
): Promise<void> {
  await writing(tx)
    .deleteFrom('role_swaps')
    .where('circle', '=', circle)
    .where('role', '=', role)
    .where('first', '=', first)
    .where('used_at', 'is', null)
    .execute()
}

/** The other agrees; false when nobody asked. */
export async function agreeToSwap(
  tx: Transaction,
  { circle, role }: OneRole,
  { first, second }: Swapping,
  { by, now }: By,
): Promise<boolean> {
  const agreed = await writing(tx)
    .updateTable('role_swaps')
    .set({ agreed_at: now })
    .where('circle', '=', circle)
    .where('role', '=', role)
    .where('first', '=', first)
    .where('second', '=', second)
    .where('used_at', 'is', null)
    .where('agreed_at', 'is', null)
    .executeTakeFirst()
  if (agreed.numUpdatedRows === 0n) return false
  const facts = [{ kind: 'swap.agreed', data: { role, first, second } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
  return true
}

/** Takes the wishes and swaps of a person back, in one circle or in all. */
export async function forgetWishes(
  tx: Transaction,
  person: PersonId,
  circle: string | null,
): Promise<void> {
  const own = writing(tx)
  let wishes = own.deleteFrom('role_wishes').where('person', '=', person)
  let swaps = own
    .deleteFrom('role_swaps')
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('first', '=', person), eb('second', '=', person)]))
  if (circle !== null) {
    wishes = wishes.where(sql`circle`, '=', circle)
    swaps = swaps.where(sql`circle`, '=', circle)
  }
  await wishes.execute()
  await swaps.execute()
}
