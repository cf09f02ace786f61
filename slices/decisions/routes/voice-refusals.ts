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
  'told-by-phone': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.told-by-phone',
      message: 'They gave their vote by phone, and it stands. Only they change it.',
    },
  },
}
