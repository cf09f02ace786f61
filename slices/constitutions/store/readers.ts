/** Who reads the rules of a circle, as they say themselves. */
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { purpose } from '../rules/purpose.ts'
import { reading } from './tables.ts'
import { rulersOf } from './versions.ts'

/** What the version says that was adopted last, of the circle or the one whose rules hold in it. */
export async function readersOf(db: Reader, circle: CircleId): Promise<'members' | 'anyone'> {
  for (const ruler of await rulersOf(db, circle)) {
    const last = await reading(db)
      .selectFrom('constitution_versions')
      .select('parts')
      .where('circle', '=', ruler)
      .where('state', '=', 'adopted')
      .orderBy('number', 'desc')
      .executeTakeFirst()
    if (!last) continue
    const read = purpose.schema.safeParse(last.parts['purpose'])
    return read.success ? read.data.readers : 'members'
  }
  return 'members'
}
