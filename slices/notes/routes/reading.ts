/** Reading a note. */
import { z } from 'zod'
import { serve } from '#kernel/serve.ts'
import { MINUTE, msBetween } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { NoteAuthor, readNoteText } from '../api/reading.ts'
import { seesComments } from '../rules/comments.ts'
import { stampOf } from '../rules/hash.ts'
import { type Author, GONE, HALL, IMPORTED } from '../rules/shares.ts'
import { notePieces } from '../store/documents.ts'
import { foldNote, readingOf, writtenAt } from '../store/texts.ts'
import type { Note } from '../store/notes.ts'
import type { NoteId } from '../store/tables.ts'
import { authoredNote } from './authored.ts'
import { askingAbout } from './commenting.ts'
import { openHere } from './desk.ts'
import { deskOf } from './door.ts'
import { seeNote } from './standing.ts'

export function kindOf(who: string): z.infer<typeof NoteAuthor>['kind'] {
  if (who === HALL) return 'hall'
  if (who.startsWith(IMPORTED)) return 'imported'
  return who.startsWith(GONE) ? 'former' : 'member'
}

function shown({ who, ...author }: Author): z.infer<typeof NoteAuthor> {
  const kind = kindOf(who)
  return { ...author, kind, who: kind === 'member' ? who : null }
}

/** After a crash what was written stands in many rows: whoever reads first folds them. */
async function foldRest(hall: Hall, note: NoteId): Promise<void> {
  const last = await writtenAt(hall.db, note)
  const rests = last !== null && msBetween(last, hall.clock.now()) > MINUTE
  if (rests && (await readingOf(hall.db, note)) === null)
    await hall.transact((tx) => foldNote(tx, note))
}

async function current(hall: Hall, id: NoteId) {
  const desk = deskOf(hall)
  const open = await openHere(desk, id)
  if (open) return { ...open.telling.current(), writers: open.writers() }
  const number = desk.elsewhere.get(id) ?? 0
  await foldRest(hall, id)
  const pieces = await notePieces(hall.db, id)
  return { number, stamp: stampOf(pieces), pieces, writers: [] }
}

function stateOf({ approved_at, locked_at }: Note): 'open' | 'locked' | 'approved' {
  if (approved_at !== null) return 'approved'
  return locked_at === null ? 'open' : 'locked'
}

export const readingServings = [
  serve(readNoteText, async ({ hall, db, caller, params, query }) => {
    const { note, standing } = await seeNote(db, caller, params.note)
    const [now, withAuthors, updatedAt] = await Promise.all([
      current(hall, note.id),
      query.authors === '1' ? authoredNote(deskOf(hall), note.id) : null,
      writtenAt(db, note.id),
    ])
    return {
      id: note.id,
      title: note.title,
      state: stateOf(note),
      right: standing.right,
      who: standing.who,
      comments: seesComments(
        note.approved_at === null
          ? { ...standing, approved: false }
          : await askingAbout(db, caller, note),
      ),
      ...now,
      pieces: withAuthors?.pieces ?? now.pieces,
      authors: withAuthors?.authors.map(shown) ?? null,
      updatedAt,
    }
  }),
]
