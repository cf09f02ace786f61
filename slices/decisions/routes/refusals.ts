/** What a count or a file can be refused for, in sentences. */
import type { Refusal } from '#kernel/change.ts'
import type { RefusalMeanings } from '#kernel/problem.ts'
import type { Words } from '#kernel/words.ts'
import type { Candidate } from '../rules/papers.ts'
import { ballotRefusals } from './ballot-refusals.ts'
import { consentRefusals } from './consent-refusals.ts'
import { lifeRefusals } from './life-refusals.ts'
import { replayRefusals } from './replay-refusals.ts'
import { secretRefusals } from './secret-refusals.ts'
import { mandateRefusals } from './mandate-refusals.ts'
import { voiceRefusals } from './voice-refusals.ts'
import { subjectRefusals } from './subject-refusals.ts'

export const refusals: RefusalMeanings = {
  ...lifeRefusals,
  ...subjectRefusals,
  ...ballotRefusals,
  ...replayRefusals,
  ...secretRefusals,
  ...voiceRefusals,
  ...mandateRefusals,
  ...consentRefusals,
  'export-too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'decisions.refused.export-large',
      message:
        'The file is larger than {most} MB. Whoever runs the hall can bring it in by moothall import loomio.',
    },
  },
  'export-cut-short': {
    status: 400,
    say: /*i18n*/ {
      id: 'decisions.refused.export-cut',
      message: 'The line broke before the file was whole. Nothing was kept; send it again.',
    },
  },
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
  'pabulib-unreadable': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.pabulib',
      message: 'Line {line}, column {column} of the budget: {why}. Mend it and count again.',
    },
  },
  'marks-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.marks-needed',
      message: 'The method {method} counts marks, and these ballots rank. Choose another method.',
    },
  },
  'rankings-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.rankings-needed',
      message:
        'The method {method} counts rankings, and these ballots mark. Choose another method.',
    },
  },
  'approval-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.approval-unsaid',
      message:
        'The method {method} asks who is approved of, and these marks do not say where that begins. Choose a method that counts marks.',
    },
  },
  'budget-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.budget-unsaid',
      message: 'These ballots say no budget and no costs. Bring them as a .pb file.',
    },
  },
  'groups-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.groups-unknown',
      message:
        'The method {method} can not promise so many of a group. STV, approval and their like can.',
    },
  },
  'groups-unservable': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.groups-unservable',
      message:
        'With {seats, plural, one {# seat} other {# seats}} and those who stand, not all groups can have as many as they were promised. Promise less.',
    },
  },
  'too-many-groups': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.too-many-groups',
      message: 'There are {groups} groups; at most {most} can be counted together. Name fewer.',
    },
  },
  'candidate-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.candidate',
      message: 'There is no candidate with the number {number}. Look at the file, and count again.',
    },
  },
  'kind-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.kind',
      message:
        'These rules say nothing of decisions of the kind "{kind}". Name it there, or "*" for every kind.',
    },
  },
  'elections-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.elections',
      message: 'These rules say nothing of elections. Name a method with --method.',
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
  candidates: readonly Pick<Candidate, 'name'>[],
  words: Words,
): string {
  const among = Array.isArray(details?.['among']) ? details['among'] : []
  const names = among.map((one) => candidates[Number(one)]?.name ?? '').join(', ')
  const meaning = refusals[refused]
  return meaning ? words.say(meaning.say, { ...details, names }) : refused
}
