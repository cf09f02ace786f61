import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plus } from '#kernel/clock.ts'
import { testDatabase } from '#testing/database.ts'
import { openTestHall } from '#testing/hall.ts'
import * as api from '../api.ts'
import { isHere } from '../rules/glance.ts'
import { nodeOf } from '../store/sockets.ts'
import { reading } from '../store/tables.ts'
import { keepPresence, loseLines } from '../timers/presence.ts'
import { lineSeen, openScene, type Scene } from './scene.test.ts'

async function timePasses({ test: { hall, clock } }: Pick<Scene, 'test'>, ms: number) {
  clock.pass(ms)
  await keepPresence(hall, clock.now())
  await loseLines(hall, clock.now())
}

async function socketsCounted({ test: { hall }, gathering }: Scene, who: string, count: number) {
  while ((nodeOf(hall).sockets.get(`${gathering} ${who}`) ?? 0) !== count) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('who loses the line for less than half a minute was never away', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const before = await scene.listens(aroha)
  await lineSeen(scene, aroha.who, 'here')
  before.close()
  await lineSeen(scene, aroha.who, 'gone')
  await timePasses(scene, 20_000)
  const after = await scene.listens(aroha)
  await lineSeen(scene, aroha.who, 'here')
  await timePasses(scene, 60_000)
  const room = await scene.seenBy(aroha)
  assert.equal(room.people[aroha.who]?.stays.length, 1)
  assert.ok(isHere(room, aroha.who))
  after.close()
})

test('who loses the line for longer left at the moment it went, keeps the place, and is back by coming back', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  const line = await scene.listens(aroha)
  await lineSeen(scene, aroha.who, 'here')
  await aroha.browser.call(api.askForTheFloor, { params: scene.params })
  scene.test.clock.pass(10_000)
  const gone = scene.test.clock.now()
  line.close()
  await lineSeen(scene, aroha.who, 'gone')
  await timePasses(scene, 31_000)
  const away = await scene.seenBy(aroha)
  assert.equal(away.people[aroha.who]?.stays[0]?.till, gone)
  assert.equal(away.stack.requests.length, 1)
  const back = await scene.listens(aroha)
  await back.until(
    () => back.entries(scene.topic).filter(({ kind }) => kind === 'room.entered').length === 2,
  )
  const room = await scene.seenBy(aroha)
  assert.ok(isHere(room, aroha.who))
  assert.equal(room.people[aroha.who]?.stays.length, 2)
  back.close()
})

test('two tabs are one presence: closing one changes nothing', async () => {
  await using scene = await openScene()
  const devika = await scene.comesIn(await scene.person('Devika Rao'))
  const one = await scene.listens(devika)
  await lineSeen(scene, devika.who, 'here')
  const other = await scene.listens(devika)
  await socketsCounted(scene, devika.who, 2)
  one.close()
  await socketsCounted(scene, devika.who, 1)
  await timePasses(scene, 60_000)
  await timePasses(scene, 60_000)
  assert.ok(isHere(await scene.seenBy(devika), devika.who))
  other.close()
})

test('who comes in again on another tab stays in the room', async () => {
  await using scene = await openScene()
  const aroha = await scene.guest('Aroha Ngata')
  await scene.listens(aroha)
  await lineSeen(scene, aroha.who, 'here')
  await scene.comesIn(aroha)
  await scene.listens(aroha)
  await timePasses(scene, 31_000)
  assert.ok(isHere(await scene.seenBy(aroha), aroha.who))
})

test('who came in and never opened a line is gone after half a minute', async () => {
  await using scene = await openScene()
  const yuki = await scene.guest('Yuki Tanabe')
  await timePasses(scene, 31_000)
  assert.equal(isHere(await scene.seenBy(yuki), yuki.who), false)
})

test('after a kill, the stays of those who do not return end when the hall was last seen', async () => {
  await using database = await testDatabase()
  const scene = await openScene({ databaseUrl: database.url })
  const devika = await scene.comesIn(await scene.person('Devika Rao'))
  const line = await scene.listens(devika)
  await lineSeen(scene, devika.who, 'here')
  await timePasses(scene, 1000)
  const seen = scene.test.clock.now()
  await reading(scene.test.hall.db).updateTable('presence').set({ gone_at: null }).execute()
  line.socket.terminate()
  await scene.test.close()
  await reopened(database.url, plus(seen, 25_000), async (hall, clock) => {
    await reading(hall.db).updateTable('presence').set({ gone_at: null }).execute()
    await keepPresence(hall, clock.now())
    clock.pass(10_000)
    await keepPresence(hall, clock.now())
    await loseLines(hall, clock.now())
    const { rows } = {
      rows: await hall.db
        .selectFrom('record')
        .select(['data'])
        .where('kind', '=', 'room.left')
        .execute(),
    }
    assert.deepEqual(rows[0]?.data, { who: devika.who, how: 'lost', at: seen })
  })
})

type Reopened = Awaited<ReturnType<typeof openTestHall>>

async function reopened(
  url: string,
  now: string,
  look: (hall: Reopened['hall'], clock: Reopened['clock']) => Promise<void>,
) {
  await using hall = await openTestHall({ databaseUrl: url, now })
  await look(hall.hall, hall.clock)
}

test('after the database was away for a minute, nobody has left who is still there', async () => {
  await using scene = await openScene()
  const devika = await scene.comesIn(await scene.person('Devika Rao'))
  const line = await scene.listens(devika)
  await lineSeen(scene, devika.who, 'here')
  const { hall, clock } = scene.test
  await timePasses(scene, 1000)
  const strangers = { id: 'nod_other', seen_at: clock.now() }
  await reading(hall.db).insertInto('room_nodes').values(strangers).execute()
  const far = { gathering: scene.gathering, node: 'nod_other', browser: null, gone_at: null }
  await reading(hall.db)
    .insertInto('presence')
    .values({ ...far, who: 'gst_far' })
    .execute()
  await reading(hall.db)
    .updateTable('presence')
    .set({ gone_at: clock.now() })
    .where('who', '=', devika.who)
    .execute()
  await timePasses(scene, 60_000)
  assert.ok(isHere(await scene.seenBy(devika), devika.who))
  const rows = await reading(hall.db).selectFrom('presence').select(['who', 'gone_at']).execute()
  assert.deepEqual(
    rows.map(({ gone_at }) => gone_at),
    [null, null],
  )
  line.close()
})
