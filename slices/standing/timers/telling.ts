/** The letters: one for each person, with all circles in which something is about to change. */
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { allCircles, type Circle, type MemberId } from '#slices/circles/index.ts'
import type { Person } from '#slices/people/index.ts'
import { countOf, dayAt } from '../rules/days.ts'
import { explain } from '../rules/explain.ts'
import { lineText } from '../rules/explain-text.ts'
import type { Asking } from '../rules/facts.ts'
import { noticesFor, type Said } from '../rules/notice.ts'
import { versionOn } from '../rules/plan.ts'
import { briefsBeside } from '../store/judging-work.ts'
import { addresseesOf, saidIn, takeNotice } from '../store/notices.ts'
import { versionsOf } from '../store/rules-of.ts'
import { askedFor, judge } from '../store/standings.ts'
import { tellingIn } from '../store/telling.ts'
import { letterFor, type Told } from './letters.ts'

type Due = { circle: Circle; member: MemberId; said: Said }

/** Everything that has to be said in a circle today. */
async function dueIn(hall: Hall, circle: Circle, asked: Asking): Promise<Due[]> {
  const versions = await versionsOf(hall.db, circle.id)
  const now = versions.map((version) => ({ ...version, day: countOf(version.from) }))
  const part = versionOn({ versions: now, duties: [] }, asked.on)?.part
  if (!part || part.duties.length === 0) return []
  const before = await saidIn(hall.db, circle.id)
  const briefs = await briefsBeside(hall, circle.id, asked)
  return briefs.flatMap(({ member, state, since, changes, rests }) =>
    noticesFor({ state, since, changes, resting: rests.length > 0 }, part.behind, asked.on)
      .filter(({ on }) => !before.has(`${member} ${dayAt(on)}`))
      .map((said) => ({ circle, member, said })),
  )
}

/** One change in the words of a person. */
async function toldTo(hall: Hall, person: Person, due: Due, asked: Asking): Promise<Told | null> {
  const { circle, member, said } = due
  const { judging, all } = await judge(hall.db, circle.id, member, asked)
  const [one] = all
  if (!one) return null
  const telling = tellingIn(wordsIn(person.locale ?? 'en'), new Map())
  const lines = explain(judging.plan, one.facts, one.standing, asked)
    .filter(({ state }) => state !== 'met' && state !== 'excused')
    .map((line) => lineText(line, telling))
  return {
    circle: circle.name,
    what: said.what,
    day: telling.day(said.on),
    lines: lines.map(({ title, owed, missing, next }) =>
      [`${title}: ${owed}`, missing, next].filter(Boolean).join(' '),
    ),
    page: `${hall.config.origin}/circles/${circle.id}/standing/${member}`,
  }
}

/** Writes to everybody who has to be told something today; each change once. */
export async function tellAll(hall: Hall, now: string): Promise<void> {
  const asked = await askedFor(hall.db, now)
  const circles = await allCircles(hall.db)
  const byPerson = new Map<string, { person: Person; due: Due[] }>()
  for (const circle of circles)
    for (const due of await dueIn(hall, circle, asked))
      for (const person of await addresseesOf(hall.db, circle.id, due.member)) {
        const known = byPerson.get(person.id) ?? { person, due: [] }
        known.due.push(due)
        byPerson.set(person.id, known)
      }
  const taken = new Map<Due, boolean>()
  for (const { person, due } of byPerson.values())
    await tellOne(hall, person, due, { asked, now, taken })
}

type Round = { asked: Asking; now: string; taken: Map<Due, boolean> }

async function tellOne(hall: Hall, person: Person, all: Due[], round: Round): Promise<void> {
  const told = new Map<Due, Told | null>()
  for (const due of all) told.set(due, await toldTo(hall, person, due, round.asked))
  await hall.transact(async (tx) => {
    const fresh: Told[] = []
    for (const [due, one] of told) {
      const { circle, member, said } = due
      const notice = { circle: circle.id, member, on: dayAt(said.on) }
      // Of a co-op's delegates each is told; the first one takes the notice for all of them.
      const first = round.taken.get(due) ?? (await takeNotice(tx, notice, round.now))
      round.taken.set(due, first)
      if (first && one) fresh.push(one)
    }
    if (fresh.length > 0 && person.email !== null)
      await hall.mail.send(tx, letterFor(person, fresh))
  })
}
