/** The calendar part of a letter (RFC 5546): what is asked of the one whom it goes to. */
import { icalendar, type IcalEvent } from '#kernel/ical.ts'
import type { Letter } from '#kernel/mail.ts'
import { eventOf } from './calendar.ts'
import type { LetterGiven } from './letter-given.ts'

const PARTSTAT = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const

/** Of a series of which some days stay, the calendar is asked to hold those; else all goes. */
function methodFor({ occasion, seriesEvents }: LetterGiven, events: readonly IcalEvent[]) {
  if (occasion !== 'cancelled') return 'REQUEST'
  return seriesEvents && events[0]?.status !== 'CANCELLED' ? 'REQUEST' : 'CANCEL'
}

/** The calendar part; none for reminders. */
export function calendarOf(given: LetterGiven): Letter['calendar'] {
  const { gathering, series, occasion, to, answer, origin, from, token } = given
  if (occasion === 'tomorrow' || occasion === 'soon') return undefined
  const how = {
    origin,
    address: `${origin}/i/${token}`,
    organizer: from,
    attendee: {
      name: to.name,
      address: to.email,
      answer: answer ? PARTSTAT[answer] : ('NEEDS-ACTION' as const),
    },
  }
  const events = (given.seriesEvents ?? [eventOf(gathering, series, how)]).map((event) => ({
    ...event,
    organizer: from,
    attendees: [how.attendee],
  }))
  const method = methodFor(given, events)
  return { method, text: icalendar({ method, events, language: to.locale }) }
}
