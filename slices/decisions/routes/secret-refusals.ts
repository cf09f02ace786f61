/** Why a secret decision does not open, a paper is not given, or a ballot does not go into the urn. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const secretRefusals: RefusalMeanings = {
  'consent-not-secret': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.consent-secret',
      message:
        '{kind}: an objection gives its reason, so consent is never secret. Let the rules say open or named, or another way of deciding.',
    },
  },
  'secret-shown-early': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.secret-shown',
      message:
        '{kind}: results that show while it is open would say who voted what. Let the rules show them at the close.',
    },
  },
  'secret-over-days': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.secret-over-days',
      message:
        '{kind}: its ballots are secret, and in a room everybody sees who votes at which moment. Propose it over days.',
    },
  },
  'group-too-small': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.group-small',
      message:
        'Only {on} on the roll would be counted as “{group}”, and with fewer than {least} the result would show who voted what. So it does not open as secret: choose another kind, or wait until there are more.',
    },
  },
  'not-secret': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-secret',
      message: 'Ballots of this decision are not secret, so it has no papers. Vote on its page.',
    },
  },
  'paper-needed': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.paper-needed',
      message:
        'Ballots of this decision are secret: take your paper on its page, then put it into the urn.',
    },
  },
  'ballots-secret': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.ballots-secret',
      message:
        'Ballots of this decision are secret, so nobody can say who voted what. What was in the urn stands by tracker.',
    },
  },
  'paper-taken': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.paper-taken',
      message:
        '{by} took this paper already, and there is one for each vote. It is on the device that took it; if it was saved as text, it can be used here, too. If nobody of yours took it, tell a steward before the close.',
    },
  },
  'paper-broken': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.paper-broken',
      message: 'What was to be signed is no paper. Load the page anew and take your paper again.',
    },
  },
  'paper-not-signed': {
    status: 403,
    say: /*i18n*/ {
      id: 'decisions.refused.paper-not-signed',
      message:
        'The hall did not sign this paper for this decision, so the urn does not take it. Take your paper on the page of this decision.',
    },
  },
}
