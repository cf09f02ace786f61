/** A note that is open on two nodes of one hall, with Redis between them; one is killed. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { suite, test } from 'node:test'
import { redisUrl, withoutRedis } from '#testing/redis.ts'
import { testDatabase } from '#testing/database.ts'
import { freePort } from '#kernel/free-port.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree, takePen } from '#testing/pens.ts'
import { Browser } from '#testing/browser.ts'
import { dataFolder, startHall } from '#testing/terminal.ts'
import { NoteNews, readNoteText } from '../api/reading.ts'
import { noteShares, noteText } from '../index.ts'
import { applyNews } from '../rules/news.ts'
import { deskOf } from './door.ts'
import { createElsewhere } from './elsewhere.ts'

/** Another node of the same hall, a process of its own that can be killed like a machine that fails. */
async function nodeBeside(databaseUrl: string, data: string) {
  const port = String(await freePort())
  const env = { DATA: data, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PORT: port }
  const { hall } = await startHall({ ...env, HOST: '127.0.0.1' })
  const kill = async () => {
    if (hall.exitCode !== null || hall.signalCode !== null) return
    const gone = once(hall, 'exit')
    if (hall.pid) process.kill(-hall.pid, 'SIGKILL')
    await gone
  }
  return { origin: `http://127.0.0.1:${port}`, kill, [Symbol.asyncDispose]: kill }
}

suite('a note on two nodes', { skip: withoutRedis }, () => {
  test('converges, tells readers on both, and goes on when one node is killed', async () => {
    await using database = await testDatabase()
    await using data = await dataFolder()
    const at = { databaseUrl: database.url, config: { redisUrl } }
    const options = { ...at, now: new Date().toISOString() }
    await using scene = await openNoteScene(options)
    await using west = await nodeBeside(database.url, data.path)
    const { note } = scene
    const maren = scene.sits(scene.maren)
    const chiara = takePen(west.origin, note, scene.cookieOf(scene.chiara))
    const reader = new Browser(west.origin)
    for (const [name, value] of scene.yuki.browser.cookies) reader.cookies.set(name, value)
    const ear = await reader.listen({ [`note:${note}`]: 0 })
    await maren.until(() => maren.saved() && chiara.saved())
    maren.provider.setAwarenessField('here', true)
    for (let line = 0; line < 20; line += 1) {
      maren.writes(`east ${line}`)
      chiara.writes(`west ${line}`)
      await maren.until(() => maren.saved())
      await chiara.until(() => chiara.saved())
    }
    await maren.until(() => agree([maren.doc, chiara.doc]) && maren.text().includes('west 19'))
    const seen = () => chiara.provider.awareness?.getStates().get(maren.doc.clientID)?.['user']
    await chiara.until(() => seen() !== undefined)
    assert.equal(seen().name, 'Maren Solheim')
    const news = () =>
      ear.frames.flatMap(({ pass }) => {
        const one = NoteNews.safeParse(Object(pass)['news'])
        return one.success ? [one.data] : []
      })
    const { pieces } = await reader.call(readNoteText, { params: { note } })
    const now = () => news().reduce((all, one) => applyNews(all, one), pieces)
    await ear.until(() => now().length === 40)
    ear.close()
    // Who sits on the other node takes a place too.
    const desk = deskOf(scene.test.hall)
    desk.places = 2
    const late = scene.sits(scene.yuki)
    await late.until(() => late.denied.includes('full'))
    desk.places = 150
    for (let line = 20; line < 25; line += 1) chiara.writes(`west ${line}`)
    await west.kill()
    const moved = scene.sits(scene.chiara, { doc: chiara.doc })
    moved.writes('west is gone')
    await moved.until(() => moved.saved() && agree([moved.doc, maren.doc]))
    chiara.end()
    assert.match(await noteText(database.db, note), /west 24[\s\S]*west is gone/)
    const shares = await noteShares(database.db, note)
    assert.equal(new Set(shares.map(({ who }) => who)).size, 2)
    assert.deepEqual(scene.test.errors, [])
  })
})

test('of a node that is heard no more nobody sits', () => {
  let now = 0
  const elsewhere = createElsewhere(() => now)
  elsewhere.heard('west', 3)
  elsewhere.heard('south', 4)
  elsewhere.heard('west', 2)
  assert.equal(elsewhere.count(), 6)
  now = 40_000
  elsewhere.heard('south', 5)
  now = 60_000
  assert.equal(elsewhere.count(), 5)
})
