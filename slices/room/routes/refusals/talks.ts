/** Refusals in private talk, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const talks: RefusalMeanings = {
  'private-off': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.private-off',
      message:
        'Private talk is switched off in this gathering. Write to everybody, or talk elsewhere.',
    },
  },
  blocked: {
    status: 403,
    say: /*i18n*/ {
      id: 'room.blocked',
      message:
        'You can’t write to each other: one of you has blocked the other. Write to the facilitators if you need to.',
    },
  },
  'no-such-talk': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-talk',
      message: 'There is no such private talk, or it is not yours.',
    },
  },
}
