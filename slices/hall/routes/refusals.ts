/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'opening-over': {
    status: 410,
    say: /*i18n*/ {
      id: 'hall.opening-over',
      message:
        'This link opens the hall no more: it was opened already, or a newer link was made. Sign in, or run "npx moothall steward-link" where the hall runs.',
    },
  },
  'hall-in-use': {
    status: 409,
    say: /*i18n*/ {
      id: 'hall.hall-in-use',
      message:
        'This hall has members and gatherings of its own. Start another one with an empty folder (DATA=./demo npm start -- --demo) to look at the demo.',
    },
  },
  'letter-over': {
    status: 410,
    say: /*i18n*/ {
      id: 'hall.letter-over',
      message: 'The text of this letter has expired. Whoever needs a code asks for a new one.',
    },
  },
}
