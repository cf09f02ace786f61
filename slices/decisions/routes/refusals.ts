/** What a count or a file can be refused for, in sentences. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'blt-unreadable': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.blt',
      message: 'Line {line}, column {column}: {why}. Mend the file and count again.',
    },
  },
  'csv-unreadable': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.csv',
      message: 'Line {line}, column {column} of the table: {why}. Mend it and count again.',
    },
  },
  'preflib-unreadable': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.preflib',
      message: 'Line {line}, column {column} of the PrefLib file: {why}. Mend it and count again.',
    },
  },
  'tie-undecided': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.tie',
      message:
        '{names} are level and no rule for ties was declared. Declare one before opening; here, count again with a lot.',
    },
  },
  'one-seat-only': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.one-seat',
      message:
        'The method {method} fills one seat, not {seats}. Choose a method for several seats.',
    },
  },
}
