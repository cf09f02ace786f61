/** Notes: which there are, where they belong, who may do what with one. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note as enter } from '#kernel/record.ts'
import type { HolderKind, Who } from '../rules/rights.ts'
import { type NoteId, reading, type Tables, topicOf, writing } from './tables.ts'

export type Note = Selectable<Tables['notes']>

/** The note; undefined when there is none. */
export function noteOf(db: Reader, id: NoteId): Promise<Note | undefined> {
  return reading(db).selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirst()
}

export type Holding = { kind: HolderKind; id: string }
type Making = { holder: Holding; title: string; by: Who | null; now: Instant; template?: boolean }

/** A new, empty note. */
export async function makeNote(tx: Transaction, making: Making): Promise<NoteId> {
  const { holder, title, by, now, template = false } = making
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
      template,
    })
    .execute()
  const data = { holder: holder.kind, id: holder.id, title }
  await enter(tx, topicOf(id), [{ kind: 'note.made', data }], { now, actor: by })
  return id
}
