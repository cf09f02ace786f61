/** Refusals in polls and what is written down, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const polls: RefusalMeanings = {
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
