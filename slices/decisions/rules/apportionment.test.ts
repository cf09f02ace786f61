import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { countDHondt, countHamilton, countSainteLague } from './apportionment.ts'
import type { Counted } from './counting.ts'
import type { AnyStep, CountRanked } from './methods.ts'
import { readSizes } from './marks-csv.ts'
import type { Lot } from './ties.ts'

const METHODS = {
  Hamilton: countHamilton,
  "D'Hondt": countDHondt,
  'Sainte-Laguë': countSainteLague,
} satisfies Record<string, CountRanked>

function seatsFor(name: keyof typeof METHODS, sizes: number[], seats: number, lot: Lot = null) {
  const read = readSizes(sizes.map((size, at) => `circle ${at},${size}`).join('\n'), seats)
  assert.ok(!isRefusal(read), JSON.stringify(read))
  const counted = METHODS[name](read, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return sizes.map((_, at) => counted.elected.filter((one) => one === at).length)
}

suite('eight seats for 100,000, 80,000, 30,000 and 20,000: the example of most textbooks', () => {
  for (const [name, seats] of [
    ["D'Hondt", [4, 3, 1, 0]],
    ['Sainte-Laguë', [3, 3, 1, 1]],
    ['Hamilton', [3, 3, 1, 1]],
  ] as const)
    test(name, () => assert.deepEqual(seatsFor(name, [100_000, 80_000, 30_000, 20_000], 8), seats))
})

test('650 delegates of five co-ops, in proportion to workers, add up', () => {
  const workers = [38_420, 21_999, 9_731, 5_004, 212]
  for (const name of ['Hamilton', "D'Hondt", 'Sainte-Laguë'] as const) {
    const seats = seatsFor(name, workers, 650)
    assert.equal(
      seats.reduce((sum, each) => sum + each, 0),
      650,
    )
  }
})

test('Alabama: with one seat more to give, Hamilton gives the smallest one less', () => {
  // Balinski and Young, "Fair Representation": sizes of 6, 6 and 2 share 10, then 11 seats.
  assert.deepEqual(seatsFor('Hamilton', [6, 6, 2], 10), [4, 4, 2])
  assert.deepEqual(seatsFor('Hamilton', [6, 6, 2], 11), [5, 5, 1])
})

test('level for the last seat: the lot, or the count stops', () => {
  const read = readSizes('Rye,5\nOat,5\n', 1)
  assert.ok(!isRefusal(read))
  for (const count of Object.values(METHODS)) {
    assert.deepEqual(count(read, null), { refused: 'tie-undecided', details: { among: [0, 1] } })
    const drawn: Counted<AnyStep> = count(read, [1, 0])
    assert.ok(!isRefusal(drawn))
    assert.deepEqual(drawn.elected, [1])
  }
})

suite('whatever the sizes', () => {
  const sizes = fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((size) => size > 0))
  const seats = fc.integer({ min: 1, max: 40 })
  const lot = [0, 1, 2, 3, 4, 5, 6, 7]

  test('all seats are given, and nobody without size has one', () => {
    fc.assert(
      fc.property(sizes, seats, (all, many) => {
        for (const name of ['Hamilton', "D'Hondt", 'Sainte-Laguë'] as const) {
          const given = seatsFor(name, all, many, lot)
          assert.equal(
            given.reduce((sum, each) => sum + each, 0),
            many,
          )
          given.forEach((each, at) => assert.ok(all[at] !== 0 || each === 0))
        }
      }),
    )
  })

  test('Hamilton is never off by a seat; D’Hondt never below what is due; more seats take none away', () => {
    fc.assert(
      fc.property(sizes, seats, (all, many) => {
        const whole = all.reduce((sum, size) => sum + size, 0)
        const due = (at: number) => Math.floor(((all[at] ?? 0) * many) / whole)
        seatsFor('Hamilton', all, many, lot).forEach((each, at) =>
          assert.ok(each === due(at) || each === due(at) + 1),
        )
        seatsFor("D'Hondt", all, many, lot).forEach((each, at) => assert.ok(each >= due(at)))
        for (const name of ["D'Hondt", 'Sainte-Laguë'] as const) {
          const more = seatsFor(name, all, many + 1, lot)
          seatsFor(name, all, many, lot).forEach((each, at) => assert.ok((more[at] ?? 0) >= each))
        }
      }),
    )
  })
})
