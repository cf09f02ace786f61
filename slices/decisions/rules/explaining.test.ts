import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { drawnSheets, markedOf } from '#testing/sheets.ts'
import type { CollegeVotes } from './colleges.ts'
import type { Count } from './counting.ts'
import { castFor } from './conversion.ts'
import { fraction, minus, readFraction, sumOf, ZERO } from './exact.ts'
import { explainCount, explainVerdict } from './explaining.ts'
import { type AnyStep, type Cast, countBy, METHOD_NAMES } from './methods.ts'
import { nearCount } from './near-count.ts'
import { nearVerdict, tellNearVerdict } from './near-verdict.ts'
import { pictureOf, pictureOfVerdict } from './picture.ts'
import type { Sentence } from './telling.ts'
import { type QuestionRules, verdictOn } from './verdict.ts'

const words = wordsIn('en')
const say = ({ message, values }: Sentence) => {
  const set = Object.entries(values).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  return words.say(message, Object.fromEntries(set))
}

function counted(method: string, cast: Cast, lot: number[] | null = null) {
  const read = castFor(method, cast)
  assert.ok(!isRefusal(read))
  const count = countBy(method, read, lot)
  assert.ok(!isRefusal(count), JSON.stringify(count))
  return { read, count }
}

const bakehouse = electionOf({
  seats: 2,
  names: 'Maren Oisín Chiara Joost',
  papers: '9 Maren>Oisín>Chiara, 4 Oisín>Chiara, 3 Chiara>Oisín, 2 Joost>Chiara',
})

suite('how it was counted, in three sentences', () => {
  for (const [method, cast, third] of [
    [
      'scottish-stv',
      bakehouse,
      'It was closest at stage 4: Chiara went out with 5, and Oisín stayed with 5.99998.',
    ],
    [
      'plurality',
      bakehouse,
      'The last elected is Oisín with 4; the next would have been Chiara with 3.',
    ],
    [
      'star',
      markedOf({ names: 'a b', scale: { least: 0, most: 5 }, sheets: '3 a5 b1, 2 b4' }),
      'In the end a has 3 and b 2.',
    ],
    ['schulze', { ...bakehouse, seats: 1 }, 'Elected: Maren.'],
  ] as const)
    test(method, () => {
      const { read, count } = counted(method, cast)
      const said = explainCount(count, read).map(say)
      assert.equal(said.length, 3)
      assert.match(said[1] ?? '', /took part, none was empty or not valid/)
      assert.equal(said[2], third)
    })

  test('a budget says what is spent', () => {
    const cast = markedOf({ names: 'a b', sheets: '2 a, 1 b', budget: { whole: 9, costs: [6, 4] } })
    const { read, count } = counted('greedy-budget', cast)
    assert.match(explainCount(count, read).map(say)[1] ?? '', /6 of 9 is spent\.$/)
  })
})

suite('a change that would have changed it', () => {
  test('one paper more for Chiara, and she is elected instead', () => {
    const { read, count } = counted('scottish-stv', bakehouse)
    assert.deepEqual(nearCount(count, read, null), { candidate: 2, papers: 1, elected: [0, 2] })
  })
  test('where all are elected there is none', () => {
    const { read, count } = counted('plurality', electionOf({ names: 'a', papers: '1 a' }))
    assert.equal(nearCount(count, read, null), null)
  })
})

const majority: QuestionRules = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: { reach: fraction(1n, 2n), strict: true },
  inEach: null,
  quorum: { of: 'voters', reach: fraction(1n, 2n) },
  block: 'stops',
  leastFavour: null,
  mostAgainst: null,
}

const voted = (college: string, said: Partial<CollegeVotes>): CollegeVotes => {
  const none = { favour: 0, against: 0, abstain: 0, block: 0 }
  return { college, eligible: 20, present: 0, ...none, ...said }
}

suite('beside a verdict', () => {
  for (const [name, said, change] of [
    ['a quorum missed by two', { favour: 6, against: 2 }, { kind: 'would-favour', voters: 2 }],
    ['level', { favour: 5, against: 5 }, { kind: 'would-favour', voters: 1 }],
    ['one block', { favour: 12, block: 1 }, { kind: 'lift-block', voters: 1 }],
    ['a majority of one', { favour: 6, against: 5 }, { kind: 'turn-against', voters: 1 }],
    [
      'all voted, level',
      { eligible: 10, favour: 5, against: 5 },
      { kind: 'turn-to-favour', voters: 1 },
    ],
  ] as const)
    test(name, () => {
      const cast = [voted('members', said)]
      const near = nearVerdict(cast, majority)
      assert.deepEqual({ kind: near?.kind, voters: near?.voters }, change)
      assert.ok(near && say(tellNearVerdict(near)).endsWith('Another change may be smaller.'))
      const three = explainVerdict(verdictOn(cast, majority)).map(say)
      assert.equal(three.length, 3)
    })

  test('the picture of Webarchitects: two bars of one half each, and the line', () => {
    const shares = { workers: fraction(1n, 2n), clients: fraction(1n, 2n) }
    const verdict = verdictOn(
      [
        voted('workers', { eligible: 10, favour: 8, against: 2 }),
        voted('clients', { eligible: 90, favour: 20, against: 40 }),
      ],
      { ...majority, weights: { reading: 'share-by-votes', shares, empty: 'lapses' } },
    )
    assert.deepEqual(pictureOfVerdict(verdict), {
      kind: 'classes',
      bars: [
        { college: 'workers', share: '1/2', inFavour: '2/5' },
        { college: 'clients', share: '1/2', inFavour: '1/6' },
      ],
      line: '1/2',
    })
  })
})

test('a runoff as flows: what goes out goes to the others, or nowhere', () => {
  const { count } = counted('irv', electionOf({ names: 'a b c', papers: '5 a, 4 b, 2 c>b, 1 c' }))
  assert.deepEqual(pictureOf(count), {
    kind: 'flows',
    stages: [
      { stage: 1, votes: ['5', '4', '3'], nonTransferable: '0' },
      { stage: 2, votes: ['5', '6', '0'], nonTransferable: '1' },
    ],
    flows: [
      { stage: 2, from: 2, to: 1, votes: '2' },
      { stage: 2, from: 2, to: null, votes: '1' },
    ],
  })
})

function flowsIn(count: Count<AnyStep>) {
  const picture = pictureOf(count)
  if (picture.kind !== 'flows') throw new Error(`${count.method} has no flows`)
  return picture
}

suite('whatever was cast', () => {
  const exactly = (text = '0') => readFraction(text) ?? ZERO

  test('what flows into somebody and what they held is what they hold', () => {
    fc.assert(
      fc.property(drawnElections(), (drawn) => {
        for (const method of ['scottish-stv', 'wigm', ...(drawn.seats === 1 ? ['irv'] : [])]) {
          const { count } = counted(method, electionFrom(drawn), drawn.lot)
          const picture = flowsIn(count)
          for (const [at, { stage, votes }] of picture.stages.entries()) {
            const before = picture.stages[at - 1]
            if (!before) continue
            const flows = picture.flows.filter((flow) => flow.stage === stage)
            const lost = new Set(flows.map(({ from }) => from))
            for (const [one, now] of votes.entries()) {
              if (lost.has(one)) continue
              const came = sumOf(
                flows.filter(({ to }) => to === one).map((flow) => exactly(flow.votes)),
              )
              assert.deepEqual(came, minus(exactly(now), exactly(before.votes[one])))
            }
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  test('a change that is told was counted, and every method has its three sentences and a picture', () => {
    fc.assert(
      fc.property(drawnSheets({ mostSeats: 1, mostCandidates: 4 }), ({ marked, lot }) => {
        for (const method of METHOD_NAMES) {
          const { read, count } = counted(method, marked, lot)
          const said = explainCount(count, read).map(say)
          const warned = count.steps.some(({ kind }) => kind === 'minority')
          assert.equal(said.length, warned ? 4 : 3, method)
          assert.ok(
            said.every((one) => !/[{}]|undefined/.test(one)),
            said.join(' '),
          )
          assert.ok(pictureOf(count).kind)
          const near = nearCount(count, read, lot)
          if (!near) continue
          assert.ok(
            near.elected.includes(near.candidate) && !count.elected.includes(near.candidate),
          )
          assert.ok(near.papers <= count.papers + 1)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('a change of a verdict turns it, and needs nobody who is not on the roll', () => {
    const number = fc.nat(12)
    fc.assert(
      fc.property(number, number, number, number, (favour, against, abstain, away) => {
        const eligible = favour + against + abstain + away
        const cast = [
          voted('a', { eligible, favour, against, abstain }),
          voted('b', { eligible: 12, favour: against, against: favour }),
        ]
        const near = nearVerdict(cast, majority)
        const { passed } = verdictOn(cast, majority)
        if (near) assert.equal(near.passes, !passed)
        if (near?.kind === 'would-favour' && near.college === 'a') assert.ok(near.voters <= away)
      }),
    )
  })
})
