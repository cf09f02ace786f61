/** Refusals in the lobby, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const lobby: RefusalMeanings = {
  denied: {
    status: 403,
    say: /*i18n*/ {
      id: 'room.denied',
      message: 'You were not let in. Write to whoever called the gathering if this is a mistake.',
    },
  },
  'room-locked': {
    status: 423,
    say: /*i18n*/ {
      id: 'room.room-locked',
      message: 'The room is locked. Ask somebody inside to have it unlocked.',
    },
  },
  'lobby-full': {
    status: 429,
    say: /*i18n*/ {
      id: 'room.lobby-full',
      message: 'Too many are waiting at the door. Try again in some minutes.',
    },
  },
  'door-crowded': {
    status: 429,
    say: /*i18n*/ {
      id: 'room.door-crowded',
      message:
        'Very many are coming in at this moment. Try again in {wait, plural, one {# second} other {# seconds}}.',
    },
  },
}
