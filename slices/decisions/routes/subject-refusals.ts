/** Why something is not put to the vote, in sentences that say what to do. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const subjectRefusals: RefusalMeanings = {
  'decided-in-another-circle': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.another-circle',
      message:
        'By the rules another circle decides on this. Put it to the vote there, from the page where it lies.',
    },
  },
  'kind-does-not-fit': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.kind-fits',
      message:
        '{kind} is not the kind of decision for this. Choose one that the page where it lies offers.',
    },
  },
  'not-yours-to-put': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-yours-to-put',
      message:
        'By the rules it is not yours to put this to the vote. Ask somebody who decides on it, or a steward.',
    },
  },
  'voted-on-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.voted-on',
      message: 'A decision about this goes on already. Look at the decisions of the circle.',
    },
  },
  'person-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.person-missing',
      message: 'This is a question about one person. Choose whom.',
    },
  },
  'adopted-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.adopted-already',
      message: 'These rules were adopted already, so there is nothing left to vote on.',
    },
  },
}
