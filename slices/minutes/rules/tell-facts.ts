/** The facts of minutes in sentences: when, held by, who was there, where it comes from. */
import { nameIn, type Attendee, type Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { UNNAMED, NO_MAIL } from './public-copy.ts'
import { ERASED } from './redact.ts'
import { dayOf, listOf, minutesBetween, placeOf, type Speech, timeOf } from './speech.ts'

/** A text with the marks of what was left out put into the reader's words. */
export function readable(text: string, { say }: Speech): string {
  if (!text.includes('[')) return text
  return text
    .replaceAll(UNNAMED, say(phrases.unnamedGuest))
    .replaceAll(ERASED, say(phrases.erased))
    .replaceAll(NO_MAIL, say(phrases.mail))
}

/** The name of somebody in these minutes, readable. */
export function nameFor(minutes: Minutes, who: string, speech: Speech): string {
  return readable(nameIn(minutes, who), speech)
}

function whenText({ planned, held, zone }: Minutes, speech: Speech): string {
  const { say } = speech
  const own = { ...speech, zone }
  const day = dayOf(held.from, speech)
  const [from, till] = [timeOf(held.from, speech), timeOf(held.till, speech)]
  const [ownFrom, ownTill] = [timeOf(held.from, own), timeOf(held.till, own)]
  const place = placeOf(zone)
  const times =
    from === ownFrom
      ? say(phrases.whenSame, { day, from, till, place })
      : say(phrases.whenBoth, { day, from, till, ownFrom, ownTill, place })
  const lasted = minutesBetween(held.from, held.till)
  const length = planned.till
    ? say(phrases.calledFor, { planned: minutesBetween(planned.from, planned.till), lasted })
    : say(phrases.lasted, { lasted })
  return `${times}; ${length}.`
}

function heldText({ people }: Minutes, speech: Speech): string {
  const { say } = speech
  const duty = (
    role: string,
    message: (typeof phrases)['facilitated' | 'keptTime' | 'tookNotes'],
  ) => {
    const names = people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name)
    return names.length > 0
      ? [readable(say(message, { names: listOf(names, speech) }), speech)]
      : []
  }
  return [
    ...duty('facilitator', phrases.facilitated),
    ...duty('timekeeper', phrases.keptTime),
    ...duty('note-taker', phrases.tookNotes),
  ].join(', ')
}

function thereText(all: readonly Attendee[], speech: Speech, file: boolean): string {
  const { say, locale } = speech
  const sorted = all.toSorted((a, b) => a.name.localeCompare(b.name, locale))
  const people = file ? sorted : sorted.filter(({ kind }) => kind === 'person')
  const guests = file ? [] : sorted.filter(({ kind }) => kind === 'guest')
  const names = listOf(
    people.map(({ name }) => name),
    speech,
  )
  const guestNames = listOf(
    guests.map(({ name }) => name),
    speech,
  )
  const count = all.length
  if (people.length === 0 || guests.length === 0)
    return readable(say(phrases.people, { count, names: names || guestNames }), speech)
  return readable(say(phrases.peopleAndGuests, { count, names, guestNames }), speech)
}

/** Who sat together in which place. */
function togetherText(all: readonly Attendee[], speech: Speech): string {
  const places = Map.groupBy(
    all.filter(({ place }) => place !== undefined),
    ({ place }) => place ?? '',
  )
  return [...places]
    .map(([place, people]) => {
      const sorted = people
        .map(({ name }) => name)
        .toSorted((a, b) => a.localeCompare(b, speech.locale))
      return speech.say(phrases.togetherIn, { place, names: listOf(sorted, speech) })
    })
    .map((text) => readable(text, speech))
    .join(' ')
}

function sourceText({ source }: Minutes, speech: Speech): string {
  if (source.kind === 'room') return ''
  const { say } = speech
  const { lines, cleared, unread } = source
  const times = listOf(
    cleared.map((at) => timeOf(at, speech)),
    speech,
  )
  return [
    say(phrases.fromFile, { lines }),
    cleared.length > 0 ? say(phrases.cleared, { times }) : '',
    unread > 0 ? say(phrases.unreadLines, { count: unread }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The facts, each with its label; what is not known is left out. */
export function factsOf(minutes: Minutes, speech: Speech): { label: string; text: string }[] {
  const { say } = speech
  const file = minutes.source.kind === 'chat-file'
  const there = minutes.people.length > 0 ? thereText(minutes.people, speech, file) : ''
  return [
    { label: say(phrases.when), text: whenText(minutes, speech) },
    { label: say(phrases.heldBy), text: heldText(minutes, speech) },
    { label: say(file ? phrases.wrote : phrases.there), text: there },
    { label: say(phrases.together), text: togetherText(minutes.people, speech) },
    { label: say(phrases.source), text: sourceText(minutes, speech) },
  ].filter(({ text }) => text !== '')
}
