/** What the minutes say of a vote in the room: one sentence with its numbers. */
import type { Words } from '#kernel/words.ts'
import type { Counted } from '../rules/counted.ts'

const RESULT: Record<Counted['result'], { id: string; message: string }> = {
  passed: /*i18n*/ { id: 'motions.minutes.passed', message: '{what}: it passed.' },
  failed: /*i18n*/ { id: 'motions.minutes.failed', message: '{what}: it did not pass.' },
  elected: /*i18n*/ { id: 'motions.minutes.elected', message: '{what}: {elected}.' },
  level: /*i18n*/ { id: 'motions.minutes.level', message: '{what}: a tie, to be asked again.' },
  'no-quorum': /*i18n*/ {
    id: 'motions.minutes.no-quorum',
    message: '{what}: too few were there, so nothing is decided.',
  },
}
const ANSWERS: Record<string, { id: string; message: string }> = {
  favour: /*i18n*/ { id: 'motions.minutes.favour', message: '{count} in favour' },
  against: /*i18n*/ { id: 'motions.minutes.against', message: '{count} against' },
  abstain: /*i18n*/ { id: 'motions.minutes.abstain', message: '{count} abstained' },
  block: /*i18n*/ { id: 'motions.minutes.block', message: '{count} blocked' },
  agree: /*i18n*/ { id: 'motions.minutes.agree', message: '{count} agreed' },
  reservations: /*i18n*/ {
    id: 'motions.minutes.reservations',
    message: '{count} agreed with reservations',
  },
  aside: /*i18n*/ { id: 'motions.minutes.aside', message: '{count} stood aside' },
  disagree: /*i18n*/ { id: 'motions.minutes.disagree', message: '{count} disagreed' },
  consent: /*i18n*/ { id: 'motions.minutes.consent', message: '{count} consented' },
  object: /*i18n*/ { id: 'motions.minutes.object', message: '{count} objected' },
}
const THERE = /*i18n*/ {
  id: 'motions.minutes.there',
  message: '{present} of {eligible} on the roll were there, {voted} voted.',
}
const MOVED = /*i18n*/ {
  id: 'motions.minutes.moved',
  message:
    '{seconds, plural, =0 {Moved by {mover}.} other {Moved by {mover}, seconded by {seconders}.}}',
}
const TEXT = /*i18n*/ { id: 'motions.minutes.text', message: 'The text: {text}' }
const AMENDMENT = /*i18n*/ {
  id: 'motions.minutes.amendment',
  message: 'Amendment to “{title}”',
}

const MOST_TEXT = 1200

type Told = {
  title: string
  text: string
  amends: boolean
  mover: string
  seconders: readonly string[]
  counted: Counted
}

export function tellMotion(
  { title, text, amends, mover, seconders, counted }: Told,
  { say, locale }: Words,
): string {
  const { result, elected, answers } = counted
  const list = new Intl.ListFormat(locale)
  const what = amends ? say(AMENDMENT, { title }) : title
  const numbers = Object.entries(ANSWERS).flatMap(([answer, words]) =>
    answers[answer] ? [say(words, { count: answers[answer] })] : [],
  )
  const short = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text
  return [
    say(RESULT[result], { what, elected: list.format(elected) }),
    ...(numbers.length > 0 ? [`${list.format(numbers)}.`] : []),
    say(THERE, counted),
    say(MOVED, { mover, seconds: seconders.length, seconders: list.format(seconders) }),
    say(TEXT, { text: short }),
  ].join(' ')
}
