/** Why somebody can't do so in a thread, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'thread-locked': {
    status: 423,
    say: /*i18n*/ {
      id: 'threads.locked',
      message:
        'This thread is locked; its head says why. What you wrote is still here: ask a facilitator to open it, or begin another thread.',
    },
  },
  'thread-merged': {
    status: 409,
    say: /*i18n*/ {
      id: 'threads.merged',
      message: 'This thread goes on in another one. Open it anew to get there.',
    },
  },
  'thread-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'threads.not-yours',
      message: 'Who began it, or a facilitator of its circle, can give it another title. Ask them.',
    },
  },
  'standing-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'threads.standing-changed',
      message:
        'Somebody else said meanwhile where this stands. Read it, then add what is missing to their words.',
    },
  },
  'source-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'threads.source-not-yours',
      message:
        'You cannot see what this should go on from, or it belongs to another circle. Begin the thread without it.',
    },
  },
  'nothing-goes': {
    status: 422,
    say: /*i18n*/ {
      id: 'threads.nothing-goes',
      message: 'None of these comments stands in this thread any more. Choose again.',
    },
  },
  'nothing-stays': {
    status: 422,
    say: /*i18n*/ {
      id: 'threads.nothing-stays',
      message:
        'That would take everything with it. Leave something, or give the whole thread another title.',
    },
  },
  'merged-into-itself': {
    status: 422,
    say: /*i18n*/ {
      id: 'threads.merged-into-itself',
      message: 'This is the same thread. Choose another one.',
    },
  },
  'other-circle': {
    status: 409,
    say: /*i18n*/ {
      id: 'threads.other-circle',
      message:
        'That thread belongs to another circle, with other readers. Choose one of this circle.',
    },
  },
}
