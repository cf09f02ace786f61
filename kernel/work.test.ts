import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { Refused } from './problem.ts'
import { workOn } from './work.ts'

const file = new URL('../testing/sums.ts', import.meta.url)

test('a long sum leaves the hall free to do other things', async () => {
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
  }, 1)
  const sum = await workOn({ file, task: 'add', given: 30_000_000, answer: z.number() })
  clearInterval(ticking)
  assert.equal(sum, 450_000_015_000_000)
  assert.ok(ticks > 0)
})

test('a refusal in a worker is a refusal here, with its details', async () => {
  await assert.rejects(
    workOn({ file, task: 'refuse', given: null, answer: z.unknown() }),
    (cause: unknown) => {
      assert.ok(cause instanceof Refused)
      assert.deepEqual(cause.refusal, { refused: 'too-large', details: { max: 3 } })
      return true
    },
  )
})

test('what breaks in a worker is said here, and so is a task that nobody offers', async () => {
  await assert.rejects(
    workOn({ file, task: 'fail', given: null, answer: z.unknown() }),
    /ink is dry/,
  )
  await assert.rejects(workOn({ file, task: 'dance', given: null, answer: z.unknown() }), /dance/)
})

test('a worker that stays does the next task without starting again, also after a refusal', async () => {
  const stays = { file: new URL('../testing/sums.ts?stays', import.meta.url), stays: true }
  const thread = () => workOn({ ...stays, task: 'thread', given: null, answer: z.int() })
  const first = await thread()
  await assert.rejects(workOn({ ...stays, task: 'refuse', given: null, answer: z.unknown() }))
  assert.equal(await thread(), first)
  // Two at once: the second has one of its own.
  const both = await Promise.all([thread(), thread()])
  assert.notEqual(both[0], both[1])
})
