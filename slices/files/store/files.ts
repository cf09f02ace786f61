/** Reading files: one, those of a holder, and how much somebody has kept. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { FileId, Holder } from '../rules/keeping.ts'
import { type File, reading } from './tables.ts'

const PREFIX = /^fil_/

/** The file; null when there is none (any more). */
export async function fileOf(db: Reader, id: string): Promise<File | null> {
  const found = await reading(db)
    .selectFrom('files')
    .selectAll()
    .where('id', '=', `fil_${id.replace(PREFIX, '')}`)
    .executeTakeFirst()
  return found ?? null
}

/** `holder`: the id of what holds it, of an item its gathering, a dot and its own. */
export type Held = File & { holder: string; heldBy: string | null; heldAt: Instant }

function heldFiles(db: Reader) {
  return reading(db)
    .selectFrom('file_holdings as h')
    .innerJoin('files as f', 'f.id', 'h.file')
    .selectAll('f')
    .select(['h.holder', 'h.held_by as heldBy', 'h.held_at as heldAt'])
}

/** The files of a holder in their order, with who added each there. */
export async function filesOf(db: Reader, { kind, id }: Holder): Promise<Held[]> {
  return heldFiles(db)
    .where('h.kind', '=', kind)
    .where('h.holder', '=', id)
    .orderBy('h.place')
    .orderBy('h.file')
    .execute()
}

/** The files of many holders of one kind, each holder's in their order. */
export async function filesOfEach(
  db: Reader,
  kind: string,
  holders: readonly string[],
): Promise<Held[]> {
  if (holders.length === 0) return []
  return heldFiles(db)
    .where('h.kind', '=', kind)
    .where('h.holder', 'in', [...holders])
    .orderBy('h.holder')
    .orderBy('h.place')
    .orderBy('h.file')
    .execute()
}

/** The files of the items of a gathering. */
export async function filesOfItems(db: Reader, gathering: string): Promise<Held[]> {
  return heldFiles(db)
    .where('h.kind', '=', 'item')
    .where('h.holder', 'like', `${gathering.replaceAll(/[%_\\]/g, '\\$&')}.%`)
    .orderBy('h.holder')
    .orderBy('h.place')
    .orderBy('h.file')
    .execute()
}

/** One file as a holder holds it; undefined when it does not. */
export async function heldFile(db: Reader, { kind, id }: Holder, file: FileId) {
  return reading(db)
    .selectFrom('file_holdings')
    .selectAll()
    .where('kind', '=', kind)
    .where('holder', '=', id)
    .where('file', '=', file)
    .executeTakeFirst()
}

/** The bytes that somebody's files take. */
export async function usedBy(db: Reader, who: string): Promise<number> {
  return sumOf(db, 'made_by', who)
}

/** The bytes that the files of a circle take. */
export async function usedIn(db: Reader, circle: CircleId): Promise<number> {
  return sumOf(db, 'circle', circle)
}

async function sumOf(db: Reader, column: 'made_by' | 'circle', of: string): Promise<number> {
  const { sum } = await reading(db)
    .selectFrom('files')
    .select((eb) => eb.fn.coalesce(eb.fn.sum('size'), eb.lit(0)).as('sum'))
    .where(column, '=', of)
    .executeTakeFirstOrThrow()
  return Number(sum)
}
