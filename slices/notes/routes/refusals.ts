/** Why something can't be done with a note, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'note-approved': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.note-approved',
      message: 'This note is approved and stays as it is. Make a new one to go on.',
    },
  },
  'too-many-notes': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.too-many-notes',
      message: 'There are very many notes here already. Go on in one of them, or move some.',
    },
  },
  'too-many-links': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.too-many-links',
      message: 'This note has very many links already. Take some back first.',
    },
  },
}
