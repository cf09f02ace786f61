/** Who asks about comments, what they may do there, and the note that they are about. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { type Asking, seesComments } from '../rules/comments.ts'
import { reaches } from '../rules/rights.ts'
import { type Note, noteOf } from '../store/notes.ts'
import { keepsNote, standingIn } from '../store/standing.ts'
import { noteIdIn } from '../store/tables.ts'

/** Law 2 of rules/comments.ts: what is looked at is the right before a lock or approval. */
export async function askingAbout(db: Reader, caller: Caller, note: Note): Promise<Asking> {
  const open = { ...note, locked_at: null, approved_at: null }
  const { right, who } = await standingIn(db, caller, open)
  return { right, who, approved: note.approved_at !== null }
}

async function asks(db: Reader, caller: Caller, id: string | undefined) {
  const note = await noteOf(db, noteIdIn(id ?? ''))
  if (!note) return null
  const asking = await askingAbout(db, caller, note)
  const isSeen = reaches(asking.right, 'read') || (await keepsNote(db, caller, note))
  return isSeen ? asking : null
}

export const commentPolicies: Record<string, Policy> = {
  'sees-comments': {
    sentence: 'Whoever may comment or write in this note and is known by name there.',
    async allows(db, caller, params) {
      const asking = await asks(db, caller, params['note'])
      return asking ? seesComments(asking) : { refused: 'not-found' }
    },
  },
  'comments-on-note': {
    sentence:
      'Whoever may comment or write in this note and is known by name, until it is approved.',
    async allows(db, caller, params) {
      const asking = await asks(db, caller, params['note'])
      if (!asking) return { refused: 'not-found' }
      if (!seesComments(asking)) return { refused: 'only-reads' }
      return asking.approved ? { refused: 'note-approved' } : true
    },
  },
}
