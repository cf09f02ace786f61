/** Tasks for the story of workers: a sum that takes its time, a refusal, a failure. */
import { Refused } from '#kernel/problem.ts'
import { threadId } from 'node:worker_threads'
import { offer } from '#kernel/work.ts'

offer({
  add: (given) => {
    const upTo = Number(given)
    let sum = 0
    for (let i = 0; i <= upTo; i++) sum += i
    return sum
  },
  thread: () => threadId,
  refuse: () => {
    throw new Refused('too-large', { max: 3 })
  },
  fail: () => {
    throw new Error('the ink is dry')
  },
})
