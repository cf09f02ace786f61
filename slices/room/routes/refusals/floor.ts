/** Refusals on the floor and in the stack, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const floor: RefusalMeanings = {
  'stack-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.stack-closed',
      message: 'The stack is closed for now. Write in the chat, or wait until it opens again.',
    },
  },
  'nobody-waits': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.nobody-waits',
      message: 'Nobody waits for the floor. Ask who would like to speak.',
    },
  },
  'next-has-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.next-has-changed',
      message: 'Somebody else is next by now. Look at the stack and give the floor again.',
    },
  },
  'no-turn-to-end': {
    status: 409,
    say: /*i18n*/ { id: 'room.no-turn-to-end', message: 'This turn is over already.' },
  },
  'not-in-the-round': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.not-in-the-round',
      message: 'There is no turn to pass in the round.',
    },
  },
}
