/** Refusals for want of a duty in the room, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const care: RefusalMeanings = {
  'only-facilitators': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.only-facilitators',
      message: 'Only a facilitator does this. Ask one in the room.',
    },
  },
  'only-note-takers': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.only-note-takers',
      message: 'Facilitators and note takers write down. Ask to be made a note taker.',
    },
  },
  'nobody-by-that-id': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.nobody-by-that-id',
      message: 'Whoever this was for is not here. Look who is in the room and try again.',
    },
  },
  'already-begun': {
    status: 409,
    say: /*i18n*/ { id: 'room.already-begun', message: 'The gathering has begun already.' },
  },
  'not-begun': {
    status: 409,
    say: /*i18n*/ { id: 'room.not-begun', message: 'The gathering has not begun. Begin it first.' },
  },
}
