/** Which time suits best, what clashes, and times across a change of the clock. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import { instantAt, wallAt } from '#slices/gatherings/index.ts'
import { answerFrom, bestOf, canCome, clashesOf, type Counted, endOf, wallsOf } from './slots.ts'

const MONDAY = '2026-12-07T18:00:00.000Z'
const slot = (day: number, yes: number, need: number, no: number): Counted => ({
  id: `${day}`,
  startsAt: plus(MONDAY, day * DAY),
  sums: { yes, need, no },
})

const BEST: [what: string, slots: Counted[], best: string | null, level: string[]][] = [
  ['nothing to choose from', [], null, []],
  ['nobody has answered', [slot(0, 0, 0, 0), slot(1, 0, 0, 0)], null, []],
  ['nobody can come', [slot(0, 0, 0, 3), slot(1, 0, 0, 2)], null, []],
  ['most can come', [slot(0, 2, 0, 1), slot(1, 3, 0, 0)], '1', []],
  ['if need be counts as coming', [slot(0, 2, 0, 1), slot(1, 1, 2, 0)], '1', []],
  ['as many can come, more say plain yes', [slot(0, 1, 2, 0), slot(1, 2, 1, 0)], '1', []],
  ['a no does not weigh against it', [slot(0, 3, 0, 4), slot(1, 2, 0, 0)], '0', []],
  ['level: the earlier one, and that is said', [slot(1, 2, 1, 0), slot(0, 2, 1, 5)], '0', ['1']],
  ['three of a kind', [slot(2, 1, 0, 0), slot(0, 1, 0, 0), slot(1, 1, 0, 0)], '0', ['1', '2']],
  ['level with each other, not with the best', [slot(0, 3, 0, 0), slot(1, 2, 0, 0)], '0', []],
]

test('which time suits best', () => {
  for (const [what, slots, best, level] of BEST)
    assert.deepEqual(bestOf(slots), { best, level }, what)
})

const someSlots = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)), { maxLength: 12 })
  .map((sums) => sums.map(([yes, need, no], day) => slot(day, yes, need, no)))

test('nothing beats the best time, and the order in which times are given does not matter', () => {
  fc.assert(
    fc.property(someSlots, fc.array(fc.nat()), (slots, shuffle) => {
      const found = bestOf(slots)
      const others = slots.toSorted(
        (a, b) => (shuffle[Number(a.id)] ?? 0) - (shuffle[Number(b.id)] ?? 0),
      )
      assert.deepEqual(bestOf(others), found)
      const best = slots.find(({ id }) => id === found.best)
      for (const one of slots) {
        const [can, plain] = [canCome(one.sums), one.sums.yes]
        if (!best) assert.equal(can, 0)
        else {
          assert.ok(can <= canCome(best.sums))
          if (can === canCome(best.sums)) assert.ok(plain <= best.sums.yes)
          const isLevel = one !== best && can === canCome(best.sums) && plain === best.sums.yes
          assert.equal(found.level.includes(one.id), isLevel)
          if (isLevel) assert.ok(one.startsAt > best.startsAt)
        }
      }
    }),
  )
})

test('one more plain yes never makes the best time lose', () => {
  fc.assert(
    fc.property(someSlots, (slots) => {
      const { best } = bestOf(slots)
      const more = slots.map((one) =>
        one.id === best ? { ...one, sums: { ...one.sums, yes: one.sums.yes + 1 } } : one,
      )
      assert.equal(bestOf(more).best, best)
    }),
  )
})

test('what was marked becomes an answer to the call', () => {
  assert.deepEqual((['yes', 'need', 'no'] as const).map(answerFrom), ['yes', 'maybe', 'no'])
})

test('a time clashes with what lasts into it, not with what ends as it begins', () => {
  const at = { startsAt: MONDAY, minutes: 60 }
  const other = (from: number, hours: number) => ({
    startsAt: plus(MONDAY, from * HOUR),
    endsAt: plus(MONDAY, (from + hours) * HOUR),
  })
  const clashes = (from: number, hours: number) => clashesOf(at, [other(from, hours)]).length === 1
  assert.deepEqual([clashes(-1, 1), clashes(1, 1)], [false, false])
  assert.deepEqual([clashes(-1, 1.5), clashes(0.5, 2), clashes(-2, 9)], [true, true, true])
  assert.deepEqual([clashes(0.25, 0.25), clashes(-3, 1)], [true, false])
})

test('these days × these hours are walls of the clock, each once and in order', () => {
  assert.deepEqual(wallsOf(['2026-12-08', '2026-12-07'], ['19:00', '09:30', '19:00']), [
    '2026-12-07T09:30',
    '2026-12-07T19:00',
    '2026-12-08T09:30',
    '2026-12-08T19:00',
  ])
})

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']

test('seven in the evening is seven in the evening, on both sides of a change of the clock', () => {
  const days = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2030-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (first, zone) => {
      const week = Array.from({ length: 14 }, (_, at) =>
        plus(first.toISOString(), at * DAY).slice(0, 10),
      )
      for (const wall of wallsOf(week, ['19:00']))
        assert.equal(wallAt(instantAt(wall, zone), zone), wall)
    }),
  )
})

test('an hour across the end of summer time lasts an hour and ends as the clock shows its start', () => {
  const zone = 'Europe/Amsterdam'
  const night = { startsAt: instantAt('2026-10-25T02:30', zone), minutes: 60 }
  assert.equal(night.startsAt, '2026-10-25T00:30:00.000Z')
  assert.equal(endOf(night), '2026-10-25T01:30:00.000Z')
  assert.equal(wallAt(endOf(night), zone), '2026-10-25T02:30')
  const before = instantAt('2026-10-24T19:00', zone)
  const after = instantAt('2026-10-25T19:00', zone)
  assert.equal(Date.parse(after) - Date.parse(before), 25 * HOUR)
})
