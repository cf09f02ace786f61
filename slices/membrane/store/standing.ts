/** How somebody stands before a class: inside or not, applied or not, places left, put out before. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, classOf, membersOn } from '#slices/circles/index.ts'
import { dayIn } from '#slices/constitutions/index.ts'
import { coop } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Standing } from '../rules/applying.ts'
import { againFrom } from '../rules/leaving.ts'
import type { Way } from '../rules/ways.ts'
import { applicationsBy, type Application } from './applications.ts'
import { firstOf } from './first.ts'
import { asCase, casesIn } from './leaving.ts'
import { type Rules, rulesAt, rulesOf, wayTo } from './rules.ts'

/** Places that are left in a class; null when there is no end. */
export async function placesIn(
  db: Reader,
  circle: CircleId,
  rules: Rules,
  key: string,
): Promise<number | null> {
  const most = rules.classes.find((one) => one.key === key)?.most ?? null
  if (most === null) return null
  const inside = await membersOn(db, circle)
  return most - inside.filter((one) => one.class === key).length
}

export async function standingBefore(
  db: Reader,
  { circle, key, person, now }: { circle: CircleId; key: string; person: PersonId; now: Instant },
): Promise<Standing> {
  const rules = await rulesOf(db, circle, now)
  const way = wayTo(rules, key)
  const [inside, applications, cases, places, first] = await Promise.all([
    classOf(db, { circle, member: person }),
    applicationsBy(db, person),
    casesIn(db, circle, person),
    placesIn(db, circle, rules, key),
    firstOf(db, { circle, person }, way?.first ?? null),
  ])
  const open = applications.some(
    (one) => one.circle === circle && (one.state === 'vouching' || one.state === 'waiting'),
  )
  return {
    inside: inside !== null,
    applied: open,
    way,
    places,
    firstMet: first === null || first.lacks === 0,
    again: againFrom(cases.map(asCase), rules.ways.exclusion?.againMonths ?? null),
  }
}

/** The way by which an application came: the one of the day on which it was made. */
export async function wayOf(db: Reader, application: Application): Promise<Way | null> {
  const zone = (await coop(db))?.zone ?? 'UTC'
  const day = dayIn(zone, application.made_at)
  return wayTo(await rulesAt(db, application.circle, day), application.class)
}
