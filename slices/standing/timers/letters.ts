/** The letter before a standing changes. */
import type { Letter } from '#kernel/mail.ts'
import { wordsIn } from '#kernel/words.ts'
import type { Person } from '#slices/people/index.ts'
import type { Said } from '../rules/notice.ts'

export type Told = {
  circle: string
  what: Said['what']
  day: string
  /** What is open, a sentence each. */
  lines: string[]
  page: string
}

const WHAT: Record<Said['what'], { id: string; message: string }> = {
  'will-be-behind': /*i18n*/ {
    id: 'standing.letter.will-be-behind',
    message: '{circle}: if nothing more happens, your standing would be “behind” from {day} on.',
  },
  'is-behind': /*i18n*/ {
    id: 'standing.letter.is-behind',
    message: '{circle}: your standing is “behind” since {day}.',
  },
  'will-rest': /*i18n*/ {
    id: 'standing.letter.will-rest',
    message:
      '{circle}: you are behind, and from {day} on your vote and what goes with it would rest.',
  },
}

/** One letter for all circles. */
export function letterFor(person: Person, all: readonly Told[]): Letter {
  const { say } = wordsIn(person.locale ?? 'en')
  const parts = all.map(({ circle, what, day, lines, page }) =>
    [say(WHAT[what], { circle, day }), ...lines.map((line) => `- ${line}`), page].join('\n'),
  )
  const text = [
    say(
      /*i18n*/ { id: 'standing.letter.hello', message: 'Good day {name},' },
      { name: person.name },
    ),
    ...parts,
    say(
      /*i18n*/ {
        id: 'standing.letter.too-much',
        message:
          'Is it too much just now? Ask for a pause, no reason needed. Is something wrong here? Answer the treasurer or a steward.',
      },
    ),
  ].join('\n\n')
  return {
    to: { name: person.name, address: person.email ?? '' },
    subject: say(
      /*i18n*/ {
        id: 'standing.letter.subject',
        message:
          '{count, plural, one {Your standing in {circle}} other {Your standing in # circles}}',
      },
      { count: all.length, circle: all[0]?.circle ?? '' },
    ),
    text,
  }
}
