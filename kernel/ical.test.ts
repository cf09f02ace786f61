import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { HOUR, plus } from './clock.ts'
import { type IcalEvent, icalendar } from './ical.ts'
import { fold } from './ical-lines.ts'

const ASSEMBLY: IcalEvent = {
  uid: 'gth_01@hall.example',
  sequence: 0,
  stamp: '2026-11-24T08:00:00.000Z',
  start: '2026-12-03T18:00:00.000Z',
  end: '2026-12-03T20:05:00.000Z',
  zone: 'Europe/Amsterdam',
  summary: 'Who keeps the keys?',
}

function parse(text: string): ICAL.Component {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar
}

function eventsOf(text: string): ICAL.Event[] {
  return parse(text)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))
}

function read(event: IcalEvent): ICAL.Event {
  const [only] = eventsOf(icalendar({ method: 'PUBLISH', events: [event] }))
  if (!only) throw new Error('no event')
  return only
}

const instantOf = (time: ICAL.Time): string => new Date(time.toUnixTime() * 1000).toISOString()

/** ical.js itself misreads some wall times in the very hours around a change of half an hour. */
function isNearChange(at: string, zone: string): boolean {
  const before = Temporal.Instant.from(plus(at, -3 * HOUR)).toZonedDateTimeISO(zone)
  const next = before.getTimeZoneTransition('next')
  return next !== null && next.epochMilliseconds < Date.parse(at) + 3 * HOUR
}

test('a calendar reads the instant that people read, in zones of every kind', () => {
  const zones = [
    'Europe/Amsterdam',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/St_Johns',
    'Africa/Casablanca',
    'Europe/Dublin',
    'Asia/Tehran',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'UTC',
  ]
  const minutes = fc.integer({ min: 0, max: 20 * 366 * 24 * 60 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const start = plus('2015-01-01T00:00:00.000Z', minute * 60_000)
      fc.pre(zone !== 'Australia/Lord_Howe' || !isNearChange(start, zone))
      const event = read({ ...ASSEMBLY, zone, start, end: plus(start, 2 * HOUR) })
      assert.equal(instantOf(event.startDate), start)
      assert.equal(instantOf(event.endDate), plus(start, 2 * HOUR))
    }),
    { numRuns: 2000 },
  )
})

test('a weekly meeting at seven stays at seven when the clock changes', () => {
  const event = read({
    ...ASSEMBLY,
    zone: 'Europe/Madrid',
    start: '2026-03-18T18:00:00.000Z',
    end: '2026-03-18T19:00:00.000Z',
    rule: 'FREQ=WEEKLY;COUNT=4',
    except: ['2026-03-25T18:00:00.000Z'],
  })
  const steps = event.iterator()
  const found = [steps.next(), steps.next(), steps.next()].map(instantOf)
  assert.deepEqual(found, [
    '2026-03-18T18:00:00.000Z',
    '2026-04-01T17:00:00.000Z',
    '2026-04-08T17:00:00.000Z',
  ])
})

test('an occurrence that was moved or cancelled stands for its place in the series', () => {
  const rule = 'FREQ=WEEKLY;COUNT=3'
  const moved = {
    ...ASSEMBLY,
    occurrence: '2026-12-10T18:00:00.000Z',
    start: '2026-12-11T19:00:00.000Z',
    end: '2026-12-11T20:00:00.000Z',
  }
  const gone = {
    ...ASSEMBLY,
    occurrence: '2026-12-17T18:00:00.000Z',
    start: '2026-12-17T18:00:00.000Z',
    end: '2026-12-17T20:00:00.000Z',
    status: 'CANCELLED' as const,
  }
  const events = eventsOf(
    icalendar({ method: 'PUBLISH', events: [{ ...ASSEMBLY, rule }, moved, gone] }),
  )
  const [series, ...others] = events
  if (!series) throw new Error('no series')
  for (const other of others) series.relateException(other)
  const steps = series.iterator()
  steps.next()
  const second = series.getOccurrenceDetails(steps.next())
  const third = series.getOccurrenceDetails(steps.next())
  assert.equal(instantOf(second.startDate), '2026-12-11T19:00:00.000Z')
  assert.equal(third.item.component.getFirstPropertyValue('status'), 'CANCELLED')
})

test('no line is longer than 75 octets, and unfolding gives back every character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const line = `SUMMARY:${text.replaceAll(/[\r\n]/g, '')}`
      const folded = fold(line)
      for (const part of folded.split('\r\n')) assert.ok(Buffer.byteLength(part) <= 75)
      assert.equal(folded.replaceAll('\r\n ', ''), line)
    }),
  )
})

test('whatever people write comes back as they wrote it, and begins no line of its own', () => {
  // oxlint-disable-next-line no-control-regex
  const kept = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  const written = fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        'a\nEND:VEVENT\nBEGIN:VEVENT',
        'x;y,z\\n\\',
        '"^n^^\'"',
        '🧺🧺🧺 Trobada de març',
      ),
    )
    .map(kept)
    .filter((text) => text !== '')
  fc.assert(
    fc.property(written, written, (summary, name) => {
      const person = { name: name.replaceAll(/[\n\\]/g, ' '), address: 'devika@lantern.example' }
      const event = read({ ...ASSEMBLY, summary, organizer: person })
      assert.equal(event.summary, summary)
      const organizer = event.component.getFirstProperty('organizer')
      assert.equal(organizer?.getFirstParameter('cn'), person.name)
    }),
  )
})

test('an invitation says what is asked of whom, how to join, and which version it is', () => {
  const text = icalendar({
    method: 'REQUEST',
    events: [
      {
        ...ASSEMBLY,
        sequence: 3,
        address: 'https://hall.example/g/gth_01',
        organizer: { name: 'Maren Solheim', address: 'hall@hall.example' },
        attendees: [{ name: 'لينا الخطيب', address: 'lina@radio.example', answer: 'TENTATIVE' }],
      },
    ],
  })
  const calendar = parse(text)
  const event = calendar.getFirstSubcomponent('vevent')
  const attendee = event?.getFirstProperty('attendee')
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST')
  assert.equal(event?.getFirstPropertyValue('sequence'), 3)
  assert.equal(event?.getFirstPropertyValue('url'), 'https://hall.example/g/gth_01')
  assert.equal(event?.getFirstPropertyValue('conference'), 'https://hall.example/g/gth_01')
  assert.equal(attendee?.getFirstParameter('cn'), 'لينا الخطيب')
  assert.equal(attendee?.getFirstParameter('partstat'), 'TENTATIVE')
  assert.equal(attendee?.getFirstValue(), 'mailto:lina@radio.example')
  assert.match(text, /DTSTAMP:20261124T080000Z\r\n/)
})

test('an address cannot smuggle a line in', () => {
  const text = icalendar({
    method: 'PUBLISH',
    events: [
      { ...ASSEMBLY, address: 'https://hall.example/g/x\r\nATTENDEE:mailto:eve@example.org' },
    ],
  })
  assert.doesNotMatch(text, /^ATTENDEE/m)
})
