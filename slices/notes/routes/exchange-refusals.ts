/** Why a file can't become a note, or a version can't be kept, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const exchangeRefusals: RefusalMeanings = {
  'nothing-written': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.nothing-written',
      message: 'Nothing is written here yet. Write something, then keep it as a version.',
    },
  },
  'not-a-pad': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.not-a-pad',
      message:
        'This is not the file of one pad. In Etherpad, export it as “Etherpad” and give that file.',
    },
  },
  'not-a-docx': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.not-a-docx',
      message: 'This docx could not be read. Open it where it was made and save it anew as docx.',
    },
  },
  'not-a-note-file': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.not-a-note-file',
      message:
        'This file could not be read as a note. Give one of these: etherpad, html, md, txt, docx, json.',
    },
  },
  'zip-too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'notes.zip-too-large',
      message:
        'Unpacked, this file is larger than {megabytes} MB. Take large pictures out and try again.',
    },
  },
  'zip-unreadable': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.zip-unreadable',
      message: 'This file is damaged and can’t be unpacked. Save it anew and try again.',
    },
  },
  'too-large-a-note': {
    status: 413,
    say: /*i18n*/ {
      id: 'notes.too-large-a-note',
      message: 'The text in this file is more than {megabytes} MB. Part it into several notes.',
    },
  },
  'takes-too-long': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.takes-too-long',
      message:
        'Reading this file took too long and was given up. Part it, or save it in another format.',
    },
  },
}
