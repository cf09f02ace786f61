import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns } from './turns.ts'

test('changes of one room go two at a time in the order of asking; another room does not wait', async () => {
  const inTurn = createTurns()
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<void>((end) => ends.push(end))
  }
  const all = ['one', 'two', 'three', 'four'].map((name) => inTurn('room', work(name)))
  all.push(inTurn('another', work('elsewhere')))
  await new Promise(setImmediate)
  assert.deepEqual(begun, ['one', 'two', 'elsewhere'])
  ends.shift()?.()
  await all[0]
  await new Promise(setImmediate)
  assert.deepEqual(begun, ['one', 'two', 'elsewhere', 'three'])
  while (begun.length < 5 || ends.length > 0) {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  await Promise.all(all)
})

test('one that fails lets the next one go', async () => {
  const inTurn = createTurns()
  const fails = () => Promise.reject(new Error('no'))
  const tries = [1, 2, 3].map(() => inTurn('room', fails))
  for (const one of await Promise.allSettled(tries)) assert.equal(one.status, 'rejected')
  assert.equal(await inTurn('room', async () => 'at last'), 'at last')
})
