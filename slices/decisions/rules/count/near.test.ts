/** What would have changed a decision: told, counted, and left out where nothing short is found. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import type { Kind } from '../kinds/kind.ts'
import { kindsPresets } from '../kinds/presets.ts'
import { nearDecision, tellNear } from './near.ts'
import { countPublished, publishDecision } from './publication.ts'
import type { Answer, Vote } from './votes.ts'

const { say } = wordsIn('en')
const kinds = kindsPresets(say)['full-commons'].kinds
const kindOf = (key: string, change: Partial<Kind> = {}): Kind => {
  const found = kinds.find((one) => one.key === key)
  assert.ok(found)
  return { ...found, ...change }
}

type Story = { kind: Kind; eligible: number; votes: Vote[]; options?: string[] }

function near({ kind, eligible, votes, options = [] }: Story): string | null {
  const { published } = publishDecision({
    decision: 'dcn_1',
    circle: 'cir_1',
    title: 'A roof',
    question: 'Shall we?',
    constitution: { circle: 'cir_1', version: 1 },
    ruling: { kind, classes: [{ key: 'producer', name: 'Producers', weight: 1 }] },
    options,
    seats: 1,
    lot: options.map((_, at) => at + 1),
    opened: '2026-01-01T00:00:00.000Z',
    closed: '2026-01-08T00:00:00.000Z',
    roll: Array.from({ length: eligible }, (_, at) => ({
      member: `per_${at}`,
      kind: 'person' as const,
      class: 'producer',
      voted: at < votes.length,
    })),
    papers: votes.map((vote) => ({ class: 'producer', vote })),
  })
  const counted = countPublished(published)
  assert.ok(!isRefusal(counted))
  const found = nearDecision(counted, published)
  if (!found) return null
  const { message, values } = tellNear(found, { options, classNamed: () => 'Producers' })
  return say(message, values)
}

const says = (answer: Answer, times: number): Vote[] =>
  Array.from({ length: times }, () => ({ kind: 'answer', answer }))
const ranks = (order: number[], times: number): Vote[] =>
  Array.from({ length: times }, () => ({ kind: 'order', order }))
const half = { of: 'voters' as const, reach: { of: 1, in: 2 } }

suite('a change that would have changed it', () => {
  const question = kindOf('extraordinary', { quorum: half, voters: ['producer'] })
  const voting = { ...question, weights: { kind: 'flat' as const } }
  test('is the votes that a quorum lacked, to the last one', () => {
    const told = (eligible: number, cast: number) =>
      near({ kind: voting, eligible, votes: says('favour', cast) })
    assert.equal(told(26, 11), '2 more votes would have met the quorum.')
    assert.equal(told(27, 13), 'One more vote would have met the quorum.')
  })
  test('is more than the part where a quorum must be passed', () => {
    const quorum = { ...half, strict: true }
    const told = (eligible: number, cast: number) =>
      near({ kind: { ...voting, quorum }, eligible, votes: says('favour', cast) })
    assert.equal(told(26, 12), '2 more votes would have met the quorum.')
    assert.equal(told(26, 13), 'One more vote would have met the quorum.')
    assert.equal(told(27, 13), 'One more vote would have met the quorum.')
  })
  test('is so many of a class who vote otherwise, and not said to be the smallest', () => {
    const votes = [...says('favour', 5), ...says('against', 5)]
    assert.match(
      near({ kind: voting, eligible: 20, votes }) ?? '',
      /^Had 2 of Producers voted in favour instead of against.* Another change may be smaller\.$/,
    )
  })
  test('is so many papers more for one alone', () => {
    const kind = kindOf('election', { quorum: null, voters: ['producer'] })
    const votes = [...ranks([1], 5), ...ranks([2], 3)]
    assert.equal(
      near({ kind, eligible: 10, votes, options: ['Chiara', 'Yuki'] }),
      'With 2 more papers naming only Yuki, Yuki would have been elected. Fewer or other papers may do as well.',
    )
  })
  test('is not looked for where it is decided by consent', () => {
    const kind = kindOf('ordinary', { quorum: null, voters: ['producer'] })
    assert.equal(near({ kind, eligible: 5, votes: says('object', 1) }), null)
  })
})
