/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'no-sound-now': {
    status: 503,
    say: /*i18n*/ {
      id: 'voices.no-sound-now',
      message:
        'There is no sound in the room at this moment; it comes back by itself. The text goes on.',
    },
  },
}
