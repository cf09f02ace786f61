/** Past decisions under other rules: CoTech's fifteen, what ballots say and what they don't, and what never flips. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import { wordsIn } from '#kernel/words.ts'
import type { Paper } from '../count/count.ts'
import { publishDecision } from '../count/publication.ts'
import type { Published } from '../count/published.ts'
import type { Ruling } from '../count/ruling.ts'
import type { Answer, Vote } from '../count/votes.ts'
import { type Kind, KindsPart, type Method } from '../kinds/kind.ts'
import { kindsPresets } from '../kinds/presets.ts'
import type { Instead, OtherClass } from './other-rules.ts'
import { replay, type Replayed } from './replay.ts'

const Replay = z.object({
  coops: z.number(),
  decisions: z.array(z.object({ title: z.string(), coops: z.number(), unknown: z.number() })),
})
const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const cotech = Replay.parse(JSON.parse(textOf('../vectors/cotech.json')))
const [theirs] = KindsPart.parse(
  parse(textOf('../../../constitutions/rules/vectors/cotech.yaml')).decisions,
).kinds
assert.ok(theirs)

type Given = { ruling: Ruling; papers: Paper[]; roll: Record<string, number>; title?: string }
type More = { options?: string[]; withdrawn?: number[]; seats?: number; lot?: number[] | null }

/** What was published of a decision; the first of each class on the roll are those who voted. */
function published({ ruling, papers, roll, title = '' }: Given, more: More = {}): Published {
  const entries = Object.entries(roll).flatMap(([key, count]) => {
    const voted = papers.filter((paper) => paper.class === key).length
    return Array.from({ length: count }, (_, at) => ({
      member: `${key} ${at}`,
      kind: 'person' as const,
      class: key,
      voted: at < voted,
    }))
  })
  const { options = [], withdrawn, seats = 1, lot = null } = more
  return publishDecision({
    decision: 'dcn_1',
    circle: 'cir_1',
    title,
    question: '',
    constitution: { circle: 'cir_1', version: 1 },
    ruling,
    options,
    ...(withdrawn ? { withdrawn } : {}),
    seats,
    lot,
    opened: '2026-01-01T00:00:00.000Z',
    closed: '2026-01-08T00:00:00.000Z',
    roll: entries,
    papers,
  }).published
}

const answers = (inClass: string, given: Partial<Record<Answer, number>>): Paper[] =>
  Object.entries(given).flatMap(([answer, count]) =>
    Array.from({ length: count }, () => ({
      class: inClass,
      // oxlint-disable-next-line no-unsafe-type-assertion -- keys of the record above
      vote: { kind: 'answer', answer: answer as Answer },
    })),
  )
const classed = (...keys: string[]): Ruling['classes'] =>
  keys.map((key) => ({ key, name: key, weight: 1 }))
const half: Instead = {
  by: 'change',
  change: { questions: { '*': { quorum: { of: 'voters', reach: '1/2' } } } },
}
const outcome = (one: Replayed) => ('untold' in one ? one.untold.refused : one.after.outcome)

suite(
  'fifteen decisions of 26 co-ops under a quorum of half: CoTech, gist chrisroos/6a5fc69b',
  () => {
    const ruling = { kind: theirs, classes: classed('coop') }
    const past = (unknown: boolean) =>
      cotech.decisions.map(({ title, coops, unknown: more }) =>
        published({
          ruling,
          title,
          papers: answers('coop', { favour: coops + (unknown ? more : 0) }),
          roll: { coop: cotech.coops },
        }),
      )
    const stand = (unknown: boolean, instead: Instead) =>
      past(unknown).filter((one) => outcome(replay(one, instead)) === 'passed').length
    const constitution: Instead = {
      by: 'constitution',
      kinds: [{ ...theirs, quorum: { of: 'voters', reach: { of: 1, in: 2 } } }],
      classes: classed('coop').map((one) => ({ ...one, votes: true })),
    }
    for (const [how, instead] of Object.entries({
      'as a change': half,
      'as a constitution': constitution,
    }))
      test(`${how}: 1 of 15 is valid, and 7 if each unknown voter is of another co-op`, () => {
        assert.deepEqual([stand(false, instead), stand(true, instead)], [1, 7])
      })
    test('what flips says why', () => {
      const [, second] = past(false)
      assert.ok(second)
      const told = replay(second, half)
      assert.ok('why' in told)
      assert.deepEqual(
        [told.flips, told.before.outcome, told.after.outcome, told.why.map(({ values }) => values)],
        [true, 'passed', 'no-quorum', [{ held: '30.76', needed: '50' }]],
      )
    })
  },
)

const { say } = wordsIn('en')
const commons = kindsPresets(say)['full-commons'].kinds
const kindOf = (key: string, kinds: readonly Kind[] = commons): Kind => {
  const found = kinds.find((one) => one.key === key)
  assert.ok(found)
  return found
}
const voting = (...keys: string[]): OtherClass[] =>
  classed(...keys).map((one) => ({ ...one, votes: true }))
const model = (name: keyof ReturnType<typeof kindsPresets>, classes: OtherClass[]): Instead => ({
  by: 'constitution',
  kinds: kindsPresets(say)[name].kinds,
  classes,
})

suite('what ballots say under other rules, and what they do not', () => {
  const roll = { custodian: 4, producer: 10 }
  const ruling = { kind: kindOf('extraordinary'), classes: classed('custodian', 'producer') }
  const weighty = (custodian: object, producer: object) =>
    published({
      ruling,
      roll,
      papers: [...answers('custodian', custodian), ...answers('producer', producer)],
    })
  const cases: [string, Published, Instead, string][] = [
    [
      'no majority among the custodians, but three quarters of all',
      weighty({ favour: 1, against: 1 }, { favour: 8 }),
      model('consumer', voting('member')),
      'passed',
    ],
    [
      'consensus: who was against did not block',
      weighty({ favour: 3 }, { favour: 8, against: 2 }),
      model('movement', voting('assembly')),
      'passed',
    ],
    [
      'consent: who was against was not asked to object',
      weighty({ favour: 3 }, { favour: 8, against: 2 }),
      {
        by: 'constitution',
        kinds: [{ ...kindOf('ordinary'), key: 'extraordinary' }],
        classes: voting('custodian', 'producer', 'consumer'),
      },
      'objections-unsaid',
    ],
    [
      'rules that look at classes, of which the roll knows none',
      published({
        ruling: { kind: kindOf('ordinary'), classes: classed('coop') },
        roll: { coop: 5 },
        papers: answers('coop', { consent: 4 }),
      }),
      {
        by: 'constitution',
        kinds: [{ ...kindOf('extraordinary'), key: 'ordinary' }],
        classes: voting('custodian'),
      },
      'classes-unsaid',
    ],
    [
      'a class that does not vote there',
      weighty({ favour: 3 }, { favour: 1, against: 8 }),
      {
        by: 'constitution',
        kinds: [{ ...kindOf('extraordinary'), voters: ['custodian'] }],
        classes: voting('custodian', 'producer'),
      },
      'passed',
    ],
    [
      'ballots give no advice',
      weighty({ favour: 3 }, {}),
      {
        by: 'constitution',
        kinds: [{ ...kindOf('advice'), key: 'extraordinary' }],
        classes: voting('custodian', 'producer'),
      },
      'advice-not-told',
    ],
    [
      'a kind that the rules do not have',
      weighty({ favour: 3 }, {}),
      { by: 'constitution', kinds: [kindOf('ordinary')], classes: voting('custodian') },
      'kind-unsaid',
    ],
    [
      'a method of elections, for a question',
      weighty({ favour: 3 }, {}),
      { by: 'change', change: { elections: { method: 'irv' } } },
      'kind-unsaid',
    ],
    [
      'four fifths instead of two thirds',
      weighty({ favour: 4 }, { favour: 7, against: 3 }),
      {
        by: 'change',
        change: { questions: { '*': { threshold: { reach: '4/5', strict: false } } } },
      },
      'failed',
    ],
    [
      'custodians weigh three halves',
      weighty({ favour: 4 }, { favour: 6, against: 4 }),
      {
        by: 'change',
        change: {
          questions: {
            '*': {
              inEach: null,
              weights: { reading: 'multiplier', factors: { custodian: '3/2' } },
            },
          },
        },
      },
      'passed',
    ],
  ]
  for (const [what, past, instead, end] of cases)
    test(`${what}: ${end}`, () => assert.equal(outcome(replay(past, instead)), end))

  test('an election by another method: others are chosen, two of one name are two', () => {
    const votes: [number, number[]][] = [
      [42, [1, 2, 3, 4]],
      [26, [2, 3, 4, 1]],
      [15, [3, 4, 2, 1]],
      [17, [4, 3, 2, 1]],
    ]
    const papers = votes.flatMap(([count, order]) =>
      Array.from({ length: count }, (): Paper => ({
        class: 'member',
        vote: { kind: 'order', order },
      })),
    )
    const kind: Kind = {
      ...kindOf('election'),
      quorum: null,
      method: { kind: 'ranked', count: 'plurality', ties: 'again' },
    }
    const one = published(
      { ruling: { kind, classes: classed('member') }, roll: { member: 120 }, papers },
      { options: ['Sam', 'Nuala', 'Carys', 'Sam'] },
    )
    const by = (method: string) => replay(one, { by: 'change', change: { elections: { method } } })
    const runoff = by('irv')
    assert.ok('why' in runoff)
    assert.deepEqual([runoff.flips, runoff.before.elected, runoff.after.elected], [true, [1], [4]])
    assert.deepEqual(runoff.why[0]?.values, { now: ['Sam'], gone: ['Sam'] })
    assert.equal(outcome(by('star')), 'marks-needed')
    const same = by('plurality')
    assert.equal('flips' in same && same.flips, false)
  })

  test('who withdrew while ballots were cast is out under every method, secret or not', () => {
    const votes: [number, number[]][] = [
      [5, [1, 2]],
      [4, [1, 3]],
      [6, [3, 2]],
      [4, [2, 3]],
    ]
    for (const secrecy of ['open', 'secret'] as const) {
      const kind: Kind = { ...kindOf('election'), secrecy, quorum: null }
      const inClass = secrecy === 'secret' ? 'all' : 'member'
      const papers = votes.flatMap(([count, order]) =>
        Array.from({ length: count }, (): Paper => ({
          class: inClass,
          vote: { kind: 'order', order },
        })),
      )
      const past = published(
        { ruling: { kind, classes: classed('member') }, roll: { member: 30 }, papers },
        { options: ['Sam', 'Nuala', 'Carys'], withdrawn: [1], lot: [1, 2, 3] },
      )
      for (const method of ['irv', 'plurality', 'schulze', 'approval']) {
        const told = replay(past, { by: 'change', change: { elections: { method } } })
        assert.ok('after' in told, method)
        assert.ok(!told.after.elected.includes(1), `${secrecy} ${method}`)
      }
    }
  })
})

suite('whatever was decided', () => {
  const METHODS: Method[] = [
    kindOf('extraordinary').method,
    { kind: 'consent' },
    {
      kind: 'consensus',
      asideMost: { of: 1, in: 5 },
      block: { kind: 'stops', allowed: 1 },
      mostAgainst: null,
    },
    { kind: 'ranked', count: 'scottish-stv', ties: 'lot' },
    { kind: 'ranked', count: 'schulze', ties: 'again' },
    { kind: 'approval', count: 'phragmen', most: null, ties: 'lot' },
    { kind: 'score', count: 'majority-judgment', least: 0, most: 5, ties: 'lot' },
    { kind: 'dots', dots: 4, mostOnOne: 2, ties: 'again' },
  ]
  const voteFor = (method: Method): fc.Arbitrary<Vote> => {
    const answered = (...all: Answer[]) =>
      fc.constantFrom(...all).map((answer): Vote => ({ kind: 'answer', answer }))
    if (method.kind === 'question') return answered('favour', 'against', 'abstain')
    if (method.kind === 'consent') return answered('consent', 'aside', 'object')
    if (method.kind === 'consensus')
      return answered('agree', 'reservations', 'aside', 'disagree', 'block')
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 2 })
    if (method.kind === 'ranked') return some.map((order) => ({ kind: 'order', order }))
    return some.map((those) => ({
      kind: 'marks',
      marks: those.map((option) => ({ option, mark: 1 })),
    }))
  }
  const drawn = fc.constantFrom(...METHODS).chain((method) =>
    fc.record({
      method: fc.constant(method),
      quorum: fc.constantFrom(null, { of: 'each-class' as const, reach: { of: 1, in: 3 } }),
      withdrawn: fc.subarray([1, 2, 3], { maxLength: 2 }),
      secret: fc.boolean(),
      papers: fc.array(
        fc.record({ class: fc.constantFrom('custodian', 'producer'), vote: voteFor(method) }),
        { maxLength: 12 },
      ),
    }),
  )
  test('under the rules that it had, nothing flips, as a constitution and as a change of nothing', () => {
    fc.assert(
      fc.property(drawn, ({ method, quorum, withdrawn, secret, papers }) => {
        const secrecy = secret && method.kind !== 'consent' ? 'secret' : 'open'
        const kind: Kind = { ...kindOf('extraordinary'), method, quorum, secrecy }
        const classes = classed('custodian', 'producer')
        const lot = 'ties' in method && method.ties === 'lot' ? [2, 3, 1] : null
        // Secret papers say their group, which is everybody where no class is looked at.
        const apart = quorum !== null || (method.kind === 'question' && method.inEach !== null)
        const said = papers.map((paper) =>
          secrecy === 'secret' && !apart ? { ...paper, class: 'all' } : paper,
        )
        const past = published(
          { ruling: { kind, classes }, roll: { custodian: 12, producer: 12 }, papers: said },
          'ties' in method ? { options: ['a', 'b', 'c'], withdrawn, lot } : {},
        )
        const own: Instead = {
          by: 'constitution',
          kinds: [kind],
          classes: voting('custodian', 'producer'),
        }
        for (const instead of [
          own,
          { by: 'change' as const, change: { questions: { '*': {} } } },
        ]) {
          const told = replay(past, instead)
          assert.ok('flips' in told, JSON.stringify(told))
          assert.deepEqual([told.flips, told.after], [false, told.before])
        }
      }),
      { numRuns: 120 },
    )
  })
})
