/** The words of the page that a link in a mail opens. */
import type { Answer } from '../../rules/count/votes.ts'

type Marked = { id: string; message: string }

export const ANSWER_WORDS: Record<Answer, Marked> = {
  favour: /*i18n*/ { id: 'decisions.answer.favour', message: 'In favour' },
  against: /*i18n*/ { id: 'decisions.answer.against', message: 'Against' },
  abstain: /*i18n*/ { id: 'decisions.answer.abstain', message: 'I abstain' },
  block: /*i18n*/ { id: 'decisions.answer.block', message: 'I block it' },
  agree: /*i18n*/ { id: 'decisions.answer.agree', message: 'I agree' },
  reservations: /*i18n*/ {
    id: 'decisions.answer.reservations',
    message: 'I agree with reservations',
  },
  aside: /*i18n*/ { id: 'decisions.answer.aside', message: 'I stand aside' },
  disagree: /*i18n*/ { id: 'decisions.answer.disagree', message: 'I disagree' },
  consent: /*i18n*/ { id: 'decisions.answer.consent', message: 'I consent' },
  object: /*i18n*/ { id: 'decisions.answer.object', message: 'I object' },
}

export const say = {
  ballotOf: /*i18n*/ { id: 'decisions.page.ballot-of', message: 'The ballot of {name}' },
  until: /*i18n*/ {
    id: 'decisions.page.until',
    message: 'You may vote, and change it, until {until} ({zone}).',
  },
  untilToo: /*i18n*/ { id: 'decisions.page.until-too', message: 'In the hall: {until} ({zone}).' },
  answer: /*i18n*/ { id: 'decisions.page.answer', message: 'Your answer' },
  ranking: /*i18n*/ {
    id: 'decisions.page.ranking',
    message:
      'Give 1 to whom or what you want most, 2 to the next. Leave blank what you do not want at all.',
  },
  approval: /*i18n*/ {
    id: 'decisions.page.approval',
    message: 'Tick whom or what you would agree to.',
  },
  score: /*i18n*/ {
    id: 'decisions.page.score',
    message: 'Give each a score from {least} to {most}. Blank says nothing of it.',
  },
  dots: /*i18n*/ {
    id: 'decisions.page.dots',
    message: 'You have {dots} dots; at most {most} on one option.',
  },
  place: /*i18n*/ { id: 'decisions.page.place', message: 'Place of {option}' },
  mark: /*i18n*/ { id: 'decisions.page.mark', message: 'Mark of {option}' },
  empty: /*i18n*/ {
    id: 'decisions.page.empty',
    message: 'I hand in an empty ballot: I take part and want none of these.',
  },
  reason: /*i18n*/ { id: 'decisions.page.reason', message: 'Your reason' },
  reasonHint: /*i18n*/ {
    id: 'decisions.page.reason-hint',
    message: 'If you like; a block or an objection needs one. It stands beside the ballot.',
  },
  cast: /*i18n*/ { id: 'decisions.page.cast', message: 'Cast my ballot' },
  change: /*i18n*/ { id: 'decisions.page.change', message: 'Change my ballot' },
  isCast: /*i18n*/ {
    id: 'decisions.page.is-cast',
    message:
      'Your ballot is in the urn. You may change it here until the close; the last one counts.',
  },
  wasCast: /*i18n*/ {
    id: 'decisions.page.was-cast',
    message: 'A ballot was cast on {at}. It counts until you change it.',
  },
  notYet: /*i18n*/ {
    id: 'decisions.page.not-yet',
    message: 'Nothing is cast yet: opening this page casts nothing.',
  },
  all: /*i18n*/ {
    id: 'decisions.page.all',
    message: 'Everything about it, with its rules and its roll (you sign in there)',
  },
  linkHead: /*i18n*/ { id: 'decisions.page.link', message: 'About this link' },
  linkWhat: /*i18n*/ {
    id: 'decisions.page.link-what',
    message:
      'It was made for {person} and opens this one ballot until the close, nothing else. Whoever has it can vote with it, so pass the mail on to nobody.',
  },
  stop: /*i18n*/ { id: 'decisions.page.stop', message: 'Stop this link' },
  notMe: /*i18n*/ { id: 'decisions.page.not-me', message: 'I did not cast this ballot' },
  stopped: /*i18n*/ {
    id: 'decisions.page.stopped',
    message: 'Your links to this ballot are stopped. Sign in to vote.',
  },
  told: /*i18n*/ {
    id: 'decisions.page.told',
    message:
      'Your links to this ballot are stopped, and the stewards are told. Sign in and vote anew: your own ballot takes the place of what was cast.',
  },
  signIn: /*i18n*/ { id: 'decisions.page.sign-in', message: 'Sign in and vote' },
  home: /*i18n*/ { id: 'decisions.page.home', message: 'To the hall' },
} satisfies Record<string, Marked>
