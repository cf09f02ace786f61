/** The shape that facilitators chose. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { Shape } from '../rules/voices.ts'
import { reading, topicOf, writing } from './tables.ts'

/** Null: nobody chose. */
export async function chosenShape(db: Reader, gathering: string): Promise<Shape | null> {
  const row = await reading(db)
    .selectFrom('voices')
    .select('shape')
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  return row?.shape ?? null
}

type Choosing = { gathering: string; shape: Shape | null; by: string; now: Instant }

export async function keepShape(
  tx: Transaction,
  { gathering, shape, by, now }: Choosing,
): Promise<void> {
  await writing(tx)
    .insertInto('voices')
    .values({ gathering, shape })
    .onConflict((oc) => oc.column('gathering').doUpdateSet({ shape }))
    .execute()
  const told = [{ kind: 'voices.shaped', data: { shape, by } }]
  await note(tx, topicOf(gathering), told, { now, actor: by })
}
