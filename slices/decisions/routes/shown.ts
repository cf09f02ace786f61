/** Decisions as they are shown: names, reasons in words, entries of a roll. */
import { DAY } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { allCircles, coop } from '#slices/circles/index.ts'
import { namesOf } from '#slices/people/index.ts'
import { reasonIn, seesStandings } from '#slices/standing/index.ts'
import type { Line } from '../rules/life/roll.ts'
import { decisionOf } from '../store/decisions.ts'
import { type Decision, type DecisionId, isCircle, isPerson } from '../store/tables.ts'

export { isCircle, isPerson }

/** What persons and circles are called. */
export async function namesFor(db: Reader, ids: Iterable<string>): Promise<(id: string) => string> {
  const all = [...new Set(ids)]
  const persons = await namesOf(db, all.filter(isPerson))
  const circles = all.some(isCircle) ? await allCircles(db) : []
  const called = new Map<string, string>(circles.map(({ id, name }) => [id, name]))
  for (const [id, { name }] of persons) called.set(id, name)
  return (id) => called.get(id) ?? ''
}

/** The decision of an address. */
export async function decisionAt(db: Reader, id: DecisionId): Promise<Decision> {
  const found = await decisionOf(db, id)
  if (!found) throw new Refused('not-found')
  return found
}

export const zoneOf = async (db: Reader): Promise<string> => (await coop(db))?.zone ?? 'UTC'

const REASONS = {
  'not-asked': /*i18n*/ {
    id: 'decisions.roll.not-asked',
    message: 'Its class does not vote on this kind of decision.',
  },
  about: /*i18n*/ {
    id: 'decisions.roll.about',
    message: 'It is about them; nobody decides on themselves.',
  },
  on: /*i18n*/ {
    id: 'decisions.roll.put-on',
    message: 'Put on by a steward, in answer to an objection.',
  },
  off: /*i18n*/ {
    id: 'decisions.roll.taken-off',
    message: 'Taken off by a steward, in answer to an objection.',
  },
}

/** The reason of a line, as somebody may read it. `open`: whether they see standings here, or it is theirs. */
export function reasonOf(line: Pick<Line, 'why' | 'votes' | 'day'>, words: Words, open: boolean) {
  const { why, votes, day } = line
  if (why === 'not-asked') return words.say(REASONS['not-asked'])
  if (why === 'about') return words.say(REASONS.about)
  if (why === 'answered') return words.say(REASONS[votes ? 'on' : 'off'])
  const tag = words.locale === 'en' ? 'en-GB' : words.locale
  const long = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const telling = { say: words.say, day: (count: number) => long.format(new Date(count * DAY)) }
  return reasonIn({ why, votes, day }, telling, open).reason
}

export type Telling = {
  words: Words
  classNamed: (key: string) => string
  nameOf: (id: string) => string
  /** Whether the reader sees the standing of everybody here. */
  open: boolean
}

export async function tellingOf(
  { db, caller, now }: Pick<Call, 'db' | 'caller' | 'now'>,
  decision: Decision,
  classes: readonly { key: string; name: string }[],
  ids: Iterable<string>,
): Promise<Telling> {
  const called = new Map(classes.map(({ key, name }) => [key, name]))
  return {
    words: wordsIn(caller.locale),
    classNamed: (key) => called.get(key) ?? key,
    nameOf: await namesFor(db, ids),
    open: await seesStandings(db, caller.person, decision.circle, now),
  }
}

/** One line of a roll; `own`: it is the reader's. */
export function shownEntry(line: Line, own: boolean, telling: Telling) {
  const { member, kind, weight, votes } = line
  if (!isPerson(member) && !isCircle(member)) throw new Refused('not-found')
  return {
    member,
    name: telling.nameOf(member),
    kind,
    class: telling.classNamed(line.class),
    weight,
    votes,
    reason: reasonOf(line, telling.words, telling.open || own),
  }
}
