/** Why a link opens nothing, and why a ballot by another way is not taken. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const voiceRefusals: RefusalMeanings = {
  'link-unknown': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.link-unknown',
      message:
        'This link opens no ballot. Copy it whole from your mail, or sign in and vote in the hall.',
    },
  },
  'link-stopped': {
    status: 410,
    say: /*i18n*/ {
      id: 'decisions.refused.link-stopped',
      message: 'This link was stopped, so it opens no ballot any more. Sign in to vote.',
    },
  },
  'link-of-another': {
    status: 410,
    say: /*i18n*/ {
      id: 'decisions.refused.link-of-another',
      message:
        'Whoever this link was made for does not vote here any more for whom it says. The roll says who does.',
    },
  },
  'nothing-chosen': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.nothing-chosen',
      message: 'Nothing is chosen, so nothing was cast. Choose first, or tick the empty ballot.',
    },
  },
  'place-twice': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.place-twice',
      message: 'Place {place} is given twice. Give each a place of its own.',
    },
  },
  'said-too-long': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.said-too-long',
      message: 'The reason is longer than 2000 characters. Say it in fewer.',
    },
  },
  'voted-themselves': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.voted-themselves',
      message: 'They voted themselves, and their own ballot stands. Only they change it.',
    },
  },
  'not-by-phone-when-secret': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.phone-secret',
      message:
        'Ballots of this decision are secret, so nobody records them for others. They vote themselves.',
    },
  },
  'your-own-vote': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.own-vote',
      message: 'That ballot is yours to cast. Vote on the page of the decision.',
    },
  },
  'not-on-the-roll-they': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.not-on-roll-they',
      message: 'They are not on the roll of this decision, so no vote of theirs is taken.',
    },
  },
  'proxy-for-what': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-for-what',
      message: 'Say for what: for one decision, or until a day.',
    },
  },
  'proxy-to-oneself': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-oneself',
      message: 'You vote for yourself anyway. Ask somebody else.',
    },
  },
  'no-proxies-here': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.no-proxies',
      message: 'By the rules nobody votes here for another member. Vote by mail, or by phone.',
    },
  },
  'proxy-day-passed': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-day',
      message: 'That day has passed. Name one to come.',
    },
  },
  'proxy-in-a-circle': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-circle',
      message: 'They asked you to vote for them. One of you can ask the other, not both.',
    },
  },
  'proxy-to-who-gave': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-to-giver',
      message:
        'They asked somebody else to vote for them, and a proxy is not passed on. Ask another member.',
    },
  },
  'proxy-of-who-holds': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-of-holder',
      message:
        'You hold a proxy of another member, and it is not passed on. Lay that down first, or vote.',
    },
  },
  'proxy-full': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-full',
      message:
        'They vote for {most, plural, one {one other} other {# others}} already, which is all the rules let them. Ask another member.',
    },
  },
  'proxy-stranger': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-stranger',
      message: 'Whoever votes for you must have a vote here themselves. Ask another member.',
    },
  },
  'proxy-of-others': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.proxy-of-others',
      message: 'That is between two others. Who gave it takes it back, who holds it lays it down.',
    },
  },
  'change-the-text': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.change-the-text',
      message: 'It has not opened yet. Ask whoever proposed it to change the text instead.',
    },
  },
  'not-yours-to-withdraw': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-yours-to-withdraw',
      message:
        'A person who stands withdraws themselves; any other option whoever proposed the decision. Speak with them.',
    },
  },
  'withdrawn-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.withdrawn-already',
      message: 'It was withdrawn before, for good.',
    },
  },
  'last-one-standing': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.last-one-standing',
      message:
        'Nobody else is left to choose. Let a steward call the decision void, and propose it anew.',
    },
  },
  'told-by-phone': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.told-by-phone',
      message: 'They gave their vote by phone, and it stands. Only they change it.',
    },
  },
}
