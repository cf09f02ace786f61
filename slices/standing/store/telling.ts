/** How days, names and quantities are written for whoever reads. */
import { DAY } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import { allCircles } from '#slices/circles/index.ts'
import { namesOf } from '#slices/people/index.ts'
import type { DayCount } from '../rules/days.ts'
import type { Telling } from '../rules/explain-text.ts'

const at = (count: DayCount) => new Date(count * DAY)

/** `name`: what circles and roles are called. */
export function tellingIn({ locale, say }: Words, names: ReadonlyMap<string, string>): Telling {
  const tag = locale === 'en' ? 'en-GB' : locale
  const long = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return {
    say,
    day: (count) => long.format(at(count)),
    period(from, until) {
      const [first, last] = [at(from), at(until - 1)]
      const whole = first.getUTCMonth() === 0 && last.getUTCMonth() === 11
      if (whole && first.getUTCDate() === 1) return String(first.getUTCFullYear())
      return first.getUTCDate() === 1
        ? months.formatRange(first, last)
        : long.formatRange(first, last)
    },
    name: (id) => names.get(id) ?? id,
  }
}

/** What members are called: persons and circles. */
export async function memberNames(
  db: Reader,
  members: readonly string[],
): Promise<Map<string, string>> {
  const persons = members.filter((id) => !id.startsWith('cir_'))
  const [names, circles] = await Promise.all([namesOf(db, persons), allCircles(db)])
  const found = new Map(circles.map(({ id, name }): [string, string] => [id, name]))
  for (const [id, { name }] of names) found.set(id, name)
  return found
}
