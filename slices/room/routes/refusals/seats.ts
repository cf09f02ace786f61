/** Refusals at the microphone of a place, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const seats: RefusalMeanings = {
  'microphone-needs-account': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.microphone-needs-account',
      message:
        'The microphone of a place needs an account. Sign in on this device and come in again.',
    },
  },
  'many-places': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.many-places',
      message: 'There are as many places as a gathering can have. Sit down at one of them.',
    },
  },
  'no-microphone': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.no-microphone',
      message: 'This device is not the microphone of a place now. Make it one first.',
    },
  },
  'not-your-microphone': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.not-your-microphone',
      message: 'Only whose device it is does this, or a facilitator.',
    },
  },
  'here-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.here-already',
      message: 'They are in the room already. Nobody is in it twice.',
    },
  },
  'removed-person': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.removed-person',
      message: 'They were removed from this gathering and can’t come back to it.',
    },
  },
  'place-full': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.place-full',
      message: 'This list is full. Make a second device the microphone of another place.',
    },
  },
  'not-in-this-circle': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.not-in-this-circle',
      message: 'They are not a member of this circle. Type their name instead.',
    },
  },
}
