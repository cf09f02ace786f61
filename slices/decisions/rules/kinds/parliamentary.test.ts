/** Robert’s Rules of Order, as a table: who is there, who votes what, what is decided. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import { countDecision, type Paper } from '../count/count.ts'
import { tellQuorum } from '../count/telling.ts'
import type { Answer } from '../count/votes.ts'
import { kindsPresets } from './presets.ts'

const { say } = wordsIn('en')
const { kinds } = kindsPresets(say).parliamentary

function counted(key: string, eligible: number, papers: Paper[], options: string[] = []) {
  const kind = kinds.find((one) => one.key === key)
  assert.ok(kind)
  const classes = [{ key: 'member', name: 'Members', weight: 1 }]
  const roll = { eligible: { member: eligible }, papers, options, seats: 1, lot: null }
  return countDecision({ ruling: { kind, classes }, ...roll })
}
const answered = (given: Partial<Record<Answer, number>>): Paper[] =>
  Object.entries(given).flatMap(([answer, count]) =>
    Array.from({ length: count }, (): Paper => ({
      class: 'member',
      // oxlint-disable-next-line no-unsafe-type-assertion -- keys of the record above
      vote: { kind: 'answer', answer: answer as Answer },
    })),
  )

suite('a motion of twenty members', () => {
  const cases: [string, string, Partial<Record<Answer, number>>, string][] = [
    ['ten of twenty are half, and half is no quorum', 'ordinary', { favour: 10 }, 'no-quorum'],
    ['eleven are one', 'ordinary', { favour: 6, against: 5 }, 'passed'],
    ['who abstains is there, and not counted', 'ordinary', { favour: 1, abstain: 10 }, 'passed'],
    ['level votes: the motion fails', 'ordinary', { favour: 6, against: 6 }, 'failed'],
    ['more than half is no two thirds', 'extraordinary', { favour: 7, against: 4 }, 'failed'],
    ['exactly two thirds is', 'extraordinary', { favour: 8, against: 4 }, 'passed'],
    ['two thirds of those who vote', 'membership', { favour: 4, against: 2, abstain: 5 }, 'passed'],
    ['beyond the budget: two thirds', 'spending', { favour: 7, against: 4 }, 'failed'],
  ]
  for (const [what, key, given, outcome] of cases)
    test(what, () => assert.equal(counted(key, 20, answered(given)).outcome, outcome))

  test('a quorum that is missed by one says that more than half was needed', () => {
    const [check] = counted('ordinary', 20, answered({ favour: 10 })).quorum
    assert.ok(check)
    const { message, values } = tellQuorum(check, { options: [], classNamed: String })
    assert.match(say(message, values), /50 % took part; more than 50 % was needed/)
  })
})

suite('an election', () => {
  const ranked = (...votes: [number, number[]][]) =>
    votes.flatMap(([count, order]) =>
      Array.from({ length: count }, (): Paper => ({
        class: 'member',
        vote: { kind: 'order', order },
      })),
    )
  const names = ['Ada Moreau', 'Bram Visser', 'Chi Wong']
  test('takes more than half, by ranking', () => {
    const { outcome, elected } = counted(
      'election',
      20,
      ranked([5, [1]], [4, [2]], [3, [3, 2]]),
      names,
    )
    assert.deepEqual([outcome, elected], ['elected', [2]])
  })
  test('is held again where two are level; no lot decides', () => {
    const level = counted('election', 20, ranked([6, [1]], [6, [2]]), names)
    assert.deepEqual([level.outcome, level.elected], ['level', []])
  })
})

test('what is settled needs previous notice, nobody votes for another, and motions are seconded', () => {
  assert.equal(kinds.find(({ key }) => key === 'extraordinary')?.talkDays, 14)
  assert.ok(kinds.every(({ noProxies }) => noProxies === true))
  const ordinary = kinds.find(({ key }) => key === 'ordinary')
  assert.deepEqual(ordinary?.gathering, { seconds: 1, quorum: 'present' })
})
