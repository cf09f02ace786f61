/** Notes: which there are, where they belong, who may do what with one. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note as enter } from '#kernel/record.ts'
import type { Caller } from '#kernel/session.ts'
import { type HolderKind, rightIn, type Standing, type Who } from '../rules/rights.ts'
import { noteHolders } from './holders.ts'
import { type NoteId, reading, type Tables, topicOf, writing } from './tables.ts'

export type Note = Tables['notes']

/** The note; undefined when there is none. */
export function noteOf(db: Reader, id: NoteId): Promise<Note | undefined> {
  return reading(db).selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What the caller may do with this note, and as whom they would write. */
export async function standingIn(db: Reader, caller: Caller, note: Note): Promise<Standing> {
  const holder = noteHolders.at(note.holder_kind)
  if (!holder) return { right: 'none', who: null, name: null }
  const { right, ...as } = await holder.standingOf(db, caller, note.holder)
  const state = { locked: note.locked_at !== null, approved: note.approved_at !== null }
  return { right: rightIn(right, state), ...as }
}

type Making = { holder: { kind: HolderKind; id: string }; title: string; by: Who; now: Instant }

/** A new, empty note. */
export async function makeNote(tx: Transaction, making: Making): Promise<NoteId> {
  const { holder, title, by, now } = making
  const id = newId('not', Date.parse(now))
  await writing(tx)
    .insertInto('notes')
    .values({
      id,
      holder_kind: holder.kind,
      holder: holder.id,
      title,
      made_by: by,
      made_at: now,
      locked_at: null,
      locked_by: null,
      approved_at: null,
      approved_by: null,
      rested_at: null,
    })
    .execute()
  const data = { holder: holder.kind, id: holder.id, title }
  await enter(tx, topicOf(id), [{ kind: 'note.made', data }], { now, actor: by })
  return id
}
