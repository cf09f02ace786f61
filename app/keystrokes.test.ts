/**
 * What a note must survive: a hall killed while twenty type, again and again. Three times in the
 * suite; `KILLS=20` for as many as one likes.
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import * as Y from 'yjs'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree, type Pen, takePen } from '#testing/pens.ts'
import { docOf } from '#slices/notes/store/texts.ts'
import { hashOf } from '#slices/notes/rules/hash.ts'
import { textOf } from '#slices/notes/rules/pieces.ts'
import { testDatabase } from '#testing/database.ts'
import { freePort } from '#kernel/free-port.ts'
import { dataFolder, startHall, type Terminal } from '#testing/terminal.ts'

const KILLS = Number(process.env['KILLS'] ?? 3)
const WRITERS = 20
const WORDS_A_LIFE = 120
const PAUSE_MS = 150

/** A note of a circle with twenty members, in a hall that is closed again. */
async function begun(databaseUrl: string) {
  await using scene = await openNoteScene({ databaseUrl, now: new Date().toISOString() })
  const cookies: string[] = []
  for (let at = 0; at < WRITERS; at += 1)
    cookies.push(scene.cookieOf(await scene.member(`Typist ${at}`)))
  return { note: scene.note, cookies }
}

async function kill({ hall }: Terminal): Promise<void> {
  if (hall.exitCode !== null || hall.signalCode !== null) return
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, 'SIGKILL')
  await gone
}

type Evening = { over: boolean; typed: number; shownSaved: Set<string> }

/** Types a paragraph word by word; keeps what was shown as saved at any time. */
async function type(pen: Pen, name: number, evening: Evening): Promise<void> {
  pen.writes(`writer-${name}:`)
  const own = pen.doc.getXmlFragment('note')
  const paragraph = own.get(own.length - 1)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  assert.ok(text instanceof Y.XmlText)
  let waiting: { word: string; clock: number }[] = []
  for (let number = 0; !evening.over; number += 1) {
    const word = ` w${name}.${number};`
    text.insert(text.length, word)
    waiting.push({ word, clock: Y.getState(pen.doc.store, pen.doc.clientID) })
    evening.typed += 1
    await rest(PAUSE_MS)
    const saved = pen.savedTo()
    for (const each of waiting) if (each.clock <= saved) evening.shownSaved.add(each.word)
    waiting = waiting.filter(({ clock }) => clock > saved)
  }
}

test(`a hall killed ${KILLS} times while twenty type loses nothing that was shown as saved`, async () => {
  await using database = await testDatabase()
  await using data = await dataFolder()
  const { note, cookies } = await begun(database.url)
  const port = String(await freePort())
  const origin = `http://127.0.0.1:${port}`
  const env = {
    DATA: data.path,
    DATABASE_URL: database.url,
    PORT: port,
    HOST: '127.0.0.1',
    NODE_COMPILE_CACHE: data.path,
  }
  let terminal = await startHall(env)
  const pens = cookies.map((cookie) => takePen(origin, note, cookie))
  const evening: Evening = { over: false, typed: 0, shownSaved: new Set() }
  try {
    await Promise.all(pens.map((pen) => pen.until(() => pen.saved())))
    const typing = Promise.all(pens.map((pen, name) => type(pen, name, evening)))
    for (let deaths = 0; deaths < KILLS; deaths += 1) {
      const [enough, saved] = [evening.typed + WORDS_A_LIFE, evening.shownSaved.size]
      while (evening.typed < enough || evening.shownSaved.size < saved + WRITERS) await rest(5)
      await rest((deaths * 37) % 100)
      await kill(terminal)
      const stored = textOf(await docOf(database.db, note))
      assert.deepEqual(
        [...evening.shownSaved].filter((word) => !stored.includes(word)),
        [],
        'shown as saved and lost',
      )
      terminal = await startHall(env)
    }
    evening.over = true
    await typing
    await Promise.all(pens.map((pen) => pen.until(() => pen.saved(), 'everything to be saved')))
    const docs = pens.map(({ doc }) => doc)
    await pens[0]?.until(() => agree(docs), 'one text')
    const stored = await docOf(database.db, note)
    assert.equal(hashOf(stored), hashOf(docs[0] ?? new Y.Doc()))
    const text = textOf(stored)
    assert.equal(text.match(/ w\d+\.\d+;/g)?.length, evening.typed, 'every word stands once')
  } finally {
    evening.over = true
    for (const pen of pens) pen.end()
    await kill(terminal)
  }
})
