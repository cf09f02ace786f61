/**
 * What an evening must survive: a hall killed again and again, a database that is away. Killed three
 * times in the suite; `KILLS=10` for as many as one likes.
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import { openCluster } from '#kernel/cluster.ts'
import { type Entry, entriesOf } from '#kernel/record.ts'
import { BROWSER_COOKIE, newToken } from '#kernel/session.ts'
import { beginTheGathering, readTheRoom, sayInChat } from '#slices/room/api.ts'
import { openScene } from '#slices/room/routes/scene.test.ts'
import { type Client, openClient } from '#testing/client.ts'
import { testDatabase } from '#testing/database.ts'
import { dataFolder, startHall, type Terminal } from '#testing/terminal.ts'
import { freePort } from '#kernel/free-port.ts'

const KILLS = Number(process.env['KILLS'] ?? 3)
const PAUSE_MS = 500
const LINES_A_LIFE = 4
const NAMES = [
  'Oisín Farrelly',
  'Chiara Bellandi',
  'Joost van Dalen',
  'Ngozi Adeyemi',
  'لينا الخطيب',
  'Tomasz Wrona',
  'Devika Rao',
  'Aroha Ngata',
  'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist',
  'Yuki Tanabe',
]
type Acknowledged = { line: number; text: string }
const Said = z.object({ line: z.int() })

/** A gathering that Maren has begun; the hall that she did it in is closed again. */
async function begun(databaseUrl: string) {
  await using scene = await openScene({ databaseUrl, now: new Date().toISOString() })
  await scene.comesIn(scene.maren)
  await scene.maren.browser.call(beginTheGathering, { params: scene.params })
  return { topic: scene.topic, room: `/api/gatherings/${scene.gathering}/room` }
}

async function comesIn(origin: string, name: string, at: { topic: string; room: string }) {
  const visitor = { name, cookie: `${BROWSER_COOKIE}=${newToken()}` }
  const client = openClient(origin, at.topic, visitor)
  const { status } = await client.write('POST', `${at.room}/enter`, { name })
  assert.equal(status, 200)
  return client
}

/** Comes back by itself whenever the line is lost, until the evening is over. */
async function hangOn(client: Client, evening: { over: boolean }): Promise<void> {
  while (!evening.over) {
    const live = await client.connect().then(
      () => true,
      () => false,
    )
    await (live ? client.gone() : rest(50))
  }
}

/** Says one line after the other, each again with its key until it is acknowledged. */
async function talk(client: Client, room: string, evening: { over: boolean; said: number }) {
  const said: Acknowledged[] = []
  for (let number = 1; !evening.over; number += 1) {
    const text = `${client.visitor.name} ${number}`
    const { status, body } = await client.write('POST', `${room}/chat`, { text })
    assert.equal(status, 200, JSON.stringify(body))
    said.push({ text, line: Said.parse(body).line })
    evening.said += 1
    await rest(PAUSE_MS)
  }
  return said
}

async function kill({ hall }: Terminal): Promise<void> {
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, 'SIGKILL')
  await gone
}

/** Every acknowledged line stands once, where it was said to, and each author's in their order. */
function checkRecord(entries: readonly Entry[], acknowledged: readonly Acknowledged[][]): void {
  const lines = entries.filter(({ kind }) => kind === 'chat.said')
  const texts = lines.map(({ data }) => data['text'])
  assert.equal(new Set(texts).size, texts.length, 'nothing stands twice')
  for (const own of acknowledged) {
    for (const { line, text } of own) assert.equal(entries[line - 1]?.data['text'], text)
    const places = own.map(({ line }) => line)
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
  }
  const said = acknowledged.flat()
  assert.ok(said.length >= LINES_A_LIFE * KILLS, `${said.length} lines were said`)
  assert.equal(lines.length, said.length, 'nothing stands that nobody said')
}

test(`a hall killed ${KILLS} times in one gathering keeps every acknowledged line, once and in order`, async () => {
  await using database = await testDatabase()
  await using data = await dataFolder()
  const at = await begun(database.url)
  const port = String(await freePort())
  const origin = `http://127.0.0.1:${port}`
  const env = {
    DATA: data.path,
    DATABASE_URL: database.url,
    PORT: port,
    HOST: '127.0.0.1',
  }
  let terminal = await startHall(env)
  try {
    const clients = await Promise.all(NAMES.map((name) => comesIn(origin, name, at)))
    const evening = { over: false, said: 0 }
    const lines = clients.map((client) => hangOn(client, evening))
    const talking = Promise.all(clients.map((client) => talk(client, at.room, evening)))
    for (let deaths = 0; deaths < KILLS; deaths += 1) {
      const enough = evening.said + LINES_A_LIFE
      while (evening.said < enough) await rest(5)
      await rest((deaths * 13) % 50)
      await kill(terminal)
      terminal = await startHall(env)
    }
    evening.over = true
    const acknowledged = await talking
    const entries = await entriesOf(database.db, at.topic, { limit: 100_000 })
    checkRecord(entries, acknowledged)
    const last = entries.length
    for (const client of clients) {
      await client.until(() => client.heard.at(-1)?.seq === last)
      assert.deepEqual(
        client.heard.map(({ seq }) => seq),
        entries.map(({ seq }) => seq),
      )
    }
    await Promise.all(clients.map((client) => client.end()))
    await Promise.all(lines)
  } finally {
    await kill(terminal)
  }
})

test('while the database is away writes are refused in a sentence, and the room comes back by itself', async () => {
  await using data = await dataFolder()
  const cluster = await openCluster({ data: data.path, as: 'a story', fast: true })
  await using scene = await openScene({ databaseUrl: cluster.url })
  const chiara = await scene.guest('Chiara Bellandi')
  const ear = await scene.listens(chiara)
  const said = (text: string, key: string) => ({
    params: scene.params,
    body: { text },
    headers: { 'idempotency-key': key },
  })
  await chiara.browser.call(sayInChat, said('before', 'a'))
  await cluster.close()
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => chiara.browser.refused(sayInChat, said('meanwhile', 'b'))),
  )
  for (const { name, status, title } of tries) {
    assert.deepEqual([name, status], ['database-away', 503])
    assert.match(title, /comes back by itself/)
  }
  assert.equal((await chiara.browser.refused(readTheRoom, { params: scene.params })).status, 503)
  const again = await openCluster({ data: data.path, as: 'a story', fast: true })
  try {
    await chiara.browser.call(sayInChat, said('meanwhile', 'b'))
    await chiara.browser.call(sayInChat, said('meanwhile', 'b'))
    await chiara.browser.call(sayInChat, said('after', 'c'))
    const heard = () =>
      ear
        .entries(scene.topic)
        .flatMap(({ kind, data: { text } }) => (kind === 'chat.said' ? [text] : []))
    await ear.until(() => heard().includes('after'))
    assert.deepEqual(heard(), ['before', 'meanwhile', 'after'])
    ear.close()
    await scene.test.close()
    for (const error of scene.test.errors.splice(0)) assert.match(error, /database|jobs|farewell/)
  } finally {
    await again.close()
  }
})
