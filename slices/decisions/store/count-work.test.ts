/** A large roll is counted beside the hall, to the same end as in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import { wordsIn } from '#kernel/words.ts'
import { kindsPresets } from '../rules/kinds/presets.ts'
import { countPublished, publishDecision } from '../rules/count/publication.ts'
import { countBeside, nearBeside, publishBeside } from './count-work.ts'

const kind = kindsPresets(wordsIn('en').say)['full-commons'].kinds.find(
  ({ key }) => key === 'election',
)

test('10,000 on the roll are published, counted and searched elsewhere, and come out the same', async () => {
  assert.ok(kind)
  const size = 10_000
  const given = {
    decision: 'dcn_1',
    circle: 'cir_1',
    title: 'Keepers',
    question: 'Who?',
    constitution: { circle: 'cir_1', version: 1 },
    ruling: { kind, classes: [{ key: 'producer', name: 'Producers', weight: 1 }] },
    options: ['Aroha', 'Chiara', 'Devika', 'Ngozi', 'Yuki'],
    seats: 2,
    lot: [3, 1, 2, 5, 4],
    opened: '2026-01-01T00:00:00.000Z',
    closed: '2026-01-08T00:00:00.000Z',
    roll: Array.from({ length: size }, (_, at) => ({
      member: `per_${at}`,
      kind: 'person' as const,
      class: 'producer',
      voted: true,
    })),
    papers: Array.from({ length: size }, (_, at) => ({
      class: 'producer',
      vote: { kind: 'order' as const, order: [1 + (at % 5), 1 + ((at + 1 + (at % 3)) % 5)] },
    })),
  }
  const { published } = await publishBeside(given)
  assert.equal(published.fingerprint, publishDecision(given).published.fingerprint)
  const counted = await countBeside(published)
  assert.deepEqual(counted, countPublished(published))
  assert.ok(!isRefusal(counted))
  const near = await nearBeside(counted, published)
  assert.ok(near?.kind === 'count')
  assert.ok(!published.elected.includes(near.near.candidate + 1))
})
