/** Why a motion does not go on, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'guests-do-not-decide': {
    status: 403,
    say: /*i18n*/ {
      id: 'motions.refused.guest',
      message:
        'You are here as a guest: members of the circle move and vote. Ask for the floor to be heard, or sign in if you are a member.',
    },
  },
  'no-circle-here': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.no-circle',
      message:
        'This gathering is of no circle with rules, so nobody’s rules say who decides. Ask with a poll instead.',
    },
  },
  'not-of-the-circle-here': {
    status: 403,
    say: /*i18n*/ {
      id: 'motions.refused.stranger',
      message:
        'Members of {circle}, and delegates there, move and vote. Ask for the floor to be heard.',
    },
  },
  'motion-pending': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.pending',
      message: 'A motion is before the assembly already. Amend it, or move yours when it is over.',
    },
  },
  'needs-days-of-talk': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.talk',
      message:
        '{kind}: by the rules it is talked about for {days, plural, one {a day} other {# days}} before it is decided. Put it before the circle on its page; after those days it can be moved.',
    },
  },
  'not-pending': {
    status: 404,
    say: /*i18n*/ {
      id: 'motions.refused.over',
      message: 'This is no longer before the assembly. Look at what stands now.',
    },
  },
  'nothing-to-second': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.second',
      message: 'It has been seconded already. It is talked about when a facilitator has stated it.',
    },
  },
  'own-motion': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.own',
      message: 'You moved it yourself; somebody else seconds it.',
    },
  },
  'seconded-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.twice',
      message: 'You have seconded it. It needs others too.',
    },
  },
  'nothing-to-state': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.state',
      message: 'It has been stated. It is talked about, amended, and put to the vote.',
    },
  },
  'not-seconded': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.not-seconded',
      message:
        '{missing, plural, one {One other member has to second it} other {# other members have to second it}} first. Ask for it, or let it fall.',
    },
  },
  'seconded-enough': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.fall',
      message: 'It was seconded, so it does not fall. State it, or put it to the vote.',
    },
  },
  'not-stated': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.not-stated',
      message: 'A facilitator states the motion first; then it is amended, voted on or postponed.',
    },
  },
  'vote-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.vote-open',
      message: 'A vote is open. It is closed and counted before anything else.',
    },
  },
  'amendment-pending': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.amendment-pending',
      message:
        'An amendment is pending on it already. Amend that one, or wait until it is decided.',
    },
  },
  'amended-deep-enough': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.deep',
      message: 'An amendment to an amendment is not amended once more. Vote on it first.',
    },
  },
  'amendment-first': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.amendment-first',
      message: 'An amendment is pending: it is voted on first.',
    },
  },
  'options-not-amended': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.options',
      message: 'Here options are chosen from. Put another one forward instead of an amendment.',
    },
  },
  'stands-as-announced': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.announced',
      message:
        'It was announced with this text, so members who are not here could read it. Vote on it as it is, or announce another.',
    },
  },
  'option-there': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.option-there',
      message: '{name} stands there already.',
    },
  },
  'same-text': {
    status: 422,
    say: /*i18n*/ {
      id: 'motions.refused.same',
      message: 'This is the text as it stands. Change it as it should read.',
    },
  },
  'not-your-motion': {
    status: 403,
    say: /*i18n*/ {
      id: 'motions.refused.not-yours',
      message: 'Whoever moved it withdraws it. You may speak and vote against it.',
    },
  },
  'no-leave-asked': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.leave',
      message: 'Nobody asks to withdraw it any more. Look at what stands now.',
    },
  },
  'no-vote-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.no-vote',
      message: 'No vote is open on it. The result stands in the room and in the minutes.',
    },
  },
  'no-roll-call': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.no-roll-call',
      message:
        'Names are called and votes recorded in a roll call only. Here everybody votes themselves.',
    },
  },
  'not-there-to-call': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.not-there',
      message: 'They are not on the roll, or not in the room. Call somebody who is there.',
    },
  },
  'not-called-yet': {
    status: 409,
    say: /*i18n*/ {
      id: 'motions.refused.not-called',
      message: 'In a roll call one answers when one’s name is called. Wait for it.',
    },
  },
}
