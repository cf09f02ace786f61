/** The main note of each gathering. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note as enter } from '#kernel/record.ts'
import type { Who } from '../rules/rights.ts'
import { noteHolders } from './holders.ts'
import { makeNote, type Note, noteOf } from './notes.ts'
import { type NoteId, reading, topicOf, writing } from './tables.ts'

/** The main note of a gathering; undefined until it is opened. */
export function placeOf(db: Reader, gathering: string) {
  return reading(db)
    .selectFrom('note_places')
    .selectAll()
    .where('gathering', '=', gathering)
    .executeTakeFirst()
}

/** The main note of a gathering, whole; undefined until it is opened. */
export async function mainNoteOf(db: Reader, gathering: string): Promise<Note | undefined> {
  const place = await placeOf(db, gathering)
  return place && noteOf(db, place.note)
}

/** The note of the latest gathering before this one in its series that had one. */
async function noteBefore(db: Reader, gathering: string): Promise<Note | undefined> {
  const before = (await noteHolders.at('gathering')?.beforeOf?.(db, gathering)) ?? []
  if (before.length === 0) return undefined
  const rows = await reading(db)
    .selectFrom('note_places')
    .select(['gathering', 'note'])
    .where('gathering', 'in', before)
    .execute()
  const latest = before.find((id) => rows.some((row) => row.gathering === id))
  const found = rows.find((row) => row.gathering === latest)
  return found && noteOf(db, found.note)
}

type Opening = { gathering: string; by: Who | null; now: Instant }

/**
 * Opens the main note of a gathering, once: the one of the gathering before where that returns
 * whole, else a new one. Its sections are written soon after (timers).
 */
export async function openMainNote(
  tx: Transaction,
  { gathering, by, now }: Opening,
): Promise<NoteId> {
  await sql`select pg_advisory_xact_lock(8051, hashtext(${gathering}))`.execute(tx)
  const known = await placeOf(tx, gathering)
  if (known) return known.note
  const before = await noteBefore(tx, gathering)
  const again = before?.returns === 'same' && before.approved_at === null
  const heading = await noteHolders.at('gathering')?.headingOf(tx, gathering)
  const holder = { kind: 'gathering' as const, id: gathering }
  const note = again
    ? before.id
    : await makeNote(tx, { holder, title: heading?.title ?? '', by, now })
  const carried_from = before && !again ? before.id : null
  await writing(tx)
    .insertInto('note_places')
    .values({ gathering, note, opened_at: now, carried_from })
    .execute()
  const data = { gathering, before: before?.id ?? null }
  await enter(tx, topicOf(note), [{ kind: 'note.opened', data }], { now, actor: by })
  return note
}

/** Makes a note the main one of a gathering that has none yet; its text stands as it is. */
export async function takeMainPlace(
  tx: Transaction,
  { gathering, note, now }: { gathering: string; note: NoteId; now: Instant },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(8051, hashtext(${gathering}))`.execute(tx)
  if (await placeOf(tx, gathering)) return
  const place = { gathering, note, opened_at: now, carried_from: null, sections_due: false }
  await writing(tx).insertInto('note_places').values(place).execute()
  const data = { gathering, before: null }
  await enter(tx, topicOf(note), [{ kind: 'note.opened', data }], { now, actor: null })
}
