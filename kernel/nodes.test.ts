/** Two nodes of one hall, with Redis between them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { openTestHall } from '#testing/hall.ts'
import { redisUrl, withoutRedis } from '#testing/redis.ts'
import { testDatabase } from '#testing/database.ts'
import { parlour, sayIt } from '#testing/parlour.ts'

suite('two nodes', { skip: withoutRedis }, () => {
  test('hear each other, in order and once', async () => {
    await using database = await testDatabase()
    const options = { slices: [parlour], databaseUrl: database.url, config: { redisUrl } }
    await using east = await openTestHall(options)
    await using west = await openTestHall(options)
    const listener = await west.browser().listen({ 'parlour:both': 0 })
    await heard(east, west)
    const before = listener.entries('parlour:both').length
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        (n % 2 ? east : west)
          .browser()
          .call(sayIt, { params: { name: 'both' }, body: { text: `n${n}` } }),
      ),
    )
    await listener.until(() => listener.entries('parlour:both').length >= before + 60)
    const seqs = listener.entries('parlour:both').map(({ seq }) => seq)
    assert.deepEqual(
      seqs,
      Array.from({ length: before + 60 }, (_, n) => n + 1),
    )
    assert.deepEqual([...east.errors, ...west.errors], [])
  })
})

type Nodes = Awaited<ReturnType<typeof openTestHall>>

/** Waits until news of one node reaches the other: their subscriptions to Redis are up. */
async function heard(from: Nodes, to: Nodes): Promise<void> {
  const listener = await to.browser().listen({ 'parlour:hello': 0 })
  let told = 0
  const tell = setInterval(() => {
    told += 1
    from.hall.live.pass('parlour:hello', { told })
  }, 50)
  await listener.until(() => listener.frames.some(({ pass }) => pass !== undefined))
  clearInterval(tell)
  listener.close()
}
