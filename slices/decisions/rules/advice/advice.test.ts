/** When what is decided by advice may be decided, and what a publication must say of it. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import { publishDecision, recountDecision } from '../count/publication.ts'
import { Published } from '../count/published.ts'
import { kindsPresets } from '../kinds/presets.ts'
import { unmovable } from '../life/at-gathering.ts'
import { unopenable } from '../life/life.ts'
import { type AdviceMethod, type Heard, refuseUnheard, refuseUnsaid } from './advice.ts'

const ZONE = 'Europe/Dublin'
const day = (count: number, hour = 10) =>
  `2027-04-${String(count).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`
const answers: AdviceMethod = { kind: 'advice', least: 2, waits: { kind: 'answers' } }
const days: AdviceMethod = { kind: 'advice', least: 2, waits: { kind: 'days', days: 7 } }
const asked = (...given: [string, number, gone?: boolean][]) =>
  given.map(([person, at, gone = false]) => ({ person, at: day(at), gone }))
const given = (...persons: string[]) => persons.map((person) => ({ person, at: day(2) }))

suite('it may be decided', () => {
  const both = asked(['Oisín', 1], ['Yuki', 3])
  type Row = [string, AdviceMethod, Pick<Heard, 'asked' | 'given'>, now: string, says: string]
  const table: Row[] = [
    [
      'one asked, two needed',
      days,
      { asked: asked(['Oisín', 1]), given: given('Oisín') },
      day(20),
      'too-few-asked',
    ],
    [
      'unasked advice is not asked',
      days,
      { asked: asked(['Oisín', 1]), given: given('Oisín', 'Maren') },
      day(20),
      'too-few-asked',
    ],
    ['both answered', answers, { asked: both, given: given('Oisín', 'Yuki') }, day(3), 'fine'],
    [
      'both answered, in the days of talk',
      answers,
      { asked: both, given: given('Oisín', 'Yuki') },
      day(2, 9),
      'advice-too-early',
    ],
    [
      'one silent, for ever',
      answers,
      { asked: both, given: given('Oisín') },
      day(28),
      'advice-outstanding',
    ],
    [
      'one silent, and outside',
      answers,
      { asked: asked(['Oisín', 1], ['Yuki', 3, true]), given: given('Oisín') },
      day(4),
      'fine',
    ],
    [
      'one silent, a second before their days end',
      days,
      { asked: both, given: given('Oisín') },
      '2027-04-10T09:59:59.000Z',
      'advice-outstanding',
    ],
    ['one silent, their days ended', days, { asked: both, given: given('Oisín') }, day(10), 'fine'],
    [
      'days run from the last who was asked',
      days,
      { asked: both, given: [] },
      day(8),
      'advice-outstanding',
    ],
  ]
  for (const [what, method, heard, now, says] of table)
    test(what, () => {
      const refused = refuseUnheard(method, { ...heard, zone: ZONE }, { opensAt: day(2), now })
      assert.equal(refused?.refused ?? 'fine', says)
    })
})

test('of each advice it is said how it was taken, and of nothing else', () => {
  const said = [{ person: 'Oisín' }]
  assert.equal(refuseUnsaid(['Oisín'], said), null)
  assert.equal(refuseUnsaid(['Oisín', 'Yuki'], said)?.refused, 'advice-untaken')
  assert.equal(refuseUnsaid([], said)?.refused, 'advice-changed')
})

const kind = kindsPresets(wordsIn('en').say)['full-commons'].kinds.find(
  ({ key }) => key === 'advice',
)

/** What is published of one, with something otherwise. */
function published(more: object = {}, closed = day(20)): Published {
  assert.ok(kind)
  const heard = {
    asked: [
      { person: 'a', at: day(1) },
      { person: 'b', at: day(1) },
    ],
  }
  const said = {
    given: [{ person: 'a', at: day(2), taken: 'partly' as const }],
    does: true,
    by: 'c',
  }
  return publishDecision({
    decision: 'dcn_1',
    circle: 'cir_1',
    title: 'A press',
    question: 'Buy it?',
    constitution: { circle: 'cir_1', version: 1 },
    ruling: { kind, classes: [] },
    options: [],
    seats: 1,
    lot: null,
    opened: day(1),
    closed,
    roll: [],
    papers: [],
    advice: { zone: ZONE, ...heard, ...said, ...more },
  }).published
}

test('a publication counts again, and one that did not keep the rule is found', () => {
  const differs = (one: Published) => {
    const again = recountDecision(Published.parse(JSON.parse(JSON.stringify(one))))
    assert.ok(!isRefusal(again))
    return again.differs
  }
  assert.deepEqual(differs(published()), [])
  assert.equal(published().outcome, 'passed')
  assert.equal(published({ does: false }).outcome, 'failed')
  assert.deepEqual(differs(published({}, day(7))), ['advice'])
  assert.deepEqual(differs(published({ asked: [{ person: 'a', at: day(1) }] })), ['advice'])
  const twice = { person: 'a', at: day(1) }
  assert.deepEqual(differs(published({ asked: [twice, twice] })), ['advice'])
  assert.deepEqual(differs(published({ given: [{ person: 'a', at: day(2), taken: null }] })), [
    'advice',
  ])
  const changed = { ...published(), outcome: 'failed' as const }
  assert.deepEqual(differs(changed), ['outcome', 'fingerprint'])
})

test('it is proposed over days, never secret, and never moved at a gathering', () => {
  assert.ok(kind)
  assert.equal(unopenable(kind), null)
  assert.equal(unopenable({ ...kind, secrecy: 'secret' })?.refused, 'advice-not-secret')
  assert.equal(unmovable(kind)?.refused, 'advice-not-moved')
})
