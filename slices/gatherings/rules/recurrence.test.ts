import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isOccurrence,
  namesStart,
  occurrences,
  occurrencesBetween,
  Rule,
  rruleOf,
  type Series,
  WEEKDAYS,
} from './recurrence.ts'
import { instantAt, wallAt } from './zones.ts'

const ZONES = [
  'Europe/Amsterdam',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
]

function series(wall: string, zone: string, rule: unknown): Series {
  return { rule: Rule.parse(rule), startsAt: instantAt(wall, zone), zone }
}

function firstWalls(one: Series, count: number): string[] {
  return [...occurrences(one).take(count)].map((at) => wallAt(at, one.zone))
}

const TABLE: { what: string; wall: string; rule: object; next: string[] }[] = [
  {
    what: 'every Thursday at seven, across the change of the clock',
    wall: '2026-10-15T19:00',
    rule: { every: 'week', on: ['TH'] },
    next: ['2026-10-15T19:00', '2026-10-22T19:00', '2026-10-29T19:00'],
  },
  {
    what: 'every second week on Monday and Wednesday, from a Wednesday',
    wall: '2026-12-02T09:00',
    rule: { every: 'week', interval: 2, on: ['WE', 'MO'] },
    next: ['2026-12-02T09:00', '2026-12-14T09:00', '2026-12-16T09:00', '2026-12-28T09:00'],
  },
  {
    what: 'the first Tuesday of the month',
    wall: '2026-12-01T20:00',
    rule: { every: 'month', on: 'TU', which: 1 },
    next: ['2026-12-01T20:00', '2027-01-05T20:00', '2027-02-02T20:00'],
  },
  {
    what: 'the last Friday of every third month',
    wall: '2026-11-27T12:30',
    rule: { every: 'month', interval: 3, on: 'FR', which: -1 },
    next: ['2026-11-27T12:30', '2027-02-26T12:30', '2027-05-28T12:30'],
  },
  {
    what: 'a time that the day skips is moved forward by what was skipped, and comes back',
    wall: '2027-03-21T02:30',
    rule: { every: 'week', on: ['SU'] },
    next: ['2027-03-21T02:30', '2027-03-28T03:30', '2027-04-04T02:30'],
  },
  {
    what: 'weekly until a day, that day included',
    wall: '2026-12-03T19:00',
    rule: { every: 'week', on: ['TH'], until: '2026-12-10' },
    next: ['2026-12-03T19:00', '2026-12-10T19:00'],
  },
]

test('gatherings come again when their rule says', () => {
  for (const { what, wall, rule, next } of TABLE) {
    const one = series(wall, 'Europe/Amsterdam', rule)
    assert.ok(namesStart(one), what)
    assert.deepEqual(firstWalls(one, next.length + (one.rule.until ? 3 : 0)), next, what)
  }
})

const anyRule = fc.oneof(
  fc.record({
    every: fc.constant('week'),
    interval: fc.integer({ min: 1, max: 8 }),
    on: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
  }),
  fc.record({
    every: fc.constant('month'),
    interval: fc.integer({ min: 1, max: 12 }),
    on: fc.constantFrom(...WEEKDAYS),
    which: fc.constantFrom(1, 2, 3, 4, -1),
  }),
)

test('in every zone, occurrences come in order and at the same time of the wall clock', () => {
  const hours = fc.integer({ min: 4, max: 23 })
  fc.assert(
    fc.property(anyRule, fc.constantFrom(...ZONES), hours, (rule, zone, hour) => {
      const time = `T${String(hour).padStart(2, '0')}:15`
      const one = series(`2026-01-05${time}`, zone, rule)
      const found = [...occurrences(one).take(60)]
      assert.deepEqual(found, found.toSorted())
      assert.equal(new Set(found).size, found.length)
      for (const at of found) assert.ok(wallAt(at, zone).endsWith(time))
    }),
  )
})

test('a window shows exactly the occurrences in it', () => {
  fc.assert(
    fc.property(anyRule, fc.nat(40), fc.nat(20), (rule, from, count) => {
      const one = series('2026-01-05T19:00', 'Europe/Amsterdam', rule)
      const all = [...occurrences(one).take(62)]
      const after = all[from] ?? ''
      const till = all[from + count] ?? ''
      const found = occurrencesBetween(one, { after, till })
      assert.deepEqual(found, all.slice(from + 1, from + count + 1))
      assert.ok(found.every((at) => isOccurrence(one, at)))
      assert.ok(!isOccurrence(one, `${after.slice(0, 17)}01.000Z`))
    }),
  )
})

test('a rule that ends is written with its last moment', () => {
  const rule = { every: 'month', interval: 2, on: 'TU', which: -1, until: '2027-06-30' }
  const one = series('2026-12-29T20:00', 'Europe/Amsterdam', rule)
  assert.equal(rruleOf(one), 'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU;UNTIL=20270630T215959Z')
})
