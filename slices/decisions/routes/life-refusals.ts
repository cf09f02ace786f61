/** Why a proposal does not go on, or a ballot is not taken, in sentences that say what to do. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const lifeRefusals: RefusalMeanings = {
  'no-such-kind': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.no-kind',
      message:
        'The rules of this circle have no such kind of decision. Choose another, or change the rules.',
    },
  },
  'not-your-kind': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-your-kind',
      message:
        '{kind}: by the rules you can’t propose it. Ask somebody who can; who that is stands in the rules.',
    },
  },
  'no-options-here': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.no-options',
      message:
        '{kind} is answered in favour or against; take the options out, or choose another kind.',
    },
  },
  'options-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.options',
      message: '{kind} chooses among options: name two at least.',
    },
  },
  'too-many-seats': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.seats',
      message:
        'There are {seats} seats for {options} options, so there is nothing to choose. Name more, or fewer seats.',
    },
  },
  'no-tie-rule': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.no-tie-rule',
      message:
        '{kind}: the rules do not say what a tie does, and what is not stated does not open. Let the rules say it first.',
    },
  },
  'notice-not-over': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.notice',
      message:
        'By the rules it is announced some days before it is moved, and they are not over. Its page says from when it can be.',
    },
  },
  'announced-not-ripe': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-ripe',
      message:
        'It can’t be moved now: it was decided or withdrawn, or waits for something. Its page says what.',
    },
  },
  'only-over-days': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.over-days',
      message:
        '{kind}: the rules let it be decided over days only, so that everybody can vote. Propose it on the page of the circle.',
    },
  },
  'ballot-only': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.ballot-only',
      message:
        '{kind} is decided by ballot: its options are chosen from, or its ballots are not for everybody to see.',
    },
  },
  'nobody-on-the-roll': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.nobody',
      message:
        '{kind}: by the rules nobody here could vote on it now. Look at who votes, and why not.',
    },
  },
  'not-a-draft': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-a-draft',
      message: 'It was proposed already. Change its text as long as it is not open.',
    },
  },
  'no-urgent-path': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.urgent',
      message: '{kind} has no urgent path in the rules. Propose it in the usual time.',
    },
  },
  'talk-too-short': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.talk',
      message:
        'By the rules it is talked about for at least {least, plural, one {a day} other {# days}} first.',
    },
  },
  'open-too-short': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.short',
      message: 'By the rules it is open for at least {least, plural, one {a day} other {# days}}.',
    },
  },
  'open-too-long': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.long',
      message: 'By the rules it is open for at most {most, plural, one {a day} other {# days}}.',
    },
  },
  'text-stands': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.text-stands',
      message:
        'Its text stands since it opened, for all who vote. If it misleads, a steward can call it void.',
    },
  },
  'text-changed-meanwhile': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.meanwhile',
      message: 'Its text was changed while you wrote. Read what stands now, then change that.',
    },
  },
  'no-support-now': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.support',
      message: 'A proposal is supported while it is talked about, neither before nor after.',
    },
  },
  'own-proposal': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.own',
      message: 'It is your own proposal; support comes from others.',
    },
  },
  'not-withdrawn-any-more': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.withdraw',
      message: 'It can’t be withdrawn any more: it opened, or it is over.',
    },
  },
  'nothing-to-void': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.void',
      message:
        'Only what is open or counted can be called void. A proposal is withdrawn by whoever made it.',
    },
  },
  'roll-stands': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.roll-stands',
      message:
        'The roll can be contested while the proposal is talked about. It is frozen from the opening on; if it is wrong, a steward can call the decision void.',
    },
  },
  'not-of-the-circle': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.stranger',
      message: 'That is nobody of this circle, so there is no line of the roll to object to.',
    },
  },
  'answered-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.answered',
      message: 'Another steward answered it already. Read what they said.',
    },
  },
  'not-counted-yet': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-counted',
      message: 'An outcome is put into words once it is counted.',
    },
  },
  'review-passed': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.review',
      message: '{day} has passed. Name a day to come, or none.',
    },
  },
}
