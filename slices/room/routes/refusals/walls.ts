/** Refusals about links for walls, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const walls: RefusalMeanings = {
  'many-walls': {
    status: 409,
    say: /*i18n*/ {
      id: 'room.many-walls',
      message: 'There are as many links as a gathering can have. Take one back first.',
    },
  },
  'wall-gone': {
    status: 404,
    say: /*i18n*/ {
      id: 'room.wall-gone',
      message: 'This link shows nothing any more. Ask a facilitator for a new one.',
    },
  },
}
