/** Decisions counted by the rules of real bodies, and what always holds of a count. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { wordsIn } from '#kernel/words.ts'
import { KindsPart } from '../kinds/kind.ts'
import { kindsPresets } from '../kinds/presets.ts'
import { type Counted, countDecision, type Paper } from './count.ts'
import { publishDecision, recountDecision } from './publication.ts'
import type { Ruling } from './ruling.ts'
import { tellCount } from './telling.ts'
import { type Answer, checkVote, readVote, type Vote, writeVote } from './votes.ts'

type Classes = Record<
  string,
  { eligible: number; weight?: number; votes?: Partial<Record<Answer, number>> }
>

/** The kind of a real body, from its file. */
function ruled(name: string, key: string, classes: Classes): Ruling {
  const file = new URL(`../../../constitutions/rules/vectors/${name}.yaml`, import.meta.url)
  const { kinds } = KindsPart.parse(parse(readFileSync(file, 'utf8')).decisions)
  const kind = kinds.find((one) => one.key === key)
  assert.ok(kind)
  const list = Object.entries(classes)
  return { kind, classes: list.map(([one, { weight = 1 }]) => ({ key: one, name: one, weight })) }
}

const answered = (inClass: string, answer: Answer): Paper => ({
  class: inClass,
  vote: { kind: 'answer', answer },
})

function counted(ruling: Ruling, classes: Classes): Counted {
  const papers = Object.entries(classes).flatMap(([inClass, { votes = {} }]) =>
    (Object.keys(votes) as Answer[]).flatMap((answer) =>
      Array.from({ length: votes[answer] ?? 0 }, () => answered(inClass, answer)),
    ),
  )
  const eligible = Object.fromEntries(
    Object.entries(classes).map(([key, one]) => [key, one.eligible]),
  )
  return countDecision({ ruling, eligible, papers, options: [], seats: 1, lot: null })
}

suite('as it went in real bodies', () => {
  const cases: [what: string, file: string, kind: string, classes: Classes, outcome: string][] = [
    [
      'Social.coop 2017: 6 of 21 agree, nobody against',
      'social-coop',
      'ordinary',
      { member: { eligible: 21, votes: { favour: 6 } } },
      'passed',
    ],
    [
      'Social.coop: a block, and 9 of 10 overcome it',
      'social-coop',
      'ordinary',
      { member: { eligible: 21, votes: { favour: 9, block: 1 } } },
      'passed',
    ],
    [
      'Social.coop: a block, and 8 of 9 do not',
      'social-coop',
      'ordinary',
      { member: { eligible: 21, votes: { favour: 8, block: 1 } } },
      'failed',
    ],
    [
      'Co-op Cloud, large: 6 of 12 is not more than half of all',
      'coop-cloud',
      'large',
      { federated: { eligible: 12, votes: { favour: 6 } } },
      'failed',
    ],
    [
      'Co-op Cloud, large: 7 of 12 is',
      'coop-cloud',
      'large',
      { federated: { eligible: 12, votes: { favour: 7 } } },
      'passed',
    ],
    [
      'Co-op Cloud, large: one against stops seven',
      'coop-cloud',
      'large',
      { federated: { eligible: 12, votes: { favour: 7, against: 1 } } },
      'failed',
    ],
    [
      'Co-op Cloud, medium: one yes, no no',
      'coop-cloud',
      'medium',
      { federated: { eligible: 12, votes: { favour: 1 } } },
      'passed',
    ],
    [
      'CoTech: 2 agree, 2 disagree, nobody blocks',
      'cotech',
      'ordinary',
      { coop: { eligible: 96, votes: { favour: 2, against: 2 } } },
      'passed',
    ],
    [
      'Signalise: investors hold a tenth, so 18 of 30 users carry it',
      'signalise',
      'ordinary',
      {
        user: { eligible: 40, votes: { favour: 18, against: 12 } },
        investor: { eligible: 20, votes: { against: 20 } },
      },
      'passed',
    ],
    [
      'May First: organisations weigh two',
      'may-first',
      'ordinary',
      {
        person: { eligible: 100, votes: { favour: 55, against: 15 } },
        organisation: { eligible: 90, weight: 2, votes: { favour: 62 } },
      },
      'passed',
    ],
    [
      'Sunbeam City: as many for as against is not more',
      'sunbeam-city',
      'ordinary',
      { member: { eligible: 30, votes: { favour: 5, against: 5, abstain: 3 } } },
      'failed',
    ],
    [
      'Robert’s Rules: 7 to 2, but 9 of 20 is no quorum',
      'ronr',
      'ordinary',
      { member: { eligible: 20, votes: { favour: 7, against: 2 } } },
      'no-quorum',
    ],
    [
      'Robert’s Rules: 6 to 3 with 11 there is two thirds',
      'ronr',
      'extraordinary',
      { member: { eligible: 20, votes: { favour: 6, against: 3, abstain: 2 } } },
      'passed',
    ],
  ]
  for (const [what, file, kind, classes, outcome] of cases)
    test(what, () => assert.equal(counted(ruled(file, kind, classes), classes).outcome, outcome))

  test('May First 2024: six seats, and the sixth is a tie that no rule broke', () => {
    const votes = [94, 88, 70, 69, 67, 63, 63]
    const ruling = ruled('may-first', 'board', { person: { eligible: 600 } })
    const papers = votes.flatMap((count, at) =>
      Array.from({ length: count }, (): Paper => ({
        class: 'person',
        vote: { kind: 'marks', marks: [{ option: at + 1, mark: 1 }] },
      })),
    )
    const options = votes.map((_, at) => `Candidate ${at + 1}`)
    const given = { ruling, papers, eligible: { person: 600 }, options, seats: 6, lot: null }
    const level = countDecision(given)
    assert.deepEqual([level.outcome, level.elected], ['level', []])
    assert.deepEqual(level.detail, { method: 'level', among: [6, 7] })
    const drawn = countDecision({ ...given, lot: [6, 0, 1, 2, 3, 4, 5] })
    assert.deepEqual(drawn.elected, [1, 2, 3, 4, 5, 7])
  })
})

const { say } = wordsIn('en')
const commons = (key: string): Ruling => {
  const kind = kindsPresets(say)['full-commons'].kinds.find((one) => one.key === key)
  assert.ok(kind)
  const classes = ['custodian', 'producer', 'consumer']
  return { kind, classes: classes.map((one) => ({ key: one, name: `${one}s`, weight: 1 })) }
}
const told = (ruling: Ruling, count: Counted, options: string[] = []) =>
  tellCount(count, {
    options,
    classNamed: (key) => ruling.classes.find((one) => one.key === key)?.name ?? key,
  }).map(({ message, values }) => say(message, values))

test('classes as colleges: every step is told by the names of the classes', () => {
  const ruling = commons('extraordinary')
  const classes: Classes = {
    custodian: { eligible: 10, votes: { favour: 4, against: 5 } },
    producer: { eligible: 22, votes: { favour: 18, against: 2 } },
    consumer: { eligible: 26, votes: { favour: 20, against: 2, abstain: 1 } },
  }
  const count = counted(ruling, classes)
  assert.equal(count.outcome, 'failed')
  assert.deepEqual(told(ruling, count), [
    'custodians: 9 of 10 on the roll voted.',
    'producers: 20 of 22 on the roll voted.',
    'consumers: 23 of 26 on the roll voted.',
    'Quorum of custodians: 90 % took part; at least 33.33 % was needed.',
    'Quorum of producers: 90.9 % took part; at least 33.33 % was needed.',
    'Quorum of consumers: 88.46 % took part; at least 33.33 % was needed.',
    'custodians: 4 of 9 in favour; they hold 17.64 % of the whole.',
    'producers: 18 of 20 in favour; they hold 39.21 % of the whole.',
    'consumers: 20 of 22 in favour; they hold 43.13 % of the whole.',
    'In favour: 82.35 %; at least 66.66 % was needed.',
    'Of custodians, 44.44 % are in favour; more than 50 % was needed.',
    'Of producers, 90 % are in favour; more than 50 % was needed.',
    'Of consumers, 90.9 % are in favour; more than 50 % was needed.',
    'It does not pass.',
  ])
})

test('consent: an objection stands until its voter takes it back', () => {
  const ruling = commons('ordinary')
  const papers = [answered('producer', 'consent'), answered('consumer', 'object')]
  const given = {
    ruling,
    papers,
    eligible: { producer: 3, consumer: 3 },
    options: [],
    seats: 1,
    lot: null,
  }
  assert.equal(countDecision(given).outcome, 'failed')
  const back = {
    ...given,
    papers: [papers[0] ?? answered('producer', 'consent'), answered('consumer', 'aside')],
  }
  assert.equal(countDecision(back).outcome, 'passed')
  assert.match(told(ruling, countDecision(back)).at(-1) ?? '', /No objection stands/)
})

const OF_ONE = {
  decision: 'dcn_1',
  circle: 'cir_1',
  title: '',
  question: '',
  constitution: { circle: 'cir_1', version: 1 },
  options: [],
  seats: 1,
  lot: null,
  opened: '2027-01-01T00:00:00.000Z',
  closed: '2027-01-08T00:00:00.000Z',
}

test('an objection judged not valid by the rule is not in the way, and the telling says so', () => {
  const { kind, classes } = commons('ordinary')
  const ruling = {
    classes,
    kind: { ...kind, method: { kind: 'consent', judges: 'stewards' } as const },
  }
  const roll = ['producer', 'consumer'].map((inClass) => ({
    member: inClass,
    kind: 'person' as const,
    class: inClass,
    voted: true,
  }))
  const judged = (...notValid: string[]) =>
    publishDecision({
      ...OF_ONE,
      ruling,
      roll,
      papers: [answered('producer', 'object'), answered('consumer', 'object')],
      ...(notValid.length > 0
        ? { notValid: notValid.map((inClass) => ({ class: inClass, by: 'Joost', at: '2027' })) }
        : {}),
    })
  const table: [string[], string][] = [
    [[], 'failed'],
    [['producer'], 'failed'],
    [['producer', 'consumer'], 'passed'],
  ]
  for (const [notValid, outcome] of table) {
    const { published, counted: count } = judged(...notValid)
    assert.equal(published.outcome, outcome)
    assert.deepEqual(recountDecision(published), { fits: true, outcome, elected: [], differs: [] })
    assert.equal(/judged not valid/.test(told(ruling, count).join(' ')), notValid.length > 0)
  }
  // Old publications say nothing of it, and nothing new stands in their count.
  assert.ok(!JSON.stringify(judged().published.counted).includes('notValid'))
  const twice = recountDecision(judged('producer', 'producer').published)
  assert.deepEqual('differs' in twice && twice.differs, ['notValid'])
  const unruled = { ...judged('producer').published, ruling: commons('ordinary') }
  const again = recountDecision(unruled)
  assert.deepEqual('differs' in again && again.differs, ['notValid', 'fingerprint'])
})

suite('a ballot that its method does not know is not taken', () => {
  const { method } = commons('election').kind
  const question = commons('spending').kind.method
  const order = (...given: number[]): Vote => ({ kind: 'order', order: given })
  const wrong: [what: string, vote: Vote, of: typeof method, refused: string | undefined][] = [
    ['one option twice', order(1, 2, 1), method, 'option-twice'],
    ['an option that is not there', order(7), method, 'option-unknown'],
    ['an empty ranking is taken', order(), method, undefined],
    ['a ranking where a question is asked', order(1), question, 'ballot-of-another-kind'],
    [
      'a block where there is none',
      { kind: 'answer', answer: 'block' },
      question,
      'answer-not-offered',
    ],
    [
      'an objection without a reason',
      { kind: 'answer', answer: 'object' },
      { kind: 'consent' },
      'ballot-reason-missing',
    ],
    [
      'eleven of ten dots',
      {
        kind: 'marks',
        marks: [
          { option: 1, mark: 5 },
          { option: 2, mark: 6 },
        ],
      },
      { kind: 'dots', dots: 10, mostOnOne: 6, ties: 'lot' },
      'too-many-marks',
    ],
    [
      'a score above the highest',
      { kind: 'marks', marks: [{ option: 1, mark: 6 }] },
      { kind: 'score', count: 'score', least: 0, most: 5, ties: 'lot' },
      'mark-out-of-bounds',
    ],
  ]
  for (const [what, vote, of, refused] of wrong)
    test(what, () => assert.equal(checkVote(vote, of, { options: 6, said: '' })?.refused, refused))
})

const rankings = fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5]), { minLength: 1, maxLength: 40 })
const classesOf = ['custodian', 'producer', 'consumer']

function publishing(orders: number[][]) {
  const papers = orders.map((order, at): Paper => ({
    class: classesOf[at % 3] ?? '',
    vote: { kind: 'order', order },
  }))
  const roll = papers.map((paper, at) => ({
    member: `per_${String(at).padStart(4, '0')}`,
    kind: 'person' as const,
    class: paper.class,
    voted: true,
  }))
  const rest = { member: 'per_silent', kind: 'person' as const, class: 'custodian', voted: false }
  return {
    decision: 'dcn_x',
    circle: 'cir_x',
    title: 'Keepers',
    question: 'Who?',
    constitution: { circle: 'cir_x', version: 1 },
    ruling: commons('election'),
    options: ['Ada', 'Bea', 'Cy', 'Dov', 'Eva'],
    seats: 2,
    lot: [3, 1, 2, 5, 4],
    opened: '2026-12-07T10:00:00.000Z',
    closed: '2026-12-17T18:00:00.000Z',
    roll: [...roll, rest],
    papers,
  }
}

suite('what is published', () => {
  test('is counted again with the same end, whatever the order of the ballots', () => {
    fc.assert(
      fc.property(rankings, (orders) => {
        const { published } = publishDecision(publishing(orders))
        const again = recountDecision(published)
        assert.deepEqual(again, {
          fits: true,
          outcome: published.outcome,
          elected: published.elected,
          differs: [],
        })
        const given = publishing(orders)
        const turned = publishDecision({
          ...given,
          papers: given.papers.toReversed(),
          roll: given.roll.toReversed(),
        })
        assert.deepEqual(turned.published, published)
      }),
      { numRuns: 50 },
    )
  })

  test('does not fit when a ballot, a class, a rule, the roll or the outcome was changed', () => {
    const orders = [[1, 2], [1, 3], [2], [3, 1], [2, 1], [4, 5], [5], [1], [2, 3]]
    const { published } = publishDecision(publishing(orders))
    const differs = (change: object) => {
      const again = recountDecision({ ...published, ...change })
      return 'differs' in again ? again.differs : again.refused
    }
    const [first = '', ...rest] = published.ballots
    const { entries } = published.roll
    assert.deepEqual(differs({ ballots: rest }), ['ballots', 'counted', 'fingerprint'])
    assert.deepEqual(differs({ ballots: [first.replace(/ .*/, ' 5>4'), ...rest] }).slice(-1), [
      'fingerprint',
    ])
    assert.equal(differs({ ballots: ['custodian nonsense', ...rest] }), 'publication-broken')
    assert.ok(differs({ roll: { ...published.roll, entries: entries.slice(1) } }).includes('roll'))
    assert.ok(
      differs({
        roll: { ...published.roll, entries: entries.map((one) => ({ ...one, voted: true })) },
      }).includes('ballots'),
    )
    assert.ok(differs({ seats: 3 }).includes('elected'))
    assert.deepEqual(differs({ title: 'Others' }), ['fingerprint'])
  })

  test('a vote that is written is read as it was', () => {
    const { method } = commons('election').kind
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5]), (order) => {
        const vote: Vote = { kind: 'order', order }
        assert.deepEqual(readVote(writeVote(vote), method), vote)
      }),
    )
    const marks: Vote = {
      kind: 'marks',
      marks: [
        { option: 1, mark: 3 },
        { option: 4, mark: -2 },
      ],
    }
    assert.deepEqual(
      readVote(writeVote(marks), { kind: 'score', count: 'score', least: -5, most: 5, ties: null }),
      marks,
    )
  })
})
