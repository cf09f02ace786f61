/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'standing-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'standing.refused.not-yours',
      message:
        'By the rules of this circle this standing is not yours to see. Ask the member, or its treasurer.',
    },
  },
  'no-such-member': {
    status: 404,
    say: /*i18n*/ {
      id: 'standing.refused.no-such-member',
      message: 'This circle has and had no such member. Look for them in its list of members.',
    },
  },
  'not-yet': {
    status: 422,
    say: /*i18n*/ {
      id: 'standing.refused.not-yet',
      message: 'That day has not come yet. Record it when it has happened.',
    },
  },
  'more-than-there-is': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.more-than-there-is',
      message: 'Not so much of it is left. Take off at most what still stands.',
    },
  },
  'a-correction': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.a-correction',
      message: 'This is a correction itself. Record what was given anew instead.',
    },
  },
  'no-hardship': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.no-hardship',
      message:
        'The rules of this circle know no hardship. Add such an exemption to its duties first, or offer a pause.',
    },
  },
  'ends-before': {
    status: 422,
    say: /*i18n*/ {
      id: 'standing.refused.ends-before',
      message: 'It would end before it begins. Exchange the two days.',
    },
  },
  'not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'standing.refused.claim-not-yours',
      message: 'You speak for no such member here. Claim for yourself, or ask its delegates.',
    },
  },
  'excuse-asked': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.excuse-asked',
      message: 'You asked already, and it waits for an answer. Withdraw that first to ask anew.',
    },
  },
  'excuse-answered': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.excuse-answered',
      message: 'Somebody answered this already. Look at the list anew.',
    },
  },
  'not-your-own-excuse': {
    status: 403,
    say: /*i18n*/ {
      id: 'standing.refused.not-your-own-excuse',
      message:
        'Nobody excuses themselves, and only they withdraw what they asked. Ask the treasurer or another steward.',
    },
  },
  'too-many-claims': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.too-many-claims',
      message: 'Fifty of your claims wait already. Ask the treasurer to answer them first.',
    },
  },
  'claim-answered': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.claim-answered',
      message: 'This claim was answered already. Make a new one if something is missing.',
    },
  },
  'not-your-own-claim': {
    status: 403,
    say: /*i18n*/ {
      id: 'standing.refused.not-your-own-claim',
      message:
        'Nobody acknowledges what they claimed themselves, and only they withdraw it. Ask the treasurer or another steward.',
    },
  },
  'why-please': {
    status: 422,
    say: /*i18n*/ {
      id: 'standing.refused.why-please',
      message: 'Say why it is declined, so that the member knows what to do.',
    },
  },
  'statement-refused': {
    status: 422,
    say: /*i18n*/ {
      id: 'standing.refused.statement',
      message:
        '{why, select, doctype {This file has a document type; such files can reach outside themselves and are never read. Ask your bank for a plain camt.053 file.} instruction {This file gives instructions to programs; such files are never read. Ask your bank for a plain camt.053 file.} encoding {This file is not written in UTF-8. Save it in UTF-8, or ask your bank for such a file.} other {This is no bank statement in the format camt.053, or it is damaged. Take the file from your bank once more.}} (line {line})',
    },
  },
  'payment-placed': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.payment-placed',
      message: 'Somebody placed this payment already. Look at the list anew.',
    },
  },
  'nothing-to-return': {
    status: 409,
    say: /*i18n*/ {
      id: 'standing.refused.nothing-to-return',
      message:
        'This member made no payment of this amount that could have come back. Choose another member, or put it aside.',
    },
  },
}
