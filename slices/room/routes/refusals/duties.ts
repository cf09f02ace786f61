/** Refusals about roles, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const duties: RefusalMeanings = {
  'hand-over-first': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.hand-over-first',
      message:
        'You are the only facilitator here. Hand over to somebody, or end the gathering for everyone.',
    },
  },
  'still-facilitated': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.still-facilitated',
      message: 'A facilitator is here. Ask them to hand over.',
    },
  },
  'account-needed': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.account-needed',
      message: 'Facilitating needs an account. Sign in, come in again and take over then.',
    },
  },
  'facilitators-stay': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.facilitators-stay',
      message: 'A facilitator can’t be removed. Take the role from them first.',
    },
  },
}
