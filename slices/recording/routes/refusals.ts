/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'not-recording': {
    status: 409,
    say: /*i18n*/ { id: 'recording.not', message: 'This is not recorded now.' },
  },
  'no-recorder-here': {
    status: 503,
    say: /*i18n*/ {
      id: 'recording.no-recorder',
      message:
        'Nothing can be recorded at the moment: there is no sound here, or no recorder for this machine.',
    },
  },
  'recording-elsewhere': {
    status: 409,
    say: /*i18n*/ {
      id: 'recording.elsewhere',
      message: 'This gathering is heard in another tool. Record it there, if all agree.',
    },
  },
  'recording-sealed': {
    status: 409,
    say: /*i18n*/ {
      id: 'recording.sealed',
      message: 'This gathering is sealed: nobody but those in it can hear it, the hall neither.',
    },
  },
  'recording-settled': {
    status: 409,
    say: /*i18n*/ {
      id: 'recording.settled',
      message:
        'The minutes are approved, and the recording with them. Ask a facilitator to leave your part out.',
    },
  },
  'still-recording': {
    status: 409,
    say: /*i18n*/ { id: 'recording.still', message: 'It is still recorded. Stop it first.' },
  },
  'no-such-part': {
    status: 400,
    say: /*i18n*/ {
      id: 'recording.no-part',
      message: 'A part begins before it ends.',
    },
  },
  'no-such-day': {
    status: 400,
    say: /*i18n*/ {
      id: 'recording.no-day',
      message: 'Choose a day from today on, within a year.',
    },
  },
}
