/** What holds for every method: from 1 to 60 candidates, empty papers, withdrawals, none of the above. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import { electionOf } from '#testing/elections.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import { castFor } from './conversion.ts'
import {
  APPROVING_METHODS,
  type Cast,
  countBy,
  METHOD_NAMES,
  SHARING_METHODS,
  tellAnyStep,
} from './methods.ts'
import { Publication, publish, recount } from './publication.ts'
import type { Marked } from './sheets.ts'

/** Methods of one seat, of several, and budgets, on one kind of sheets each. */
const ON_APPROVALS = METHOD_NAMES.filter((name) => !(name in SHARING_METHODS))

function counted(method: string, cast: Cast, lot: number[]) {
  const read = castFor(method, cast)
  assert.ok(!isRefusal(read), JSON.stringify(read))
  const count = countBy(method, read, lot)
  assert.ok(!isRefusal(count), `${method}: ${JSON.stringify(count)}`)
  return { read, count }
}

const orderOf = (size: number) => Array.from({ length: size }, (_, one) => one)

/** So many candidates; most want the first, then the second, then the third, or approve of all three. */
function crowd(size: number, method: string): Marked {
  const names = orderOf(size).map(
    (one) => `c${'abcdefghij'.charAt(one / 10)}${'abcdefghij'.charAt(one % 10)}`,
  )
  const most = method in APPROVING_METHODS ? 1 : 3
  const first = names.slice(0, 3).map((name, at) => `${name}${Math.max(1, most - at)}`)
  const sheets = `7 ${first.join(' ')}, 2 ${names[0]}${most}, 1 `
  const budget = { whole: 5, costs: names.map(() => 5) }
  return markedOf({ names: names.join(' '), scale: { least: 0, most }, sheets, budget })
}

for (const method of ON_APPROVALS)
  test(`${method} counts one candidate, two, and sixty; the one whom all want wins`, () => {
    for (const size of [1, 2, 60]) {
      const { count } = counted(method, crowd(size, method), orderOf(size))
      assert.deepEqual(count.elected, [0])
      assert.deepEqual([count.papers, count.empty], [9, 1])
    }
  })

suite('nobody stands, or nobody voted', () => {
  for (const method of ON_APPROVALS)
    test(method, () => {
      const gone = markedOf({
        names: 'a b',
        sheets: '2 a, 1 b',
        withdrawn: 'a b',
        budget: { whole: 1, costs: [1, 1] },
      })
      assert.deepEqual(counted(method, gone, [0, 1]).count.elected, [])
      const silent = { ...crowd(2, method), sheets: [] }
      assert.ok(counted(method, silent, [0, 1]).count.elected.length <= 1)
    })
})

suite('none of the above', () => {
  const none = (papers: string, seats = 1): Cast => {
    const election = electionOf({ names: 'none a b', papers, seats })
    const [first, ...rest] = election.candidates
    return {
      ...election,
      candidates: [{ name: first?.name ?? '', withdrawn: false, none: true }, ...rest],
    }
  }
  for (const method of [
    'irv',
    'schulze',
    'ranked-pairs',
    'minimax',
    'borda',
    'plurality',
    'meek',
    'approval',
  ])
    test(`by ${method} it wins, and nobody is elected`, () => {
      const { count } = counted(method, none('5 none, 2 a>none, 1 b'), [1, 2, 0])
      assert.deepEqual(count.elected, [])
      assert.deepEqual(count.steps.at(-1), { kind: 'vacant', candidate: 0 })
    })
  test('two posts: the first is filled, the second stays vacant (Greenwich Students’ Union)', () => {
    const { count } = counted('plurality', none('450 a, 100 none, 75 b', 2), [0, 1, 2])
    assert.deepEqual(count.elected, [1])
  })
  test('nobody who comes after it in one order is elected; by STV it takes one seat', () => {
    const cast = none('9 none, 8 a, 7 b', 2)
    assert.deepEqual(counted('plurality', cast, [0, 1, 2]).count.elected, [])
    assert.deepEqual(counted('scottish-stv', cast, [0, 1, 2]).count.elected, [1])
  })
})

suite('whatever was marked, for every method', () => {
  test('the recount fits, every step is told, and the order of sheets leaves no mark', () => {
    const words = wordsIn('en')
    fc.assert(
      fc.property(drawnSheets({ mostSeats: 1, mostCandidates: 4 }), ({ marked, lot }) => {
        for (const method of METHOD_NAMES) {
          const { read, count } = counted(method, marked, lot)
          const published = Publication.parse(JSON.parse(JSON.stringify(publish(read, lot, count))))
          const again = recount(published)
          assert.ok(!isRefusal(again), JSON.stringify(again))
          assert.deepEqual([again.fits, again.differs], [true, []], method)
          const turned = { ...marked, sheets: marked.sheets.toReversed() }
          const other = counted(method, turned, lot)
          assert.deepEqual(publish(other.read, lot, other.count), published)
          const names = marked.candidates.map(({ name }) => name)
          for (const { message, values } of count.steps.flatMap((step) => tellAnyStep(step, names)))
            assert.ok(!/[{}]|undefined/.test(words.say(message, { ...values })), method)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('whom everybody wants first wins, wherever the method promises it', () => {
    // Not by the budgets, which look at the cost, and not by Borda or score, which look at all marks.
    fc.assert(
      fc.property(drawnSheets({ most: 3, mostSeats: 1 }), ({ marked, lot }) => {
        fc.pre(marked.sheets.length > 0)
        const sheets = marked.sheets.map(({ marks, count }) => ({
          count,
          marks: new Map([
            ...[...marks].map(([one, mark]): [number, number] => [one, Math.min(mark, 2)]),
            [0, 3],
          ]),
        }))
        const wanted = { ...marked, scale: { least: 0, most: 3 }, sheets }
        for (const method of [
          'scottish-stv',
          'meek',
          'wigm',
          'irv',
          'schulze',
          'ranked-pairs',
          'minimax',
          'borda',
          'plurality',
          'score',
          'star',
          'majority-judgment',
        ])
          assert.deepEqual(counted(method, wanted, lot).count.elected, [0], method)
      }),
      { numRuns: 40 },
    )
  })
})

test('ballots are read by another method only where they say what it asks', () => {
  const scored = markedOf({ names: 'a b', scale: { least: 0, most: 5 }, sheets: '1 a3' })
  const ranked = electionOf({ names: 'a b', papers: '1 a' })
  for (const [method, cast, refused] of [
    ['phragmen', scored, 'approval-unsaid'],
    ['star', ranked, 'marks-needed'],
    ['acclaim', ranked, 'method-unknown'],
  ] as const) {
    const read = castFor(method, cast)
    assert.equal(isRefusal(read) && read.refused, refused)
  }
  assert.deepEqual(
    [
      countBy('star', ranked, null),
      countBy('irv', scored, null),
      countBy('acclaim', scored, null),
    ].map((count) => isRefusal(count) && count.refused),
    ['marks-needed', 'rankings-needed', 'method-unknown'],
  )
})
