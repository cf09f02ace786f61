/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'groups-are-out': {
    status: 409,
    say: /*i18n*/ {
      id: 'breakouts.groups-are-out',
      message: 'The groups are out already. Call them back first.',
    },
  },
  'no-groups-planned': {
    status: 409,
    say: /*i18n*/ {
      id: 'breakouts.no-groups-planned',
      message: 'No groups are planned. A facilitator plans them first.',
    },
  },
  'nobody-is-out': {
    status: 409,
    say: /*i18n*/ {
      id: 'breakouts.nobody-is-out',
      message: 'No group is out at the moment; all are in the main hall.',
    },
  },
  'no-such-group': {
    status: 404,
    say: /*i18n*/ {
      id: 'breakouts.no-such-group',
      message: 'There is no such group. Choose one of those on the page.',
    },
  },
  'group-is-back': {
    status: 409,
    say: /*i18n*/ {
      id: 'breakouts.group-is-back',
      message: 'This group is back in the main hall. Choose one that is still out.',
    },
  },
  'group-full': {
    status: 409,
    say: /*i18n*/ {
      id: 'breakouts.group-full',
      message: 'This group is full. Choose another one, or ask a facilitator.',
    },
  },
  'groups-are-sorted': {
    status: 403,
    say: /*i18n*/ {
      id: 'breakouts.groups-are-sorted',
      message: 'People do not change groups by themselves here. Ask a facilitator to move you.',
    },
  },
  'not-in-the-group': {
    status: 403,
    say: /*i18n*/ {
      id: 'breakouts.not-in-the-group',
      message: 'Only who is in this group, or facilitates, can do that.',
    },
  },
}
