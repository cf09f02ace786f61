/** Words of notes in the index of the hall: put there soon after they are written, never at once. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { forgetFindable, makeFindable } from '#kernel/search.ts'
import { noteText } from './documents.ts'
import { noteHolders } from './holders.ts'
import { noteOf } from './notes.ts'
import { type NoteId, writing } from './tables.ts'

const AT_ONCE = 20

/** The notes in which something was written since they were put into the index, with when. */
export async function unfound(db: Reader): Promise<{ note: NoteId; at: Instant }[]> {
  const { rows } = await sql<{ note: NoteId; at: Instant }>`
    select t.note, max(t.at) as at from (
      select note, updated_at as at from note_texts
      union all select note, at from note_updates where not folded) as t
    left join note_found f on f.note = t.note
    group by t.note, f.at having f.at is null or max(t.at) > f.at
    limit ${AT_ONCE}`.execute(db)
  return rows
}

/** Puts a note into the index as it stands now; one that was put away, or a template, goes from it. */
export async function makeNoteFindable(tx: Transaction, id: NoteId, at: Instant): Promise<void> {
  const note = await noteOf(tx, id)
  if (!note) return
  const holder = noteHolders.at(note.holder_kind)
  const audience = (await holder?.audienceOf?.(tx, note.holder)) ?? ''
  const everybody = note.public_at === null ? '' : 'public'
  const words = [audience, everybody].filter(Boolean).join(' ')
  if (words === '' || note.rested_at !== null || note.template) await forgetFindable(tx, id)
  else
    await makeFindable(tx, [
      {
        id,
        circle: (await holder?.circleOf(tx, note.holder)) ?? null,
        audience: words,
        kind: 'note',
        title: note.title,
        body: await noteText(tx, id),
        href: `/notes/${id}`,
        at,
      },
    ])
  await writing(tx)
    .insertInto('note_found')
    .values({ note: id, at })
    .onConflict((oc) => oc.column('note').doUpdateSet({ at }))
    .execute()
}

/** The note is put into the index anew, with the next turn. */
export async function unfind(tx: Transaction, note: NoteId): Promise<void> {
  await writing(tx).deleteFrom('note_found').where('note', '=', note).execute()
}
