/** A gathering as an event of a calendar: the same UID for life, its page as the way in. */
import type { IcalEvent } from '#kernel/ical.ts'
import { plus, type Instant } from '#kernel/clock.ts'
import { endOf } from '../rules/doors.ts'
import { lastMoment, occurrences, rruleOf } from '../rules/recurrence.ts'
import type { Heading } from './gatherings.ts'
import type { Serial } from './series.ts'

export type Written = {
  /** Of all absolute addresses. */
  origin: string
  /** Where this reader goes; the gathering's page otherwise. */
  address?: string
  organizer?: IcalEvent['organizer']
  attendee?: NonNullable<IcalEvent['attendees']>[number]
  /** The words under the title. */
  description?: string
}

const hostOf = (origin: string): string => new URL(origin).hostname

/** The page of a gathering. */
export function pageOf(origin: string, id: string): string {
  return `${origin}/g/${id}`
}

function people({ organizer, attendee }: Written): Pick<IcalEvent, 'organizer' | 'attendees'> {
  return {
    ...(organizer ? { organizer } : {}),
    ...(attendee ? { attendees: [attendee] } : {}),
  }
}

/** The event of one gathering; of an occurrence of a series, the event that stands in its place. */
export function eventOf(
  gathering: Omit<Heading, 'settings'>,
  series: Serial | null,
  how: Written,
): IcalEvent {
  const { id, zone, startsAt, title, purpose, cancelledAt, changedAt, calledAt } = gathering
  const address = how.address ?? pageOf(how.origin, id)
  return {
    uid: `${series?.id ?? id}@${hostOf(how.origin)}`,
    sequence: gathering.sequence + (series?.sequence ?? 0),
    stamp: changedAt,
    created: calledAt,
    modified: changedAt,
    start: startsAt,
    end: endOf(gathering),
    zone,
    summary: title,
    description: how.description ?? [purpose, address].filter(Boolean).join('\n\n'),
    address,
    status: cancelledAt ? 'CANCELLED' : 'CONFIRMED',
    ...people(how),
    ...(series && gathering.occurrence ? { occurrence: gathering.occurrence } : {}),
  }
}

/** The event of a whole series; `except` are occurrences that do not take place for this reader. */
export function seriesEvent(
  series: Serial,
  { except, changedAt }: { except: readonly Instant[]; changedAt: Instant },
  how: Written,
): IcalEvent {
  const { plan } = series
  const address = how.address ?? `${how.origin}/g/${series.id}`
  const till = lastMoment(series)
  return {
    uid: `${series.id}@${hostOf(how.origin)}`,
    sequence: series.sequence,
    stamp: changedAt,
    modified: changedAt,
    start: series.startsAt,
    end: plus(series.startsAt, plan.minutes * 60_000),
    zone: series.zone,
    summary: plan.title,
    description: [plan.purpose, address].filter(Boolean).join('\n\n'),
    address,
    status: occurrences(series).next().done ? 'CANCELLED' : 'CONFIRMED',
    rule: rruleOf(series),
    ...(till ? { ruleTill: till } : {}),
    except,
    ...people(how),
  }
}
