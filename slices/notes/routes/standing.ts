/** Who may read and who may write, as policies of operations and for the topic of a note. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { NoteId } from '../api/shapes.ts'
import { reaches, type Standing } from '../rules/rights.ts'
import { type Note, noteOf } from '../store/notes.ts'
import { standingIn } from '../store/standing.ts'

/** The note and what the caller may do there; null when it is not for them to see. */
export async function seenBy(
  db: Reader,
  caller: Caller,
  id: string | undefined,
): Promise<{ note: Note; standing: Standing } | null> {
  const wanted = NoteId.safeParse(id)
  const note = wanted.success ? await noteOf(db, wanted.data) : undefined
  if (!note) return null
  const standing = await standingIn(db, caller, note)
  return standing.right === 'none' ? null : { note, standing }
}

/** The same; refuses `not-found`. */
export async function seeNote(db: Reader, caller: Caller, id: string) {
  const seen = await seenBy(db, caller, id)
  if (!seen) throw new Refused('not-found')
  return seen
}

export async function mayRead(db: Reader, caller: Caller, id: string): Promise<boolean> {
  return (await seenBy(db, caller, id)) !== null
}

export const writingPolicies: Record<string, Policy> = {
  'sees-history': {
    sentence: 'Whoever may read this note and is known by name here: a member, or a guest.',
    async allows(db, caller, params) {
      const seen = await seenBy(db, caller, params['note'])
      if (!seen) return { refused: 'not-found' }
      return seen.standing.who !== null
    },
  },
  'writes-note': {
    sentence: 'Whoever may write in this note, while it is neither locked nor approved.',
    async allows(db, caller, params) {
      const seen = await seenBy(db, caller, params['note'])
      if (!seen) return { refused: 'not-found' }
      const { note, standing } = seen
      if (reaches(standing.right, 'write') && standing.who !== null) return true
      if (note.approved_at !== null) return { refused: 'note-approved' }
      return { refused: note.locked_at === null ? 'note-not-yours' : 'note-locked' }
    },
  },
}
