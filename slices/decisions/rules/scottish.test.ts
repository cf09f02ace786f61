import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { countByHand, SCOTTISH } from '#testing/by-hand.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { isRefusal } from '#kernel/change.ts'
import type { Count, Counted } from './counting.ts'
import { papersFrom } from './papers.ts'
import { countScottish } from './scottish.ts'

function done(counted: Counted): Count {
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

suite('two seats in the bakehouse', () => {
  const election = electionOf({
    seats: 2,
    names: 'Maren Oisín Chiara Joost',
    papers: '9 Maren>Oisín>Chiara, 4 Oisín>Chiara, 3 Chiara>Oisín, 2 Joost>Chiara',
  })
  const count = done(countScottish(election, null))

  test('the quota is one more than a third of the papers, what is broken off left out', () => {
    assert.deepEqual(count.steps[0], { kind: 'quota', quota: '7.00000', papers: 18, seats: 2 })
  })

  test('a surplus goes on at the surplus divided by all votes, to five decimals', () => {
    const surplus = count.steps.find(({ kind }) => kind === 'surplus')
    assert.deepEqual(surplus, {
      kind: 'surplus',
      stage: 2,
      candidate: 0,
      surplus: '2.00000',
      moved: [
        {
          value: '0.22222',
          papers: 9,
          to: [{ candidate: 1, papers: 9, votes: '1.99998' }],
          lost: '0.00000',
        },
      ],
      votes: ['7.00000', '5.99998', '3.00000', '2.00000'],
      nonTransferable: '0.00002',
    })
  })

  test('whoever has the fewest is excluded, and the last that is needed is elected', () => {
    const names = count.elected.map((one) => election.candidates[one]?.name)
    assert.deepEqual(names, ['Maren', 'Oisín'])
    assert.equal(count.rounds, 4)
  })

  test('once as many are left as seats, no further paper is transferred: rule 52(2)', () => {
    assert.deepEqual(count.steps.slice(-2), [
      {
        kind: 'exclusion',
        stage: 4,
        candidate: 2,
        moved: [],
        votes: ['7.00000', '5.99998', '5.00000', '0.00000'],
        nonTransferable: '0.00002',
      },
      { kind: 'elected', stage: 4, candidates: [1], why: 'last' },
    ])
  })
})

test('candidates level at the end are told apart by the latest stage where they were not', () => {
  const election = electionOf({
    names: 'a b c d',
    papers: '5 a, 4 b, 3 c>b, 1 d>c',
  })
  const steps = done(countScottish(election, null)).steps
  assert.deepEqual(
    steps.filter(({ kind }) => kind === 'tie'),
    [{ kind: 'tie', among: [1, 2], chosen: 2, purpose: 'exclude', by: { stage: 1 } }],
  )
})

test('three level: the latest stage at which they were not decides, then one before: rule 51(2)', () => {
  const papers = '9 a, 4 b, 3 c, 3 d, 1 e>c, 1 f>d'
  const election = electionOf({ names: 'a b c d e f', papers })
  const { steps } = done(countScottish(election, [4, 5, 0, 1, 2, 3]))
  const ties = steps.flatMap((step) =>
    step.kind === 'tie' ? [[step.among, step.chosen, step.by]] : [],
  )
  assert.deepEqual(ties, [
    [[4, 5], 4, 'lot'],
    [[1, 2, 3], 3, { stage: 2 }],
    [[1, 2], 2, { stage: 1 }],
  ])
})

test('level from the first stage on, the lot decides; without one the count stops', () => {
  const election = electionOf({ names: 'a b c', papers: '3 a, 2 b>a, 2 c>b' })
  assert.deepEqual(countScottish(election, null), {
    refused: 'tie-undecided',
    details: { among: [1, 2] },
  })
  assert.deepEqual(done(countScottish(election, [2, 1, 0])).elected, [1])
  assert.deepEqual(done(countScottish(election, [1, 2, 0])).elected, [0])
})

test('a withdrawn candidate is as if never named', () => {
  const papers = '5 a>b, 4 b, 3 c>b'
  const election = electionOf({ names: 'a b c', papers, withdrawn: 'a' })
  const count = done(countScottish(election, null))
  assert.deepEqual(count.elected, [1])
  assert.equal(count.papers, 12)
})

test('a paper stops before two ranked alike, and one that names nobody takes no part', () => {
  const election = electionOf({ names: 'a b c', papers: '3 a>b=c, 2 b, 4 ' })
  const { steps, papers, empty } = done(countScottish(election, null))
  assert.equal(papers, 5)
  assert.equal(empty, 4)
  assert.equal(steps[0]?.kind === 'quota' && steps[0].quota, '3.00000')
})

test('as many candidates as seats are all elected', () => {
  const election = electionOf({ seats: 3, names: 'a b', papers: '3 a' })
  assert.deepEqual(done(countScottish(election, null)).elected, [0, 1])
})

suite('whatever was cast', () => {
  test('the count is the one made by hand', () => {
    fc.assert(
      fc.property(drawnElections(), (drawn) => {
        const { elected } = done(countScottish(electionFrom(drawn), drawn.lot))
        assert.deepEqual(
          elected.toSorted((a, b) => a - b),
          countByHand(drawn, SCOTTISH),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('at each stage the votes and what no longer counts are all the papers', () => {
    fc.assert(
      fc.property(drawnElections(), (drawn) => {
        const { steps, papers } = done(countScottish(electionFrom(drawn), drawn.lot))
        const units = (text: string) => BigInt(text.replace('.', ''))
        let lost = 0n
        for (const step of steps) {
          if (!('votes' in step) || !('nonTransferable' in step)) continue
          const held = step.votes.reduce((sum, each) => sum + units(each), 0n)
          assert.equal(held + units(step.nonTransferable), BigInt(papers) * 100_000n)
          assert.ok(units(step.nonTransferable) >= lost, 'what is lost stays lost')
          lost = units(step.nonTransferable)
        }
      }),
    )
  })

  test('the order of the papers never matters, nor whether alike ones lie together', () => {
    fc.assert(
      fc.property(drawnElections(), fc.infiniteStream(fc.nat()), (drawn, keys) => {
        const single = drawn.rankings.flatMap(({ ranks, count }) =>
          Array.from({ length: count }, () => ({ ranks, count: 1, key: keys.next().value })),
        )
        const shuffled = single.toSorted((a, b) => a.key - b.key)
        const election = electionFrom(drawn)
        assert.deepEqual(
          countScottish({ ...election, papers: papersFrom(shuffled) }, drawn.lot),
          countScottish(election, drawn.lot),
        )
      }),
    )
  })

  test('whom everybody wants first is elected', () => {
    fc.assert(
      fc.property(drawnElections(), (drawn) => {
        const rankings = drawn.rankings.map(({ ranks, count }) => ({
          count,
          ranks: [[0], ...ranks.filter((rank) => !rank.includes(0))],
        }))
        const { elected } = done(countScottish(electionFrom({ ...drawn, rankings }), drawn.lot))
        assert.ok(elected.includes(0))
      }),
    )
  })

  test('exactly the seats are filled, or everybody is elected', () => {
    fc.assert(
      fc.property(drawnElections(), (drawn) => {
        const { elected } = done(countScottish(electionFrom(drawn), drawn.lot))
        assert.equal(elected.length, Math.min(drawn.seats, drawn.candidates))
        assert.equal(new Set(elected).size, elected.length)
      }),
    )
  })
})
