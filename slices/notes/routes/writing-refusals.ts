/** What writers are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const writingRefusals: RefusalMeanings = {
  'note-locked': {
    status: 423,
    say: /*i18n*/ {
      id: 'notes.locked',
      message:
        'This note is locked. Ask who locked it to unlock it; your text stays here meanwhile.',
    },
  },
  'note-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'notes.not-yours',
      message: 'You can read this note, but not write in it. Ask somebody of its circle.',
    },
  },
  'note-full': {
    status: 413,
    say: /*i18n*/ {
      id: 'notes.full',
      message: 'This note is full: it holds 5 MB. Delete something, or go on in a new note.',
    },
  },
  'update-too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'notes.update-too-large',
      message: 'That was too much at once: at most 5 MB. Undo it and add it in smaller parts.',
    },
  },
  'update-not-understood': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.update-not-understood',
      message: 'Your editor sent something that is no text of a note. Load the page again.',
    },
  },
  'name-of-another': {
    status: 403,
    say: /*i18n*/ {
      id: 'notes.name-of-another',
      message:
        'This came in the name of somebody else and was not taken. Load the page again and write as yourself.',
    },
  },
  'too-many-changes': {
    status: 429,
    say: /*i18n*/ {
      id: 'notes.too-many-changes',
      message:
        'Those were very many changes in a short time. Your text is kept and goes on by itself.',
    },
  },
}
