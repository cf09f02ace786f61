/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-here-to-caption': {
    status: 409,
    say: /*i18n*/ {
      id: 'captions.not-here',
      message: 'They are not in the room. Name them when they are here.',
    },
  },
  sealed: {
    status: 409,
    say: /*i18n*/ {
      id: 'captions.sealed',
      message:
        'This gathering is sealed: what is said stays with those who have its key, so there are no captions.',
    },
  },
  'not-a-captioner': {
    status: 403,
    say: /*i18n*/ {
      id: 'captions.not-a-captioner',
      message: 'You write no captions here. A facilitator can name you, with your language.',
    },
  },
  'not-yours-to-hide': {
    status: 403,
    say: /*i18n*/ {
      id: 'captions.not-yours',
      message:
        'A line is hidden by who typed it, by whose words it gives, or by who facilitates. Ask one of them.',
    },
  },
  'no-such-engine': {
    status: 401,
    say: /*i18n*/ {
      id: 'captions.no-such-engine',
      message:
        'This key opens nothing here (any more). A facilitator lets a speech engine in and gets a fresh key.',
    },
  },
}
