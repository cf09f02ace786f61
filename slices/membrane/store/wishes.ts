/** Wishes for a pause that wait for the stewards. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { reading, type Tables, writing } from './tables.ts'

export type Wish = Tables['pause_wishes']
type Whose = { circle: CircleId; person: PersonId }

/** Asks for a pause; asked again, the newer wish stands. */
export async function wish(tx: Transaction, made: Wish): Promise<void> {
  const { days, why, asked_at } = made
  await writing(tx)
    .insertInto('pause_wishes')
    .values(made)
    .onConflict((oc) => oc.columns(['circle', 'person']).doUpdateSet({ days, why, asked_at }))
    .execute()
}

export async function wishesIn(db: Reader, circle: CircleId): Promise<Wish[]> {
  return reading(db)
    .selectFrom('pause_wishes')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('asked_at')
    .limit(200)
    .execute()
}

export async function wishOf(db: Reader, { circle, person }: Whose): Promise<Wish | undefined> {
  return reading(db)
    .selectFrom('pause_wishes')
    .selectAll()
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
}

/** Takes a wish away; false when there was none. */
export async function endWish(tx: Transaction, { circle, person }: Whose): Promise<boolean> {
  const ended = await writing(tx)
    .deleteFrom('pause_wishes')
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
  return ended.numDeletedRows === 1n
}
