/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-presenting': {
    status: 403,
    say: /*i18n*/ {
      id: 'slides.not-presenting',
      message:
        'Slides are shown by who has the floor, whose item it is, or who facilitates. Ask for the floor, and lay yours ready meanwhile.',
    },
  },
  'no-such-deck': {
    status: 404,
    say: /*i18n*/ {
      id: 'slides.no-such-deck',
      message:
        'This gathering holds no such PDF or picture. Add it to the gathering first, then show it.',
    },
  },
  'no-such-page': {
    status: 400,
    say: /*i18n*/ {
      id: 'slides.no-such-page',
      message: 'There is no such page: these slides have {pages}.',
    },
  },
  'other-slides': {
    status: 409,
    say: /*i18n*/ {
      id: 'slides.other-slides',
      message: 'Other slides are shown by now. Show yours again to turn their pages.',
    },
  },
}
