/** Who may, in words. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { reaches } from '../rules/rights.ts'
import { type Note, noteOf } from '../store/notes.ts'
import { keepsNote, standingIn } from '../store/standing.ts'
import { noteIdIn } from '../store/tables.ts'

function policy(
  sentence: string,
  rule: (db: Reader, caller: Caller, note: Note) => Promise<boolean>,
): Policy {
  return {
    sentence,
    async allows(db, caller, params) {
      const note = await noteOf(db, noteIdIn(params['note'] ?? ''))
      if (!note) return { refused: 'not-found' }
      const { right } = await standingIn(db, caller, note)
      const seen = reaches(right, 'read') || (await keepsNote(db, caller, note))
      if (!seen) return { refused: 'not-found' }
      return rule(db, caller, note)
    },
  }
}

export const policies: Record<string, Policy> = {
  'reads-note': policy('Whoever may read this note.', async () => true),
  'keeps-note': policy('Who made this note, and those who facilitate where it belongs.', keepsNote),
}
