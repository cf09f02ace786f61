/** Stories of writing together: what is written is stored before anybody sees it, under its author. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { takeData } from '#slices/people/api/me.ts'
import { erasePerson } from '#slices/people/index.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree, appendParagraph, holds } from '#testing/pens.ts'
import { NoteNews, pushToNote, readNoteText } from '../api/reading.ts'
import { newClient, noteShares, noteText, writeAs } from '../index.ts'
import { hashOf } from '../rules/hash.ts'
import { applyNews } from '../rules/news.ts'
import { htmlOf } from '../rules/pieces.ts'
import { docOf } from '../store/texts.ts'
import { reading } from '../store/tables.ts'

const scene = await openNoteScene()
const { hall } = scene.test
after(async () => {
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

test('two write, both see both, and what is shown as saved is in the database', async () => {
  const note = await scene.newNote()
  const [maren, chiara] = [scene.sits(scene.maren, { note }), scene.sits(scene.chiara, { note })]
  await maren.until(() => maren.saved() && chiara.saved())
  maren.writes('Three people hold the keys.')
  chiara.writes('Who holds them next?')
  await maren.until(() => maren.saved() && chiara.saved())
  assert.match(await noteText(hall.db, note), /Three people[\s\S]*next\?|next\?[\s\S]*Three people/)
  await maren.until(() => agree([maren.doc, chiara.doc]))
  const vector = base64(Y.encodeStateVector(maren.doc))
  await maren.until(() => maren.said.some((what) => 'saved' in what && what.saved === vector))
  const { right, pieces, authors, writers } = await scene.chiara.browser.call(readNoteText, {
    params: { note },
    query: { authors: '1' },
  })
  assert.equal(right, 'write')
  assert.match(htmlOf(pieces), /<p><span data-by="\d">Three people hold the keys.<\/span><\/p>/)
  assert.deepEqual(authors?.map(({ name, characters }) => `${name} ${characters}`).toSorted(), [
    'Chiara Bellandi 20',
    'Maren Solheim 27',
  ])
  assert.deepEqual(
    writers.map(({ who }) => who).toSorted(),
    [scene.maren.id, scene.chiara.id].toSorted(),
  )
})

test('an hour on a train, written on another device before, comes back whole', async () => {
  const note = await scene.newNote()
  const [yuki, maren] = [scene.sits(scene.yuki, { note }), scene.sits(scene.maren, { note })]
  await yuki.until(() => yuki.saved() && maren.saved())
  yuki.writes('before the tunnel')
  await yuki.until(() => yuki.saved() && maren.text().includes('tunnel'))
  yuki.away()
  for (let line = 0; line < 50; line += 1) yuki.writes(`in the tunnel ${line}`)
  maren.writes('meanwhile in the hall')
  await maren.until(() => maren.saved())
  assert.equal(yuki.saved(), false)
  const kept = new Y.Doc()
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(yuki.doc))
  yuki.end()
  const phone = scene.sits(scene.yuki, { note, doc: kept })
  phone.writes('home again')
  await phone.until(() => phone.saved() && agree([phone.doc, maren.doc]))
  assert.match(maren.text(), /in the tunnel 49/)
  const shares = await noteShares(hall.db, note)
  assert.deepEqual(
    shares.map(({ who }) => who).toSorted(),
    [scene.maren.id, scene.yuki.id].toSorted(),
  )
})

test('where sockets are closed one writes by HTTP, and nobody is overwritten', async () => {
  const note = await scene.newNote()
  const pen = scene.sits(scene.maren, { note })
  await pen.until(() => pen.saved())
  pen.writes('by socket')
  const doc = new Y.Doc()
  appendParagraph(doc, 'by HTTP')
  const push = () =>
    scene.chiara.browser.call(pushToNote, {
      params: { note },
      body: {
        vector: base64(Y.encodeStateVector(doc)),
        update: base64(Y.encodeStateAsUpdate(doc)),
      },
    })
  await push()
  await pen.until(() => pen.text().includes('by HTTP') && pen.saved())
  const answer = await push()
  Y.applyUpdate(doc, Buffer.from(answer.update, 'base64'))
  assert.equal(answer.vector, base64(Y.encodeStateVector(doc)))
  assert.equal(answer.hash, hashOf(doc))
  assert.ok(agree([doc, pen.doc]))
  const shares = await noteShares(hall.db, note)
  assert.deepEqual(shares.map(({ name, characters }) => [name, characters]).toSorted(), [
    ['Chiara Bellandi', 7],
    ['Maren Solheim', 9],
  ])
})

test('readers are told by blocks, once a second, and end with what writers see', async () => {
  const note = await scene.newNote()
  const topic = `note:${note}`
  const ear = await scene.yuki.browser.listen({ [topic]: 0 })
  let { pieces, stamp } = await scene.yuki.browser.call(readNoteText, { params: { note } })
  const pen = scene.sits(scene.maren, { note })
  await pen.until(() => pen.saved())
  const begun = performance.now()
  for (let line = 0; line < 12; line += 1) {
    pen.writes(`line ${line}`)
    await pen.until(() => pen.saved())
  }
  const news = () =>
    ear.frames.flatMap(({ pass }) => {
      const one = NoteNews.safeParse(Object(pass)['news'])
      return one.success ? [one.data] : []
    })
  await ear.until(() => news().some(({ put }) => put.some(({ html }) => html.includes('line 11'))))
  const seconds = Math.ceil((performance.now() - begun) / 1000)
  assert.ok(news().length <= seconds + 1, `${news().length} news in ${seconds} s`)
  for (const [at, one] of news().entries()) {
    assert.ok(at === 0 ? one.since === stamp : one.number === (news()[at - 1]?.number ?? 0) + 1)
    pieces = applyNews(pieces, one)
  }
  ;({ stamp } = await scene.yuki.browser.call(readNoteText, { params: { note } }))
  const fresh = await scene.yuki.browser.call(readNoteText, { params: { note } })
  assert.deepEqual(pieces, fresh.pieces)
  assert.equal(fresh.pieces.length, 12)
  ear.close()
})

test('a copy that went astray hears that it is out of step', async () => {
  const note = await scene.newNote()
  const pen = scene.sits(scene.maren, { note })
  await pen.until(() => pen.saved())
  pen.writes('the same for everybody')
  await pen.until(() => pen.saved())
  const check = (hash: string) => {
    const vector = base64(Y.encodeStateVector(pen.doc))
    pen.provider.sendStateless(JSON.stringify({ check: { vector, hash } }))
  }
  const steps = () => pen.said.flatMap((what) => ('inStep' in what ? what.inStep : []))
  check(hashOf(pen.doc))
  await pen.until(() => steps().includes(true))
  check('another')
  check('another')
  await pen.until(() => steps().includes(false))
  assert.match(scene.test.errors.splice(0).join(), /out of step/)
})

test('what was imported stands under its authors, and goes to who has the note open', async () => {
  const note = await scene.newNote()
  const pen = scene.sits(scene.maren, { note })
  await pen.until(() => pen.saved())
  const doc = new Y.Doc()
  doc.clientID = newClient()
  appendParagraph(doc, 'written in 2020')
  const author = { who: 'author:a.keeper', name: 'A keeper of 2020', client: doc.clientID }
  await hall.transact((tx) =>
    writeAs(tx, note, [{ ...author, update: Y.encodeStateAsUpdate(doc) }], {
      by: scene.maren.id,
      how: 'imported',
      now: scene.test.clock.now(),
    }),
  )
  await pen.until(() => pen.text().includes('written in 2020'))
  const { authors } = await scene.yuki.browser.call(readNoteText, {
    params: { note },
    query: { authors: '1' },
  })
  assert.deepEqual(
    authors
      ?.filter(({ characters }) => characters > 0)
      .map(({ kind, name, who }) => [kind, name, who]),
    [['imported', 'A keeper of 2020', null]],
  )
})

test('own data hold what one wrote; who is erased leaves the text, and no name', async () => {
  const note = await scene.newNote()
  const gone = await scene.member('Tomasz Wrona')
  const pen = scene.sits(gone, { note })
  await pen.until(() => pen.saved())
  pen.writes('what I said stays')
  await pen.until(() => pen.saved())
  pen.end()
  const other = scene.sits(scene.yuki, { note })
  await other.until(() => other.saved())
  other.writes('and I say more')
  await other.until(() => other.saved())
  const { held } = await gone.browser.call(takeData)
  const own = { title: 'Keys', address: `/notes/${note}`, characters: 17, ofAll: 31, comments: [] }
  const written = { note, ...own, words: ['what I said stays'] }
  assert.deepEqual(Object(held).notes, [written])
  await hall.transact((tx) => erasePerson(tx, { person: gone.id, now: scene.test.clock.now() }))
  const { authors, pieces } = await scene.yuki.browser.call(readNoteText, {
    params: { note },
    query: { authors: '1' },
  })
  assert.match(htmlOf(pieces), /what I said stays/)
  assert.deepEqual(
    authors?.map(({ who, name, kind, characters }) => ({ who, name, kind, characters })),
    [
      { who: null, name: null, kind: 'former', characters: 17 },
      { who: scene.yuki.id, name: '田辺 ゆき', kind: 'member', characters: 14 },
    ],
  )
  const rows = await reading(hall.db)
    .selectFrom('note_updates')
    .select('whos')
    .where('note', '=', note)
    .execute()
  assert.deepEqual(
    rows.flatMap(({ whos }) => whos).filter((who) => who !== scene.yuki.id),
    [],
  )
})

test('a note that nobody writes in any more is folded and closed', async () => {
  const note = await scene.newNote()
  const pen = scene.sits(scene.maren, { note })
  await pen.until(() => pen.saved())
  pen.writes('folded')
  await pen.until(() => pen.saved())
  pen.end()
  let folded: string | undefined
  const look = () =>
    reading(hall.db)
      .selectFrom('note_texts')
      .select('text')
      .where('note', '=', note)
      .executeTakeFirst()
      .then((row) => {
        folded = row?.text
      })
  await holds(() => {
    void look()
    return folded === 'folded'
  }, 'the folded note')
  const { pieces } = await scene.yuki.browser.call(readNoteText, { params: { note } })
  assert.equal(htmlOf(pieces), '<p>folded</p>')
  // Who wrote what is remembered of a note at rest, until somebody writes again.
  const coloured = async () => {
    const input = { params: { note }, query: { authors: '1' as const } }
    const read = await scene.yuki.browser.call(readNoteText, input)
    return [htmlOf(read.pieces), ...(read.authors ?? []).map((one) => one.characters)]
  }
  const folding = '<p><span data-by="0">folded</span></p>'
  assert.deepEqual(await coloured(), [folding, 6])
  assert.deepEqual(await coloured(), [folding, 6])
  const doc = await docOf(hall.db, note)
  const before = Y.encodeStateVector(doc)
  doc.clientID = newClient()
  appendParagraph(doc, 'anew')
  const update = Y.encodeStateAsUpdate(doc, before)
  const { id: who, name } = scene.chiara
  await hall.transact((tx) =>
    writeAs(tx, note, [{ who, name, client: doc.clientID, update }], {
      by: who,
      how: 'template',
      now: scene.test.clock.now(),
    }),
  )
  assert.deepEqual(await coloured(), [`${folding}<p><span data-by="1">anew</span></p>`, 6, 4])
})
