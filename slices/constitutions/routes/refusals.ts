/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'draft-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.draft-open',
      message: 'A version is in the making already. Go on with that one, or throw it away first.',
    },
  },
  'no-draft': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.no-draft',
      message: 'No version is in the making now. Begin one from the rules in force.',
    },
  },
  'draft-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.draft-changed',
      message:
        '{name} changed this section while you did. Yours is kept on this page: read theirs, then keep one of the two.',
    },
  },
  'draft-proposed': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.draft-proposed',
      message: 'This version was put forward, so it stands still. Take it back to change it.',
    },
  },
  'nothing-proposed': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.nothing-proposed',
      message: 'No version waits to be adopted. Read what holds now, or put a draft forward.',
    },
  },
  'another-steward': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.another-steward',
      message: 'You put this forward, so another steward has to confirm it. Ask one of them.',
    },
  },
  'day-passed': {
    status: 422,
    say: /*i18n*/ {
      id: 'constitutions.refused.day-passed',
      message:
        'Rules never hold for a day that has passed, and {day} has. Choose {today} or a later day.',
    },
  },
  'rules-unsound': {
    status: 422,
    say: /*i18n*/ {
      id: 'constitutions.refused.rules-unsound',
      message: 'These rules cannot be adopted yet. {first}',
    },
  },
  'being-voted': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.being-voted',
      message:
        'Members are voting on this, so it is not decided by hand. Wait for the outcome; before it opens, whoever proposed the decision can withdraw it.',
    },
  },
  'members-decide': {
    status: 409,
    say: /*i18n*/ {
      id: 'constitutions.refused.members-decide',
      message:
        'In this circle members decide on changes of the rules by a vote. Put these rules to the vote.',
    },
  },
  'file-not-understood': {
    status: 422,
    say: /*i18n*/ {
      id: 'constitutions.refused.file-not-understood',
      message: 'This file cannot be read as a constitution. {first}',
    },
  },
}
