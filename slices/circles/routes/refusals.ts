/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'own-ancestor': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.own-ancestor',
      message:
        'A circle cannot stand within itself, and the other one stands within it. Move the other one out first.',
    },
  },
  'not-its-steward': {
    status: 403,
    say: /*i18n*/ {
      id: 'circles.not-its-steward',
      message:
        'Only who cares for {circle}, too, may do that. Ask one of its stewards to do it with you.',
    },
  },
  'the-coop-stays': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.the-coop-stays',
      message: 'The co-op is the outermost circle and stays. Choose a circle within it.',
    },
  },
  'circles-within': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.circles-within',
      message:
        '{count, plural, one {# circle still stands} other {# circles still stand}} within this one. Move or close what stands within first.',
    },
  },
  'not-inside': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.not-inside',
      message: 'That is not a member of this circle now. Look at who is inside, and try again.',
    },
  },
  'no-such-class': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.no-such-class',
      message:
        'The rules of this circle have no such class for such a member. Choose one of its classes.',
    },
  },
  'body-not-inside': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.body-not-inside',
      message: 'Only a member circle sends delegates. Take it in as a member first.',
    },
  },
  'not-of-the-body': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.not-of-the-body',
      message: 'A delegate is one of its members. Invite them to the circle they speak for first.',
    },
  },
  'lives-here': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.lives-here',
      message: 'This co-op lives in this hall. Choose one of its members.',
    },
  },
  'term-over': {
    status: 422,
    say: /*i18n*/ {
      id: 'circles.term-over',
      message: 'The term would be over already. Choose a last day that is still to come.',
    },
  },
  'not-a-coop': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.not-a-coop',
      message: 'The directory is for member co-ops. This is a working circle.',
    },
  },
  'way-out-stated': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.way-out-stated',
      message:
        'The rules of this circle say how somebody is put out. Open that process on the page of the membrane.',
    },
  },
  'page-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'circles.page-unknown',
      message: 'This is not a place in the list. Begin at its first page again.',
    },
  },
  'last-steward': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.last-steward',
      message:
        '{circle} would be without a steward. Make another member a steward first, then do this again.',
    },
  },
  'not-a-member': {
    status: 409,
    say: /*i18n*/ {
      id: 'circles.not-a-member',
      message: 'Roles are for members of the circle. Invite them to it first.',
    },
  },
}
