/** Refusals in the running order, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const items: RefusalMeanings = {
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
