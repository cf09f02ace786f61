/** Why something about minutes can't be done, in a sentence that says what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-there': {
    status: 403,
    say: /*i18n*/ {
      id: 'minutes.not-there',
      message: 'Only those who were there amend these minutes. Ask one of them, or a facilitator.',
    },
  },
  'minutes-approved': {
    status: 409,
    say: /*i18n*/ {
      id: 'minutes.approved-already',
      message:
        'These minutes are approved and no longer change. Bring it up in the next gathering of the circle.',
    },
  },
  'nothing-to-amend': {
    status: 404,
    say: /*i18n*/ {
      id: 'minutes.nothing-to-amend',
      message: 'That is not in the minutes any more. Load them again and look for its place.',
    },
  },
  'nothing-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'minutes.nothing-changed',
      message: 'It says that already. Change the words, or leave it as it is.',
    },
  },
  'not-your-words': {
    status: 403,
    say: /*i18n*/ {
      id: 'minutes.not-your-words',
      message: 'Everybody corrects their own words only. Ask whoever wrote it.',
    },
  },
  'only-who-facilitated': {
    status: 403,
    say: /*i18n*/ {
      id: 'minutes.only-who-facilitated',
      message:
        'Those who facilitated decide this, or the facilitators of the circle. Ask one of them.',
    },
  },
  'nobody-by-that-name': {
    status: 404,
    say: /*i18n*/ {
      id: 'minutes.nobody-by-that-name',
      message:
        'Nobody without an account has this name here. Look for your name among those who wrote.',
    },
  },
  'no-such-claim': {
    status: 404,
    say: /*i18n*/ {
      id: 'minutes.no-such-claim',
      message: 'This was answered already, or never asked. Load the minutes again.',
    },
  },
  'order-unread': {
    status: 422,
    say: /*i18n*/ {
      id: 'minutes.order-unread',
      message:
        'Line {line, number} of the running order could not be read: “{text}”. Write it as “19:00 Panel: title (owner) 20 min”.',
    },
  },
  'not-a-chat': {
    status: 422,
    say: /*i18n*/ {
      id: 'minutes.not-a-chat',
      message:
        'There is not one chat line in this file. Choose the text that BigBlueButton saves with “Save” in the public chat.',
    },
  },
}
