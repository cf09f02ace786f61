/** Why a ballot is not taken, or not shown. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const ballotRefusals: RefusalMeanings = {
  'not-open-yet': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-open',
      message: 'It is not open yet. You have a mail when it is, if you are on the roll.',
    },
  },
  'ballots-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.closed',
      message: 'It is closed, so no ballot is taken any more. What you cast before counts.',
    },
  },
  'not-decided-any-more': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.ended',
      message: 'It was withdrawn or called void; the page says why. Nothing is decided by it.',
    },
  },
  'voted-in-the-room': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.in-room',
      message: 'It is decided at a gathering, in the room. Come into it and vote there.',
    },
  },
  'not-on-the-roll': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-on-roll',
      message:
        'You can’t vote on this: you are not on its roll, which was frozen when it opened. The roll says why.',
    },
  },
  'votes-as-several': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.as',
      message: 'You may vote here for yourself and for others. Say for whom this ballot is.',
    },
  },
  'ballot-of-another-kind': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.other-kind',
      message: 'This decision is answered in another way. Load the page anew and vote as it says.',
    },
  },
  'answer-not-offered': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.answer',
      message:
        'The rules of this decision do not offer that answer. Choose one that is on the ballot.',
    },
  },
  'ballot-reason-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.reason',
      message: 'A block or an objection gives its reason. Write it in a sentence or two.',
    },
  },
  'option-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.option',
      message: 'There is no option {option}; there are {options}.',
    },
  },
  'option-twice': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.twice',
      message: 'Option {option} is on your ballot twice. Give it one place.',
    },
  },
  'mark-out-of-bounds': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.mark',
      message: 'A mark is between {least} and {most}.',
    },
  },
  'too-many-marks': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.marks',
      message: 'There are more marks on your ballot than the {most} you have. Take some away.',
    },
  },
  'results-hidden': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.hidden',
      message: 'Nothing but how many voted shows before the close. Come back when it is counted.',
    },
  },
  'ballots-for-voters': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.named',
      message:
        'Ballots of this decision are named: those on its roll see who voted what, nobody else.',
    },
  },
}
