import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { sharesByHand } from '#testing/shares-by-hand.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import { countGreedyBudget } from './budget.ts'
import { countEqualShares } from './equal-shares.ts'
import { readPabulib } from './pabulib.ts'
import type { CountMarked } from './methods.ts'
import type { Marked } from './sheets.ts'

function fundedBy(count: CountMarked, marked: Marked, lot: number[] | null = null) {
  const counted = count(marked, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return { ...counted, names: counted.elected.map((one) => marked.candidates[one]?.name) }
}

/** The example of pabulib.org/format. */
const wieliczka = `META
key; value
description; Municipal PB in Wieliczka
num_projects; 5
num_votes; 10
budget; 2500
vote_type; approval
max_length; 3
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
4; 1400; culture
5; 1000; health, sport
7; 1200; education
VOTES
voter_id; age; sex; vote
1; 34; f; 1,2,4
2; 51; m; 1,2
3; 23; m; 2,4,5
4; 19; f; 5,7
5; 62; f; 1,4,7
6; 54; m; 1,7
7; 49; m; 5
8; 27; f; 4
9; 39; f; 2,4,5
10; 44; m; 4,5
`

suite('ten people in Wieliczka: the example of pabulib.org', () => {
  const read = readPabulib(wieliczka)
  assert.ok(!isRefusal(read), JSON.stringify(read))

  test('the file says who approves of what', () => {
    assert.equal(read.title, 'Municipal PB in Wieliczka')
    assert.deepEqual(read.budget, { whole: 2500, costs: [600, 800, 1400, 1000, 1200] })
    assert.equal(read.sheets.length, 9)
  })

  test('greedily: 4 has six in favour, then 5 has five; nothing else is paid for', () => {
    const { names, steps } = fundedBy(countGreedyBudget, read)
    assert.deepEqual(names, ['4', '5'])
    assert.deepEqual(
      steps.filter(({ kind }) => kind === 'too-dear').length,
      3,
      'what is left, 100, pays for none of the others',
    )
  })

  test('by equal shares: six pay for 4; with 267 instead of 250 each, four can pay for 1', () => {
    const { names, steps } = fundedBy(countEqualShares, read)
    const bought = steps.flatMap((step) =>
      step.kind === 'bought' ? [[step.option, step.payers, step.most]] : [],
    )
    assert.deepEqual(bought, [
      [2, 6, '700/3'],
      [0, 4, '799/3'],
    ])
    const shares = steps.find((step) => step.kind === 'shares')
    assert.deepEqual([shares?.share, shares?.tried], ['267', 17])
    assert.deepEqual(names, ['4', '1'])
  })
})

suite('a majority doesn’t spend everything', () => {
  // 51 of 100 want the red projects, 49 the blue (Peters and Skowron's example of the reason for it).
  const park = markedOf({
    names: 'redA redB redC redD blueA blueB blueC blueD',
    sheets: '51 redA redB redC redD, 49 blueA blueB blueC blueD',
    budget: { whole: 400, costs: [100, 100, 100, 100, 100, 100, 100, 100] },
  })
  const lot = [0, 1, 2, 3, 4, 5, 6, 7]
  test('greedily, all goes to the larger half', () => {
    const { names } = fundedBy(countGreedyBudget, park, lot)
    assert.deepEqual(names, ['redA', 'redB', 'redC', 'redD'])
  })
  test('by equal shares, half of it goes to each', () => {
    const { names } = fundedBy(countEqualShares, park, lot)
    assert.deepEqual(names.toSorted(), ['blueA', 'blueB', 'redA', 'redB'])
  })
})

/** Example 12 of Lackner and Skowron as martinlackner/abcvoting counts it: three seats of equal cost. */
test('the first purchases of equal shares are those of the literature: 1/5, then 13/40', () => {
  const cast = markedOf({
    names: 'a b c d',
    sheets: '3 c d, 2 a b, 2 a c, 1 b d',
    budget: { whole: 120, costs: [40, 40, 40, 40] },
  })
  const { steps } = fundedBy(countEqualShares, cast, [0, 1, 2, 3])
  const shares = steps.find((step) => step.kind === 'shares')
  const bought = steps.flatMap((step) => (step.kind === 'bought' ? [step] : []))
  assert.deepEqual(
    bought.slice(0, 1).map(({ option, most }) => [option, most]),
    [[2, '8']],
  )
  assert.ok(shares && shares.tried > 0, 'the third seat needs larger shares')
  assert.equal(
    fundedBy(countEqualShares, cast, [0, 1, 2, 3]).elected.length,
    3,
    'and all three are funded',
  )
})

test('without a budget there is nothing to spend; nobody’s wish is not funded', () => {
  const { budget: _, ...bare } = markedOf({ names: 'a', sheets: '1 a' })
  assert.deepEqual(countGreedyBudget(bare, null), { refused: 'budget-unsaid' })
  const nobody = markedOf({ names: 'a b', sheets: '1 a', budget: { whole: 9, costs: [4, 4] } })
  for (const count of [countGreedyBudget, countEqualShares])
    assert.deepEqual(fundedBy(count, nobody).names, ['a'])
})

suite('what is not a budget is refused where it stands', () => {
  for (const [name, text, line] of [
    ['no budget', wieliczka.replace('budget; 2500\n', ''), 1],
    ['ranked votes', wieliczka.replace('approval', 'ordinal'), 1],
    ['a cost in words', wieliczka.replace('2; 800', '2; much'), 12],
    ['a vote for nothing there', wieliczka.replace('; 5,7', '; 5,9'), 21],
  ] as const)
    test(name, () => {
      const read = readPabulib(text)
      assert.ok(isRefusal(read))
      assert.deepEqual([read.refused, read.details?.['line']], ['pabulib-unreadable', line])
    })
})

test('a budget in cents is spent without trying every cent', () => {
  // One of two wants a hall for 9,000.00, the other a bench for 10.00, of 10,000.00 that there are.
  const cast = markedOf({
    names: 'hall bench',
    sheets: '1 hall, 1 bench',
    budget: { whole: 1_000_000, costs: [900_000, 1_000] },
  })
  const { steps, names } = fundedBy(countEqualShares, cast)
  assert.deepEqual(names, ['bench', 'hall'])
  const shares = steps.find((step) => step.kind === 'shares')
  assert.deepEqual([shares?.share, shares?.tried], ['900000', 400_000])
})

suite('whatever was approved of', () => {
  const drawn = drawnSheets({ mostCandidates: 5 })
  test('never more is spent than there is, nothing wanted that still fits is left, order never matters', () => {
    fc.assert(
      fc.property(drawn, ({ marked, lot }) => {
        const { whole = 0, costs = [] } = marked.budget ?? {}
        for (const count of [countGreedyBudget, countEqualShares]) {
          const counted = fundedBy(count, marked, lot)
          const spent = counted.elected.reduce((sum, one) => sum + (costs[one] ?? 0), 0)
          assert.ok(spent <= whole)
          assert.equal(new Set(counted.elected).size, counted.elected.length)
          for (const [one, cost] of costs.entries())
            if (!counted.elected.includes(one) && spent + cost <= whole)
              assert.ok(marked.sheets.every(({ marks }) => (marks.get(one) ?? 0) === 0))
          const turned = { ...marked, sheets: marked.sheets.toReversed() }
          const { names: _, ...same } = fundedBy(count, turned, lot)
          const { names: __, ...first } = counted
          assert.deepEqual(same, first)
        }
      }),
      { numRuns: 60 },
    )
  })
  test('what equal shares buy is what one buys by hand, voter by voter', () => {
    fc.assert(
      fc.property(drawn, ({ marked, lot }) => {
        fc.pre(marked.sheets.some(({ marks }) => marks.size > 0))
        const { steps } = fundedBy(countEqualShares, marked, lot)
        const bought = steps.flatMap((step) => (step.kind === 'bought' ? [step.option] : []))
        assert.deepEqual(bought, sharesByHand(marked, lot))
      }),
      { numRuns: 40 },
    )
  })
})
