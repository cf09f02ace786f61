/** Who wants no private lines from whom. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { reading, writing } from './tables.ts'

/** Those whom somebody has blocked. */
export async function blockedBy(db: Reader, gathering: string, who: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('blocks')
    .select('blocked')
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .execute()
  return rows.map(({ blocked }) => blocked)
}

/** Those who have blocked somebody. */
export async function blockersOf(db: Reader, gathering: string, who: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('blocks')
    .select('who')
    .where('gathering', '=', gathering)
    .where('blocked', '=', who)
    .execute()
  return rows.map((row) => row.who)
}

export async function setBlock(
  tx: Transaction,
  block: { gathering: string; who: string; blocked: string },
  stands: boolean,
): Promise<void> {
  if (stands) {
    await writing(tx)
      .insertInto('blocks')
      .values(block)
      .onConflict((oc) => oc.doNothing())
      .execute()
    return
  }
  await writing(tx)
    .deleteFrom('blocks')
    .where('gathering', '=', block.gathering)
    .where('who', '=', block.who)
    .where('blocked', '=', block.blocked)
    .execute()
}
