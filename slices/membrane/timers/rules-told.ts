/**
 * Whom other rules concern is told when these begin to hold: who is in another class by them, and
 * whose class has other rights, duties, roles or ways out. Nobody is told of what is a month old.
 */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { type Circle, circleOf } from '#slices/circles/index.ts'
import {
  allSections,
  changesFor,
  namedClass,
  numbersOf,
  partsOf,
  textOfRow,
} from '#slices/constitutions/index.ts'
import { addresseesOf } from '../store/addressees.ts'
import { lettersToSend, type RulesLetter, takeLetter } from '../store/rules-letters.ts'

const OLD_DAYS = 30

const SUBJECT = /*i18n*/ {
  id: 'membrane.rules-letter',
  message: 'Other rules hold in {circle} now',
}
const FIRST = /*i18n*/ {
  id: 'membrane.rules-letter-first',
  message: '{circle} has rules now.',
}
const HEAD = /*i18n*/ {
  id: 'membrane.rules-letter-head',
  message: 'A new version of the rules of {circle} holds now.',
}
const PLACED = /*i18n*/ {
  id: 'membrane.rules-letter-placed',
  message: 'By it you are among the {name}.',
}
const CHANGES = /*i18n*/ { id: 'membrane.rules-letter-changes', message: 'What changes for you:' }
const GONE = /*i18n*/ { id: 'membrane.rules-letter-gone', message: 'No longer: {text}' }

/** What a letter says; null when nothing changes for them. */
async function textOf(hall: Hall, letter: RulesLetter, circle: Circle, words: Words) {
  const { say } = words
  const { before, version, class_before: was, class_now: is } = letter
  const [parts, numbers] = await Promise.all([
    partsOf(hall.db, before ? [before, version] : [version]),
    numbersOf(hall.db, circle.id),
  ])
  const after = parts.get(version) ?? {}
  const changes = before
    ? changesFor(
        allSections(),
        { before: parts.get(before) ?? {}, after },
        { key: is, say, numbers },
      )
    : null
  const lines = (changes?.rows ?? []).map((row) => {
    const text = textOfRow(row)
    return `${row.number} ${row.state === 'removed' ? say(GONE, { text }) : text}`
  })
  const placed = was !== is || !before
  if (!placed && lines.length === 0) return null
  const name = namedClass(allSections(), after, is)
  return [
    say(before ? HEAD : FIRST, { circle: circle.name }),
    ...(placed && name ? [say(PLACED, { name })] : []),
    ...(lines.length > 0 ? [[say(CHANGES), ...lines].join('\n')] : []),
    `${hall.config.origin}/circles/${circle.id}/rules`,
  ].join('\n\n')
}

async function tell(hall: Hall, letter: RulesLetter, now: Instant): Promise<void> {
  const circle = await circleOf(hall.db, letter.circle)
  const old = plus(letter.at, OLD_DAYS * DAY) < now
  const people = circle && !old ? await addresseesOf(hall.db, circle.id, letter.member) : []
  await hall.transact(async (tx) => {
    if (!(await takeLetter(tx, letter, now)) || !circle) return
    for (const { name, email, locale } of people) {
      const words = wordsIn(locale ?? 'en')
      const text = await textOf(hall, letter, circle, words)
      if (!text || !email) continue
      const subject = words.say(SUBJECT, { circle: circle.name })
      await hall.mail.send(tx, { to: { name, address: email }, subject, text })
    }
  })
}

/** Tells those who were not told yet, some at a time. */
export async function tellOfRules(hall: Hall, now: Instant): Promise<void> {
  for (const letter of await lettersToSend(hall.db)) await tell(hall, letter, now)
}
