import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Drawn, drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { isRefusal } from '#kernel/change.ts'
import { countBorda } from './borda.ts'
import { countMinimax } from './minimax.ts'
import type { PairStep } from './pair-steps.ts'
import { condorcetWinner, pairsOf, preferring } from './pairwise.ts'
import { type Election, papersFrom, rankingsOf } from './papers.ts'
import { countRankedPairs } from './ranked-pairs.ts'
import { countSchulze } from './schulze.ts'
import type { Lot } from './ties.ts'
import type { Counted } from './counting.ts'

function winner(
  method: (election: Election, lot: Lot) => Counted<PairStep>,
  election: Election,
  lot: Lot = null,
) {
  const counted = method(election, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return election.candidates[counted.elected[0] ?? -1]?.name
}

/** Example 1 of Schulze's paper: 45 papers, five candidates, a circle among them. */
const fortyFive = electionOf({
  names: 'A B C D E',
  papers:
    '5 A>C>B>E>D, 5 A>D>E>C>B, 8 B>E>D>A>C, 3 C>A>B>E>D, 7 C>A>E>B>D, 2 C>B>A>D>E, 7 D>C>E>B>A, 8 E>B>A>D>C',
})

suite('forty-five papers in a circle: the example of the paper that proposed the method', () => {
  test('the duels', () => {
    assert.deepEqual(pairsOf(fortyFive).wins, [
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ])
  })
  test('nobody wins every duel; the strongest paths elect E', () => {
    assert.equal(condorcetWinner(pairsOf(fortyFive)), null)
    assert.equal(winner(countSchulze, fortyFive), 'E')
    const counted = countSchulze(fortyFive, null)
    assert.ok(!isRefusal(counted))
    const paths = counted.steps.find(({ kind }) => kind === 'paths')
    assert.deepEqual(paths?.kind === 'paths' && paths.strengths, [
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
  })
  test('ranked pairs elects A: the strongest duels stand, those that close a circle do not', () => {
    const counted = countRankedPairs(fortyFive, null)
    assert.ok(!isRefusal(counted))
    const said = counted.steps.flatMap((step) =>
      step.kind === 'locked' || step.kind === 'skipped'
        ? [`${step.kind} ${'ABCDE'[step.over]}${'ABCDE'[step.under]} ${step.votes}`]
        : [],
    )
    assert.deepEqual(said, [
      'locked BD 33',
      'locked ED 31',
      'locked AD 30',
      'locked CB 29',
      'skipped DC 28',
      'locked EB 27',
      'locked AC 26',
      'skipped BA 25',
      'locked CE 24',
      'skipped EA 23',
    ])
    assert.equal(winner(countRankedPairs, fortyFive), 'A')
  })
})

suite('four towns ask for a capital: the example of Tennessee', () => {
  const towns = electionOf({
    names: 'Memphis Nashville Chattanooga Knoxville',
    papers:
      '42 Memphis>Nashville>Chattanooga>Knoxville, 26 Nashville>Chattanooga>Knoxville>Memphis, 15 Chattanooga>Knoxville>Nashville>Memphis, 17 Knoxville>Chattanooga>Nashville>Memphis',
  })
  for (const [name, method] of [
    ['Schulze', countSchulze],
    ['ranked pairs', countRankedPairs],
    ['Minimax', countMinimax],
    ['Borda', countBorda],
  ] as const)
    test(`${name} elects Nashville`, () => assert.equal(winner(method, towns), 'Nashville'))
})

test('a majority that wants one first can lose under Borda, and under no other', () => {
  const election = electionOf({ names: 'a b c', papers: '6 a>b>c, 5 b>c>a' })
  assert.equal(winner(countBorda, election), 'b')
  assert.equal(winner(countSchulze, election), 'a')
})

test('a circle of equal duels needs a lot', () => {
  const circle = electionOf({ names: 'a b c', papers: '1 a>b>c, 1 b>c>a, 1 c>a>b' })
  for (const method of [countSchulze, countRankedPairs, countMinimax]) {
    const counted = method(circle, null)
    assert.equal(isRefusal(counted) && counted.refused, 'tie-undecided')
    assert.equal(winner(method, circle, [1, 2, 0]), 'b')
  }
})

test('one seat only', () => {
  assert.deepEqual(countSchulze({ ...fortyFive, seats: 2 }, null), {
    refused: 'one-seat-only',
    details: { method: 'schulze', seats: 2 },
  })
})

suite('whatever was cast', () => {
  const drawn = drawnElections({ mostSeats: 1, mostCandidates: 5, alike: true })
  const methods = [countSchulze, countRankedPairs, countMinimax, countBorda]

  test('the pairs are those counted paper by paper', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const pairs = pairsOf(electionFrom(one))
        for (let a = 0; a < one.candidates; a++)
          for (let b = 0; b < one.candidates; b++) {
            const place = (ranks: readonly (readonly number[])[], who: number) => {
              const at = ranks.findIndex((rank) => rank.includes(who))
              return at === -1 ? Infinity : at
            }
            const by = one.rankings
              .filter(({ ranks }) => place(ranks, a) < place(ranks, b))
              .reduce((sum, { count }) => sum + count, 0)
            assert.equal(preferring(pairs, a, b), by)
          }
      }),
    )
  })

  test('who wins every duel is elected, unless points are counted', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const election = electionFrom(one)
        const best = condorcetWinner(pairsOf(election))
        fc.pre(best !== null)
        for (const method of [countSchulze, countRankedPairs, countMinimax])
          assert.equal(winner(method, election, one.lot), election.candidates[best ?? -1]?.name)
      }),
    )
  })

  test('the order of the papers never matters', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const election = electionFrom(one)
        const turned = { ...election, papers: papersFrom(one.rankings.toReversed()) }
        for (const method of methods)
          assert.deepEqual(method(turned, one.lot), method(election, one.lot))
      }),
    )
  })

  test('lifting the winner on a paper never makes them lose', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (one: Drawn, pick) => {
        const election = electionFrom(one)
        const rankings = [...rankingsOf(election.papers)]
        fc.pre(rankings.length > 0)
        for (const method of methods) {
          const before = method(election, one.lot)
          assert.ok(!isRefusal(before))
          const [won = -1] = before.elected
          const lifted = rankings.map((ranking, at) =>
            at === pick % rankings.length
              ? {
                  ...ranking,
                  ranks: [
                    [won],
                    ...ranking.ranks
                      .map((rank) => rank.filter((each) => each !== won))
                      .filter((rank) => rank.length > 0),
                  ],
                }
              : ranking,
          )
          const lot = [won, ...one.lot.filter((each) => each !== won)]
          const after = method({ ...election, papers: papersFrom(lifted) }, lot)
          assert.ok(!isRefusal(after))
          assert.deepEqual(after.elected, [won])
        }
      }),
    )
  })
})
