/** What a count or a file can be refused for, in sentences. */
import type { Refusal } from '#kernel/change.ts'
import type { RefusalMeanings } from '#kernel/problem.ts'
import type { Words } from '#kernel/words.ts'
import type { Candidate } from '../rules/papers.ts'

export const refusals: RefusalMeanings = {
  'file-unreadable': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.file',
      message: "{path} can't be read ({code}). Look whether it is there and may be read.",
    },
  },
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
  'method-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.method',
      message: 'Nobody here knows the method {method}. See moothall help tally.',
    },
  },
  'publication-broken': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.publication',
      message:
        'The published paper "{paper}" names somebody who is no candidate. Ask for the file again.',
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

/** A refusal of a count in a sentence, with the names of those it is about. */
export function sayRefusal(
  { refused, details }: Refusal,
  candidates: readonly Candidate[],
  words: Words,
): string {
  const among = Array.isArray(details?.['among']) ? details['among'] : []
  const names = among.map((one) => candidates[Number(one)]?.name ?? '').join(', ')
  const meaning = refusals[refused]
  return meaning ? words.say(meaning.say, { ...details, names }) : refused
}
