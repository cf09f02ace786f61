/** Why a gathering can't be called, changed or answered, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-yours-to-call': {
    status: 403,
    say: /*i18n*/ {
      id: 'gatherings.not-yours-to-call',
      message: 'You may not call gatherings of this circle. Ask one of its facilitators to do it.',
    },
  },
  'no-such-circle': {
    status: 404,
    say: /*i18n*/ {
      id: 'gatherings.no-such-circle',
      message: 'There is no such circle. Choose another one, or call an open gathering.',
    },
  },
  'starts-in-the-past': {
    status: 422,
    say: /*i18n*/ {
      id: 'gatherings.starts-in-the-past',
      message: 'This start is over already. Choose a later one.',
    },
  },
  'rule-misses-start': {
    status: 422,
    say: /*i18n*/ {
      id: 'gatherings.rule-misses-start',
      message:
        'The first day is not one of the days on which it comes again. Change one or the other.',
    },
  },
  'gathering-cancelled': {
    status: 409,
    say: /*i18n*/ {
      id: 'gatherings.gathering-cancelled',
      message: 'This gathering was called off. Call a new one, or repeat it.',
    },
  },
  'gathering-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'gatherings.gathering-open',
      message: 'Its room is open already. Change the running order in the room.',
    },
  },
}
