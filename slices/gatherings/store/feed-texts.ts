/** Gatherings as the text of a feed. */
import { atom } from '#kernel/atom.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader as Db } from '#kernel/database.ts'
import { icalendar, type IcalEvent } from '#kernel/ical.ts'
import { escapeHtml } from '#kernel/text.ts'
import { type Locale, type Words, wordsIn } from '#kernel/words.ts'
import { endOf } from '../rules/doors.ts'
import { eventOf, pageOf } from './calendar.ts'
import { type Heading, headingsIn } from './gatherings.ts'
import { eventsOfSeries } from './series-events.ts'
import { seriesOf } from './series.ts'
import { cityOf, dayOf, timeOf } from './times.ts'

export type FeedOf = {
  name: string
  locale: Locale
  zone: string
  origin: string
  gatherings: readonly Heading[]
  /** All in the window, also those that this reader may not see. */
  all: readonly Heading[]
  now: Instant
}

const say = {
  when: /*i18n*/ { id: 'gatherings.feed.when', message: '{day}, {from} to {till} ({city})' },
  off: /*i18n*/ { id: 'gatherings.feed.off', message: 'Called off: {title}' },
  why: /*i18n*/ { id: 'gatherings.feed.why', message: 'Why: {reason}' },
} as const

/** The iCalendar text. A series is one event with a rule, and one for each day that is a gathering. */
export async function calendarOf(db: Db, feed: FeedOf, self: string): Promise<string> {
  const { origin, gatherings, now, name, zone, locale } = feed
  const series = new Set(gatherings.flatMap((one) => one.series ?? []))
  const events: IcalEvent[] = gatherings
    .filter((one) => one.series === null)
    .map((one) => eventOf(one, null, { origin }))
  const listed = new Set<string>(gatherings.map(({ id }) => id))
  for (const id of series) {
    const found = await seriesOf(db, id)
    const all = await headingsIn(db, { series: id, limit: 2000 })
    const shown = new Set<string>([...listed, ...olderShown(all, feed)])
    if (found) events.push(...eventsOfSeries(found, { all, listed: shown, now }, { origin }))
  }
  return icalendar({ method: 'PUBLISH', events, name, zone, source: self, language: locale })
}

/** Occurrences from before the window keep their places, as far as what is in it may be seen. */
function olderShown(all: readonly Heading[], { all: window }: FeedOf): string[] {
  const inWindow = new Set<string>(window.map(({ id }) => id))
  return all
    .filter(({ id, access }) => !inWindow.has(id) && access === 'public')
    .map(({ id }) => id)
}

function whenOf({ startsAt, zone, ...rest }: Heading, words: Words): string {
  const till = endOf({ startsAt, minutes: rest.minutes })
  return words.say(say.when, {
    day: dayOf(startsAt, zone, words.locale),
    from: timeOf(startsAt, zone, words.locale),
    till: timeOf(till, zone, words.locale),
    city: cityOf(zone),
  })
}

function entryOf(gathering: Heading, { origin, locale }: FeedOf) {
  const words = wordsIn(locale)
  const { id, title, purpose, cancelledAt, reason, changedAt, calledAt } = gathering
  const lines = [
    whenOf(gathering, words),
    ...(reason ? [words.say(say.why, { reason })] : []),
    ...purpose.split('\n'),
  ].filter(Boolean)
  return {
    id: `tag:${new URL(origin).hostname},2026:${id}`,
    title: cancelledAt ? words.say(say.off, { title }) : title,
    updated: changedAt,
    published: calledAt,
    href: pageOf(origin, id),
    summary: lines[0] ?? '',
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
  }
}

/** The Atom text, what changed last first. */
export function atomOf(feed: FeedOf, self: string): string {
  const { name, locale, origin } = feed
  const sorted = feed.gatherings.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  return atom({
    id: `tag:${new URL(origin).hostname},2026:${new URL(self).pathname.replace(/\.atom$/, '')}`,
    title: name,
    updated: sorted[0]?.changedAt ?? '2026-01-01T00:00:00.000Z',
    self,
    href: `${origin}/gatherings`,
    language: locale,
    entries: sorted.map((one) => entryOf(one, feed)),
  })
}
