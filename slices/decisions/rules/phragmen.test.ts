import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { phragmenByHand } from '#testing/shares-by-hand.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import { fraction, plus, readFraction, times, writeFraction, ZERO } from './exact.ts'
import { countPhragmen } from './phragmen.ts'
import { type Marked, sheetsToCount } from './sheets.ts'

function done(marked: Marked, lot: number[] | null = null) {
  const counted = countPhragmen(marked, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

const loadsOf = (marked: Marked, lot: number[] | null = null) =>
  done(marked, lot).steps.flatMap((step) =>
    step.kind === 'loaded' ? [`${marked.candidates[step.candidate]?.name} ${step.load}`] : [],
  )

/** Examples 9 and 12 of Lackner and Skowron, "Multi-winner voting with approval preferences", 2023, as */
/** martinlackner/abcvoting counts them. */
suite('the examples of the book on approval committees', () => {
  const nine = markedOf({
    names: 'a b c d e f g',
    seats: 4,
    sheets: '3 a b, 3 a c, 2 a d, 1 b c f, 1 e, 1 f, 1 g',
  })
  test('example 9: loads of 1/8, 11/32, 55/128 and 5/8', () => {
    assert.deepEqual(loadsOf(nine, [0, 1, 2, 3, 4, 5, 6]), [
      'a 1/8',
      'b 11/32',
      'c 55/128',
      'd 5/8',
    ])
  })
  test('b and c are level for the second seat: without a lot the count stops', () => {
    assert.deepEqual(countPhragmen(nine, null), {
      refused: 'tie-undecided',
      details: { among: [1, 2] },
    })
  })
  test('example 12: loads of 1/5, 1/3 and 29/60', () => {
    const twelve = markedOf({ names: 'a b c d', seats: 3, sheets: '3 c d, 2 a b, 2 a c, 1 b d' })
    assert.deepEqual(loadsOf(twelve), ['c 1/5', 'b 1/3', 'd 29/60'])
  })
})

test('two lists, and some sheets across them, share three seats two to one', () => {
  const cast = markedOf({
    names: 'A B C P Q R',
    seats: 3,
    sheets: '1034 A B C, 519 P Q R, 90 A B Q, 47 A P Q',
  })
  const { elected } = done(cast)
  assert.deepEqual(
    elected.map((one) => cast.candidates[one]?.name),
    ['A', 'Q', 'B'],
  )
})

test('whom nobody approves of is elected only when nobody else is left', () => {
  const cast = markedOf({ names: 'a b c', seats: 2, sheets: '5 a' })
  assert.deepEqual(done(cast, [2, 1, 0]).elected, [0, 2])
})

suite('whatever was approved of', () => {
  test('the loads on all sheets add up to the seats that somebody approves of', () => {
    fc.assert(
      fc.property(drawnSheets(), ({ marked, lot }) => {
        const { steps } = done(marked, lot)
        const loads = steps.flatMap((step) => (step.kind === 'loaded' ? [step] : []))
        const { sheets } = sheetsToCount(marked)
        const carried = sheets.map(({ marks, count }) => {
          const last = loads.findLast(({ candidate }) => marks.get(candidate) === 1)
          return times(readFraction(last?.load ?? '0') ?? ZERO, fraction(BigInt(count)))
        })
        const sum = carried.reduce(plus, ZERO)
        const wanted = loads.filter(({ approving }) => approving > 0).length
        assert.equal(writeFraction(sum), `${wanted}`)
      }),
    )
  })

  test('the count is the one made by hand; one seat more keeps those elected; order does not matter', () => {
    fc.assert(
      fc.property(drawnSheets(), ({ marked, lot }) => {
        const counted = done(marked, lot)
        assert.deepEqual(counted.elected, phragmenByHand(marked, lot))
        const more = done({ ...marked, seats: marked.seats + 1 }, lot)
        assert.deepEqual(more.elected.slice(0, counted.elected.length), counted.elected)
        assert.deepEqual(done({ ...marked, sheets: marked.sheets.toReversed() }, lot), counted)
      }),
    )
  })

  test('a group of a share of the sheets with the same candidates has its share of the seats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (here, there) => {
          const cast = markedOf({
            names: 'a b c d e f',
            seats: 3,
            sheets: `${here} a b c, ${there} d e f`,
          })
          const won = done(cast, [0, 1, 2, 3, 4, 5]).elected.filter((one) => one < 3).length
          assert.ok(won >= Math.floor((3 * here) / (here + there)))
        },
      ),
    )
  })
})
