import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { openTestHall } from '#testing/hall.ts'
import * as api from '../api.ts'
import { isHere } from '../rules/glance.ts'
import { reading } from '../store/tables.ts'
import { keepPresence, loseLines } from '../timers/presence.ts'
import { openScene } from './scene.test.ts'

test('two nodes have one room, and presence on one is presence', async () => {
  await using database = await testDatabase()
  await using scene = await openScene({ databaseUrl: database.url })
  await using other = await openTestHall({ databaseUrl: database.url })
  const maren = await scene.comesIn(scene.maren)
  const aroha = await scene.guest('Aroha Ngata')
  const elsewhere = new Browser(other.origin)
  for (const [name, value] of aroha.browser.cookies) elsewhere.cookies.set(name, value)

  const { params } = scene
  const lines = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      (place % 2 ? elsewhere : maren.browser).call(api.sayInChat, {
        params,
        body: { text: `line ${place}` },
      }),
    ),
  )
  assert.equal(new Set(lines.map(({ line }) => line)).size, 20)
  const [here, there] = [
    (await maren.browser.call(api.readTheRoom, { params })).room,
    (await elsewhere.call(api.readTheRoom, { params })).room,
  ]
  assert.deepEqual(here, there)

  const line = await elsewhere.listen({ [scene.topic]: 0 })
  const seen = () =>
    reading(other.hall.db)
      .selectFrom('presence')
      .select('node')
      .where('who', '=', aroha.who)
      .where('gone_at', 'is', null)
      .execute()
  while ((await seen()).length === 0);
  for (const { hall, clock } of [scene.test, other]) {
    clock.pass(60_000)
    await keepPresence(hall, clock.now())
  }
  await loseLines(scene.test.hall, scene.test.clock.now())
  const { room } = await elsewhere.call(api.readTheRoom, { params })
  assert.ok(isHere(room, aroha.who))
  assert.equal(isHere(room, maren.who), false)
  line.close()
})
