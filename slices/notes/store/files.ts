/** Pictures and files of a note: read by who reads the note, added by who writes in it. */
import type { FileHolder } from '#slices/files/index.ts'
import { reaches } from '../rules/rights.ts'
import { noteHolders } from './holders.ts'
import { type Note, noteOf } from './notes.ts'
import { keepsNote, standingIn } from './standing.ts'
import type { NoteId } from './tables.ts'
import type { Reader } from '#kernel/database.ts'

const noteIn = (db: Reader, id: string): Promise<Note | undefined> => {
  const note: NoteId = `not_${id.replace(/^not_/, '')}`
  return noteOf(db, note)
}

export const noteFiles: FileHolder = {
  async mayRead(db, caller, id) {
    const note = await noteIn(db, id)
    return note !== undefined && reaches((await standingIn(db, caller, note)).right, 'read')
  },
  async mayAdd(db, caller, id) {
    const note = await noteIn(db, id)
    const standing = note && (await standingIn(db, caller, note))
    return standing && reaches(standing.right, 'write') ? standing.who : null
  },
  async mayTidy(db, caller, id) {
    const note = await noteIn(db, id)
    return note !== undefined && keepsNote(db, caller, note)
  },
  async circleOf(db, id) {
    const note = await noteIn(db, id)
    if (!note) return null
    return (await noteHolders.at(note.holder_kind)?.circleOf(db, note.holder)) ?? null
  },
}
