/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'last-steward': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.last-steward',
      message:
        'The co-op would be without a steward. Make another member a steward first, then do this again.',
    },
  },
  'not-a-member': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.not-a-member',
      message: 'Roles are for members of the circle. Invite them to it first.',
    },
  },
}
