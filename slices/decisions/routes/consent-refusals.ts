/** Why an objection, its judgment or advice is not taken, in sentences that say what to do. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const consentRefusals: RefusalMeanings = {
  'not-by-consent': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-consent',
      message:
        'By the rules this is not decided by consent. Say what you think in the talk about it.',
    },
  },
  'no-objections-now': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.no-objections',
      message:
        'Objections are made and dealt with while a proposal is talked about. Once it is open, object with your ballot and give your reason.',
    },
  },
  'own-proposal-objected': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.own-objection',
      message: 'It is your own proposal: change its text, or withdraw it.',
    },
  },
  'not-on-the-draft': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-on-draft',
      message:
        'Who would vote on it may object, and you are not on the draft of its roll. The roll says why, and can be contested.',
    },
  },
  'not-your-objection': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.not-your-objection',
      message: 'This step is not yours: it is for whoever objected, or for whoever proposed it.',
    },
  },
  'objection-over': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.objection-over',
      message: 'Something else became of this objection meanwhile. Read what, and what is next.',
    },
  },
  'text-not-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.text-unchanged',
      message:
        'The text is still the one that was objected to. Change it first, then say what it answers.',
    },
  },
  'step-reason-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.step-reason',
      message: 'Give your reason: whoever objected, and everybody else, reads it.',
    },
  },
  'nobody-judges': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.nobody-judges',
      message:
        'By the rules nobody judges objections here. Answer it by a new text, or speak with whoever objected.',
    },
  },
  'stewards-judge': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.stewards-judge',
      message:
        'By the rules the stewards judge objections. Say to one of them what you think of it.',
    },
  },
  'own-objection-judged': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.own-judged',
      message: 'Nobody judges their own objection. Keep it, or withdraw it.',
    },
  },
  'proposer-judges': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.proposer-judges',
      message: 'Who proposed it never judges objections to it. Another steward may.',
    },
  },
  'no-objection-there': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.no-objection',
      message: 'There is no objection on that ballot now. Perhaps it was changed.',
    },
  },
  'judged-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.judged',
      message: 'Another steward judged it already. Read what they said.',
    },
  },
  'nothing-to-take-up': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.take-up',
      message:
        'There are no objections for which the decision before did not pass. Ask again without them.',
    },
  },
  'not-by-advice': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-advice',
      message: 'By the rules this is not decided by advice. How it is stands beside it.',
    },
  },
  'no-advice-now': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.no-advice',
      message:
        'Advice is asked for and given from when it is put before the circle until it is decided.',
    },
  },
  'own-advice': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.own-advice',
      message: 'Whoever proposed it decides it, and takes advice from others.',
    },
  },
  'adviser-outside': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.adviser',
      message:
        'That is nobody of this circle, so they could not read it. Ask them in another way, and write what they said into the text.',
    },
  },
  'asked-before': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.asked-before',
      message: 'They were asked already, and have a letter. Speak with them if they do not answer.',
    },
  },
  'proposer-decides': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.proposer-decides',
      message: 'By advice only who proposed it decides. Give them your advice.',
    },
  },
  'too-few-asked': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.few-asked',
      message:
        'By the rules at least {least, plural, one {one person is} other {# people are}} asked for advice first; so far {asked, plural, =0 {nobody was} one {one was} other {# were}}. Ask those whom it touches and those who know.',
    },
  },
  'advice-too-early': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.advice-early',
      message: 'The days of talk are not over yet. Decide once they are.',
    },
  },
  'advice-outstanding': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.outstanding',
      message:
        '{count, plural, one {One of those you asked} other {# of those you asked}} did not answer yet, and by the rules you wait for them. Speak with them, or wait.',
    },
  },
  'advice-untaken': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.untaken',
      message:
        'Say of each advice how you took it, and why; {count, plural, one {of one} other {of #}} you did not.',
    },
  },
  'advice-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.advice-changed',
      message: 'Advice was given or changed while you wrote. Read it, then decide.',
    },
  },
  'advice-not-secret': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.advice-secret',
      message:
        '{kind}: who advised what is for all to read, so it is never secret. Let the rules say that it is open.',
    },
  },
  'advice-not-moved': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.advice-moved',
      message:
        '{kind}: who proposes it decides it by advice, so nothing is voted on at a gathering. Propose it on the page of the circle, and ask for advice there.',
    },
  },
  'advice-not-told': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.advice-told',
      message:
        'By advice one person decides and nobody votes: there are no ballots to be counted another way, and ballots give no advice.',
    },
  },
}
