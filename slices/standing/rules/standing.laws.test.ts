/** Properties of standing: what holds for every member, every rule and every pile of evidence. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  comeTo,
  duties,
  duty,
  euros,
  hours,
  member,
  rules,
  server,
  version,
} from '#testing/standing.ts'
import { countOf, dayAt, EVERY, NEVER } from './days.ts'
import type { Asks } from './duty.ts'
import { asking, type Given, type Member } from './facts.ts'
import { split } from './split.ts'
import { standingOf } from './standing.ts'

const FIRST = countOf('2025-01-01')
const LAST = countOf('2027-12-31')
const aDay = fc.integer({ min: FIRST, max: LAST })
const gatheringDays = Array.from({ length: 36 }, (_, month) => dayAt(FIRST + 30 * month + 10))

const aDuty = fc.record({
  every: fc.constantFrom(...EVERY, 'once' as const),
  asks: fc.constantFrom<Asks[]>(
    [euros(60)],
    [euros(500), hours(40), server],
    [hours(10)],
    [comeTo(1, 2)],
  ),
  grace: fc.integer({ min: 0, max: 90 }),
  due: fc.constantFrom('start' as const, 'end' as const),
  part: fc.constantFrom('days' as const, 'whole' as const, 'nothing' as const),
})

const someRules = fc
  .tuple(
    fc.array(aDuty, { minLength: 1, maxLength: 3 }),
    fc.array(aDuty, { minLength: 1, maxLength: 3 }),
    fc.record({ missed: fc.integer({ min: 1, max: 4 }), of: fc.constantFrom(null, 4, 12) }),
    fc.option(fc.integer({ min: 30, max: 300 })),
  )
  .map(([first, second, behind, idle]) => {
    const part = (all: typeof first) => ({
      ...duties(
        ...all.map(({ every, asks, ...shape }, at) =>
          duty(
            `d${at}`,
            asks[0]?.kind === 'attendance' && every === 'once' ? 'year' : every,
            asks,
            shape,
          ),
        ),
      ),
      behind: { ...behind, rests: ['vote' as const], restsAfter: 30 },
      idle,
    })
    const versions = [version(1, '2025-01-01', part(first)), version(2, '2026-05-17', part(second))]
    return rules(versions, gatheringDays)
  })

const someGift = fc
  .record({
    happened: aDay,
    late: fc.integer({ min: 0, max: 200 }),
    unit: fc.constantFrom('EUR', 'minutes', 'thing:server', 'GBP'),
    amount: fc.integer({ min: 1, max: 60_000 }),
  })
  .map(({ happened, late, unit, amount }) => ({
    happened,
    known: happened + late,
    unit,
    amount: unit === 'thing:server' ? 1 : amount,
    duty: null,
    corrects: null,
  }))

const someMember = fc
  .record({
    from: aDay,
    stay: fc.integer({ min: 1, max: 1000 }),
    pause: fc.option(fc.record({ from: aDay, days: fc.integer({ min: 1, max: 200 }) })),
    gifts: fc.array(someGift, { maxLength: 25 }),
    returned: fc.boolean(),
    came: fc.uniqueArray(fc.constantFrom(...gatheringDays)),
  })
  .map(({ from, stay, pause, gifts, returned, came }): Member => {
    const given = gifts.map((gift, at): Given => ({ ...gift, id: `evd_${at}` }))
    const [first] = given
    if (first && returned)
      given.push({
        ...first,
        id: 'evd_back',
        amount: -first.amount,
        happened: first.happened + 20,
        known: first.known + 25,
        corrects: first.id,
      })
    const classes = [{ class: 'member', from, until: from + stay, trialUntil: null }]
    return member(dayAt(from), {
      classes,
      given,
      pauses: pause ? [{ from: pause.from, until: pause.from + pause.days }] : [],
      came: came.map((day) => ({ gathering: day, known: countOf(day) })),
    })
  })

const GOODNESS = { good: 3, paused: 2, behind: 1, left: 0 }

suite('laws of standing', () => {
  test('a day judged on a day depends on nothing that happened or became known later', () => {
    fc.assert(
      fc.property(someRules, someMember, aDay, (judging, who, day) => {
        const known: Member = {
          ...who,
          given: who.given.filter((one) => one.happened <= day && one.known <= day),
          came: who.came.filter((one) => one.known <= day),
        }
        assert.deepEqual(
          standingOf(judging, who, asking(day)),
          standingOf(judging, known, asking(day)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('one more gift never makes it worse, on any day', () => {
    fc.assert(
      fc.property(someRules, someMember, someGift, aDay, (judging, who, gift, day) => {
        const before = standingOf(judging, who, asking(day))
        const more = { ...who, given: [...who.given, { ...gift, id: 'evd_more' }] }
        const after = standingOf(judging, more, asking(day))
        assert.ok(GOODNESS[after.state] >= GOODNESS[before.state])
        if (before.state === 'behind' && after.state === 'behind')
          assert.ok((after.since ?? 0) >= (before.since ?? NEVER), 'nor longer')
        assert.ok(after.rests.length <= before.rests.length)
      }),
      { numRuns: 500 },
    )
  })

  test('one more gathering attended never makes it worse', () => {
    fc.assert(
      fc.property(
        someRules,
        someMember,
        fc.constantFrom(...gatheringDays),
        aDay,
        (judging, who, at, day) => {
          const more = { ...who, came: [...who.came, { gathering: at, known: countOf(at) }] }
          const [before, after] = [who, more].map((one) => standingOf(judging, one, asking(day)))
          assert.ok(before && after && GOODNESS[after.state] >= GOODNESS[before.state])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('what counted for the periods and what is kept is what was given, to the cent', () => {
    fc.assert(
      fc.property(someMember, aDay, (who, day) => {
        const judging = rules([
          version(1, '2025-01-01', duties(duty('dues', 'month', [euros(10)]))),
        ])
        const { duties: found, uncounted } = standingOf(judging, who, asking(day))
        const [dues] = found
        const used =
          dues?.kind === 'gifts'
            ? dues.periods.reduce((sum, { filled }) => sum + filled, dues.kept)
            : 0
        const lost = uncounted.filter(({ unit }) => unit === 'EUR')
        assert.deepEqual(lost, [])
        const net = who.given
          .filter(({ unit, happened, known }) => unit === 'EUR' && happened <= day && known <= day)
          .reduce((sum, { amount }) => sum + amount, 0)
        assert.equal(used, net)
      }),
    )
  })
})

suite('laws of splitting', () => {
  test('the parts add up to the sum, and none is a unit away from its exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }),
        (sum, weights) => {
          const parts = split(sum, weights)
          assert.equal(
            parts.reduce((all, part) => all + part, 0),
            sum,
          )
          const all = weights.reduce((total, weight) => total + weight, 0)
          if (all > 0)
            parts.forEach((part, at) =>
              assert.ok(Math.abs(part - (sum * (weights[at] ?? 0)) / all) < 1 + 1e-6),
            )
        },
      ),
    )
  })

  test('500 over gifts of 200, 250, 150, 100 and 200 (PoolTogether published 495 in all)', () => {
    assert.deepEqual(split(50_000, [200, 250, 150, 100, 200]), [11_111, 13_889, 8333, 5556, 11_111])
  })
})
