/** Which notes belong somewhere, for lists. */
import type { Reader } from '#kernel/database.ts'
import type { Holding, Note } from './notes.ts'
import { mainNoteOf } from './places.ts'
import { reading } from './tables.ts'

/** The notes and templates of one place, by age; of a gathering, its main note and those of its items and groups too. */
export async function notesAt(db: Reader, { kind, id }: Holding): Promise<Note[]> {
  const all = reading(db).selectFrom('notes').selectAll().orderBy('made_at').orderBy('id')
  if (kind !== 'gathering')
    return all.where('holder_kind', '=', kind).where('holder', '=', id).execute()
  const own = await all
    .where((eb) =>
      eb.or([
        eb.and([eb('holder_kind', '=', 'gathering'), eb('holder', '=', id)]),
        eb.and([eb('holder_kind', 'in', ['item', 'breakout']), eb('holder', 'like', `${id}.%`)]),
      ]),
    )
    .execute()
  const main = await mainNoteOf(db, id)
  return main && !own.some((one) => one.id === main.id) ? [main, ...own] : own
}
