/** What the check of duties says. */
import type { Finding } from '#slices/constitutions/index.ts'

type Meaning = { severity: Finding['severity']; say: { id: string; message: string } }

const error = (say: Meaning['say']): Meaning => ({ severity: 'error', say })

export const FOUND = {
  alone: error(
    /*i18n*/ {
      id: 'standing.check.alone',
      message:
        'Coming to gatherings, belonging to circles and holding roles are asked for alone. Make a duty of its own for each.',
    },
  ),
  twice: error(
    /*i18n*/ {
      id: 'standing.check.twice',
      message: 'One duty asks twice for the same kind of thing. Keep one of them.',
    },
  ),
  uneven: error(
    /*i18n*/ {
      id: 'standing.check.uneven',
      message:
        'These cannot be set against each other exactly. Choose rounder numbers, such as 500 and 40.',
    },
  ),
  sliding: error(
    /*i18n*/ {
      id: 'standing.check.sliding',
      message: 'The most of a sliding scale is less than its least. Exchange the two.',
    },
  ),
  share: error(
    /*i18n*/ {
      id: 'standing.check.share',
      message: 'Nobody can come to more gatherings than there are. Write 1 of 2 for half of them.',
    },
  ),
  noClass: error(
    /*i18n*/ {
      id: 'standing.check.no-class',
      message: 'The duty {duty} is asked of the class {key}, which there is not.',
    },
  ),
  nobody: error(
    /*i18n*/ {
      id: 'standing.check.nobody',
      message: 'No class can meet the duty {duty}: none of those it is asked of exists.',
    },
  ),
  noRole: error(
    /*i18n*/ {
      id: 'standing.check.no-role',
      message:
        'No class can meet the duty {duty}: there are fewer roles that its classes may hold than it asks for.',
    },
  ),
  onceCome: error(
    /*i18n*/ {
      id: 'standing.check.once-come',
      message: 'Gatherings are counted by the month, the quarter, the half-year or the year.',
    },
  ),
  monthlyThing: {
    severity: 'warning',
    say: /*i18n*/ {
      id: 'standing.check.monthly-thing',
      message: 'A thing is asked for every month. Is a year meant?',
    },
  },
  noDuty: error(
    /*i18n*/ {
      id: 'standing.check.no-duty',
      message: 'An exemption names the duty {key}, which there is not.',
    },
  ),
  sameKey: error(
    /*i18n*/ {
      id: 'standing.check.same-key',
      message: 'Two duties have the short name {key}. Give one of them another.',
    },
  ),
  never: error(
    /*i18n*/ {
      id: 'standing.check.never',
      message: 'Nobody can miss {missed} of {of} periods. So nobody could ever be behind.',
    },
  ),
} satisfies Record<string, Meaning>
