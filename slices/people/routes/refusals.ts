/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'asked-often': {
    status: 429,
    say: /*i18n*/ {
      id: 'people.asked-often',
      message:
        'Several codes were sent already. Look in your mail, also among the unwanted, or ask again in {wait, plural, one {# second} other {# seconds}}.',
    },
  },
  'code-wrong': {
    status: 422,
    say: /*i18n*/ {
      id: 'people.code-wrong',
      message:
        'That is not the code. {left, plural, =0 {Ask for a code in this browser and enter it here.} one {One try is left; look at the newest mail.} other {# tries are left; look at the newest mail.}}',
    },
  },
  'code-spent': {
    status: 422,
    say: /*i18n*/ {
      id: 'people.code-spent',
      message: 'Five tries were wrong, so this code is over. Ask for a new one.',
    },
  },
  'code-expired': {
    status: 422,
    say: /*i18n*/ {
      id: 'people.code-expired',
      message: 'This code is over: it was used, or its ten minutes are past. Ask for a new one.',
    },
  },
  'link-over': {
    status: 410,
    say: /*i18n*/ {
      id: 'people.link-over',
      message:
        'This link was used already, or its time is past. Sign in, or ask whoever sent it for a new one.',
    },
  },
  'own-name-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'people.name-needed',
      message: 'Write your name, as others shall see it, and come in.',
    },
  },
  'record-gone': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.record-gone',
      message:
        'One of the two records was erased, so there is nothing to join or to part any more.',
    },
  },
  'same-record': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.same-record',
      message: 'That is one and the same record. Choose another one.',
    },
  },
  'record-merged': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.record-merged',
      message: 'One of the two is one with another record already. Choose the record it leads to.',
    },
  },
  'merge-waits': {
    status: 409,
    say: /*i18n*/ { id: 'people.merge-waits', message: 'They cannot be made one yet. {why}' },
  },
  'parted-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.parted-already',
      message: 'These two records were parted already.',
    },
  },
  'parting-over': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.parting-over',
      message:
        'The {days} days in which the two could be parted are over. Invite the person anew under the other address, if it was a mistake.',
    },
  },
  'later-merge-first': {
    status: 409,
    say: /*i18n*/ {
      id: 'people.later-merge-first',
      message: 'Another record became one with it later. Part that one first.',
    },
  },
  'passkey-refused': {
    status: 422,
    say: /*i18n*/ {
      id: 'people.passkey-refused',
      message: 'This passkey does not open this hall. Try again, or sign in with a code by mail.',
    },
  },
}
