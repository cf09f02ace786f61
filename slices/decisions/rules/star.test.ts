import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import type { Marked } from './sheets.ts'
import { countStar, preferringIn } from './star.ts'
import { sheetsToCount } from './sheets.ts'

const scale = { least: 0, most: 5 }

function done(marked: Marked, lot: number[] | null = null) {
  const counted = countStar(marked, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

const tiesOf = (marked: Marked) => done(marked).steps.filter((step) => step.kind === 'tie')

test('four towns ask for a capital, with stars: Memphis scores, Nashville wins the runoff', () => {
  const sheets =
    '42 Memphis5 Nashville2 Chattanooga1, 26 Nashville5 Chattanooga2 Knoxville2, 15 Chattanooga5 Knoxville4 Nashville2, 17 Knoxville5 Chattanooga4 Nashville2'
  const towns = markedOf({ names: 'Memphis Nashville Chattanooga Knoxville', scale, sheets })
  const { elected, steps } = done(towns)
  assert.deepEqual(elected, [1])
  assert.deepEqual(
    steps.find(({ kind }) => kind === 'runoff'),
    { kind: 'runoff', finalists: [1, 2], votes: [68, 32], alike: 0 },
  )
})

suite('ties, as the tests of starvote 2.1 (pypi.org/project/starvote) show the protocol', () => {
  test('level in the runoff and in sums: the most marks at the top', () => {
    const names = 'Amy Brian Chuck'
    const sheets = '1 Amy1 Brian4 Chuck2, 1 Amy1 Brian3 Chuck5, 1 Amy1 Brian5 Chuck5'
    const cast = markedOf({ names, scale, sheets })
    assert.deepEqual(tiesOf(cast), [
      { kind: 'tie', among: [1, 2], chosen: 2, purpose: 'elect', by: 'top-marks' },
    ])
    assert.deepEqual(done(cast).elected, [2])
  })
  test('level there too: the lot, or the count stops', () => {
    const cast = markedOf({ names: 'a b', scale, sheets: '1 a5 b2, 1 a2 b5' })
    assert.deepEqual(countStar(cast, null), {
      refused: 'tie-undecided',
      details: { among: [0, 1] },
    })
    assert.deepEqual(done(cast, [1, 0]).elected, [1])
  })
  test('level for the runoff: whoever loses the most duels is dropped', () => {
    const cast = markedOf({ names: 'a b c', scale, sheets: '2 a5 b3 c2, 1 b3 c5, 1 b1 c1' })
    // a 10, b 10, c 10: c loses to both others, so a and b meet.
    const { steps } = done(cast, [0, 1, 2])
    assert.deepEqual(
      steps.find((step) => step.kind === 'runoff')?.finalists.toSorted((x, y) => x - y),
      [0, 1],
    )
  })
  test('level in the runoff: the higher sum', () => {
    const cast = markedOf({ names: 'a b', scale, sheets: '1 a5 b1, 1 a1 b2' })
    assert.deepEqual(tiesOf(cast), [
      { kind: 'tie', among: [0, 1], chosen: 0, purpose: 'elect', by: 'total' },
    ])
  })
})

test('one candidate is elected, nobody is not, several seats are not for this method', () => {
  assert.deepEqual(done(markedOf({ names: 'a', scale, sheets: '1 a3' })).elected, [0])
  assert.deepEqual(
    done(markedOf({ names: 'a', scale, sheets: '1 a3', withdrawn: 'a' })).elected,
    [],
  )
  assert.deepEqual(countStar(markedOf({ names: 'a', scale, seats: 2, sheets: '1 a' }), null), {
    refused: 'one-seat-only',
    details: { method: 'star', seats: 2 },
  })
})

test('whatever was marked: the winner is never beaten in the runoff, and order does not matter', () => {
  fc.assert(
    fc.property(drawnSheets({ most: 5, mostSeats: 1 }), ({ marked, lot }) => {
      const counted = done(marked, lot)
      const [won = 0] = counted.elected
      const runoff = counted.steps.find((step) => step.kind === 'runoff')
      const taken = sheetsToCount(marked)
      for (const other of runoff?.finalists ?? [])
        assert.ok(
          preferringIn(taken, marked, won, other) >= preferringIn(taken, marked, other, won),
        )
      assert.deepEqual(done({ ...marked, sheets: marked.sheets.toReversed() }, lot), counted)
      const more = { count: 1, marks: new Map([[won, 1]]) }
      const lifted = { ...marked, sheets: [...marked.sheets, more] }
      const sound = counted.steps.every((step) => step.kind !== 'tie')
      if (sound) assert.deepEqual(done(lifted, lot).elected, [won], 'a mark more never hurts')
    }),
  )
})
