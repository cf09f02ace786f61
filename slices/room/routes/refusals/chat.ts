/** Refusals in the chat and in private talk, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const chat: RefusalMeanings = {
  'chat-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.chat-closed',
      message: 'The chat is closed for now. Ask for the floor, or keep the line for later.',
    },
  },
  'chat-slow': {
    status: 429,
    say: /*i18n*/ {
      id: 'room.chat-slow',
      message:
        'The chat is slowed. You can write again in {wait, plural, one {# second} other {# seconds}}.',
    },
  },
  'no-such-line': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-line',
      message: 'This line is not here. Look at the chat again.',
    },
  },
  'line-gone': {
    status: 410,
    say: /*i18n*/ {
      id: 'room.line-gone',
      message: 'This line was withdrawn or hidden. Nothing more can be done with it.',
    },
  },
  'not-your-line': {
    status: 403,
    say: /*i18n*/ {
      id: 'room.not-your-line',
      message: 'Only whoever wrote a line changes it. A facilitator can hide it.',
    },
  },
  'reactions-full': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.reactions-full',
      message: 'This line has all the reactions it can hold. Add to one that is there.',
    },
  },
}
