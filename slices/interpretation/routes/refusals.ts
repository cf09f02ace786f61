/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-here-to-interpret': {
    status: 409,
    say: /*i18n*/ {
      id: 'interpretation.not-here',
      message: 'They are not in the room. Name them when they are here.',
    },
  },
  'not-an-interpreter': {
    status: 403,
    say: /*i18n*/ {
      id: 'interpretation.not-an-interpreter',
      message: 'You do not interpret here. A facilitator can name you, with your language.',
    },
  },
}
