/** Refusals at the door, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const door: RefusalMeanings = {
  'no-such-gathering': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-gathering',
      message: 'There is no such gathering. Check the link, or ask whoever sent it.',
    },
  },
  'name-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'room.name-needed',
      message: 'Say your name first: it is how others will know you here.',
    },
  },
  'not-called': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.not-called',
      message:
        'This gathering is for those who were called to it. Sign in if you are one of them, or ask whoever called it.',
    },
  },
  'doors-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.doors-closed',
      message:
        'The doors are still closed. They open a quarter of an hour before the start; come back then.',
    },
  },
  removed: {
    status: 403,
    say: /*i18n*/ {
      id: 'room.removed',
      message:
        'You were removed from this gathering and can’t come back to it. Write to whoever called it if this is a mistake.',
    },
  },
  'gathering-over': {
    status: 410,
    say: /*i18n*/ {
      id: 'room.gathering-over',
      message: 'This gathering is over. Its minutes say what happened.',
    },
  },
  'not-in-the-room': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.not-in-the-room',
      message: 'You are not in the room. Come in first, then try again.',
    },
  },
}
