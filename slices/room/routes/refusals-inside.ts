/** Why something inside a room can't be: running order, floor, chat, polls. */
import type { RefusalMeanings } from '#kernel/problem.ts'

const items: RefusalMeanings = {
  'item-moved-on': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.item-moved-on',
      message: 'Somebody has gone on already. Look what is now before going on again.',
    },
  },
  'nothing-ahead': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.nothing-ahead',
      message: 'The running order is through. Add an item, or end the gathering.',
    },
  },
  'no-such-item': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-item',
      message: 'This item is not in the running order. Look at it again.',
    },
  },
  'item-is-past': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.item-is-past',
      message: 'This item has run or runs already. Choose one that lies ahead.',
    },
  },
  'order-has-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.order-has-changed',
      message: 'The running order has changed meanwhile. Look at it again and arrange it anew.',
    },
  },
  'too-many-items': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.too-many-items',
      message: 'The running order is full. Skip an item, or call another gathering.',
    },
  },
}

const floor: RefusalMeanings = {
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

const chat: RefusalMeanings = {
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

const polls: RefusalMeanings = {
  'too-few-options': {
    status: 422,
    say: /*i18n*/ {
      id: 'room.too-few-options',
      message: 'Give at least two different options to choose from.',
    },
  },
  'too-many-polls': {
    status: 409,
    say: /*i18n*/ { id: 'room.too-many-polls', message: 'Five polls are open. Close one first.' },
  },
  'no-such-poll': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-poll',
      message: 'There is no such poll here. Look at the room again.',
    },
  },
  'poll-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.poll-closed',
      message: 'This poll is closed. Its results stand in the room.',
    },
  },
  'already-answered': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.already-answered',
      message:
        'You have answered, and it counts. An anonymous answer can’t be changed, for nobody knows which one is yours.',
    },
  },
  'answer-does-not-fit': {
    status: 422,
    say: /*i18n*/ {
      id: 'room.answer-does-not-fit',
      message: 'This is not an answer to this poll. Choose one of those it offers.',
    },
  },
  'no-such-writing': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.no-such-writing',
      message: 'This was taken back or never written down. Write it down anew.',
    },
  },
}

export const insideRefusals: RefusalMeanings = { ...items, ...floor, ...chat, ...polls }
