/** Gatherings as they are shown to one reader. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader as Db } from '#kernel/database.ts'
import { allCircles } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { mayShape, type Reader } from '../rules/access.ts'
import { doorsOpenAt, endOf, phaseOf } from '../rules/doors.ts'
import { openItem } from '../rules/items.ts'
import { pageOf } from './calendar.ts'
import type { Gathering, Heading } from './gatherings.ts'
import { answerOf, answersBy, answersOf } from './answers.ts'
import { seriesOf } from './series.ts'
import type { Answer } from './tables.ts'

type Named = { id: string; name: string }

function shownHeading(
  gathering: Heading,
  { circle, answer, now }: { circle: Named | null; answer: Answer | null; now: Instant },
) {
  const { id, title, startsAt, zone, access, series } = gathering
  const phase = phaseOf(gathering, now)
  return {
    id,
    title,
    circle,
    startsAt,
    endsAt: endOf(gathering),
    zone,
    access,
    phase,
    series,
    answer,
  }
}

/** Many, for a list, with what this person answered. */
export async function shownList(
  db: Db,
  gatherings: readonly Heading[],
  { person, now }: { person: PersonId | null; now: Instant },
) {
  const [circles, answers] = await Promise.all([
    allCircles(db),
    answersBy(
      db,
      person,
      gatherings.map(({ id }) => id),
    ),
  ])
  return gatherings.map((gathering) => {
    const found = circles.find(({ id }) => id === gathering.circle)
    const circle = found ? { id: found.id, name: found.name } : null
    return shownHeading(gathering, { circle, answer: answers.get(gathering.id) ?? null, now })
  })
}

/** How many said what. */
export async function countsOf(db: Db, gathering: Heading) {
  const counts = { yes: 0, maybe: 0, no: 0 }
  for (const answer of (await answersOf(db, gathering.id)).values()) counts[answer] += 1
  return counts
}

/** The entry link: of a public gathering its page, else with the word that opens it. */
export function entryLink(origin: string, { id, access, key }: Heading): string {
  return access === 'public' ? pageOf(origin, id) : `${pageOf(origin, id)}/${key}`
}

/** One whole. */
export async function shownGathering(
  db: Db,
  gathering: Gathering,
  reading: { who: Reader; person: PersonId | null; now: Instant; origin: string },
) {
  const { who, person, now, origin } = reading
  const shapes = mayShape(who)
  const [series, counts, names, circles, own] = await Promise.all([
    gathering.series ? seriesOf(db, gathering.series) : null,
    countsOf(db, gathering),
    namesOf(db, [...gathering.facilitators, gathering.calledBy ?? '']),
    allCircles(db),
    person ? answerOf(db, gathering.id, person) : undefined,
  ])
  const named = (id: string): Named => ({ id, name: names.get(id)?.name ?? '' })
  const found = circles.find(({ id }) => id === gathering.circle)
  const circle = found ? { id: found.id, name: found.name } : null
  const { purpose, minutes, settings, sequence, reason, items } = gathering
  return {
    ...shownHeading(gathering, { circle, answer: own?.answer ?? null, now }),
    purpose,
    minutes,
    settings: shapes ? settings : { ...settings, elsewhere: null },
    sequence,
    reason,
    doorsOpenAt: doorsOpenAt(gathering),
    items: shapes ? items : items.map(openItem),
    facilitators: gathering.facilitators.map(named),
    calledBy: gathering.calledBy ? named(gathering.calledBy) : null,
    rule: series?.rule ?? null,
    counts,
    may: { shape: shapes, answer: person !== null },
    link: shapes ? entryLink(origin, gathering) : null,
  }
}
