/** A note that is open on two nodes of one hall, with Redis between them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { redisUrl, withoutRedis } from '#testing/redis.ts'
import { testDatabase } from '#testing/database.ts'
import { openTestHall } from '#testing/hall.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree, takePen } from '#testing/pens.ts'
import { Browser } from '#testing/browser.ts'
import { NoteNews, readNoteText } from '../api/reading.ts'
import { noteShares, noteText } from '../index.ts'
import { applyNews } from '../rules/news.ts'

suite('a note on two nodes', { skip: withoutRedis }, () => {
  test('converges, tells readers on both, and goes on when one node is gone', async () => {
    await using database = await testDatabase()
    const options = { databaseUrl: database.url, config: { redisUrl } }
    await using scene = await openNoteScene(options)
    const west = await openTestHall(options)
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
    for (let line = 20; line < 25; line += 1) chiara.writes(`west ${line}`)
    chiara.provider.configuration.websocketProvider.webSocket?.close()
    await west.close()
    const moved = scene.sits(scene.chiara, { doc: chiara.doc })
    moved.writes('west is gone')
    await moved.until(() => moved.saved() && agree([moved.doc, maren.doc]))
    chiara.end()
    assert.match(await noteText(database.db, note), /west 24[\s\S]*west is gone/)
    const shares = await noteShares(database.db, note)
    assert.equal(new Set(shares.map(({ who }) => who)).size, 2)
    assert.deepEqual([...scene.test.errors, ...west.errors], [])
  })
})
