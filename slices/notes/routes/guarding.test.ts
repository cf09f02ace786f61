/** What a note must survive: forged names, broken bytes, too much, those who lost the right to write. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { OutgoingMessage } from '@hocuspocus/server'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { note as enter } from '#kernel/record.ts'
import { enterTheRoom, removeSomebody } from '#slices/room/api.ts'
import { called } from '#testing/gatherings.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree, appendParagraph, type Pen } from '#testing/pens.ts'
import { openNoteOf } from '../api.ts'
import { pushToNote, readNoteText } from '../api/reading.ts'
import { NOTES_SOCKET } from '../api/socket.ts'
import { HALL, newClient, noteShares, noteText, topicOf, writeAs } from '../index.ts'
import { writing } from '../store/tables.ts'
import { deskOf } from './door.ts'

const scene = await openNoteScene()
const { hall } = scene.test
after(async () => {
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Sends an update as it is, as no editor would. */
function sendRaw(pen: Pen, note: string, update: Uint8Array): void {
  const message = new OutgoingMessage(note).createSyncMessage().writeUpdate(update)
  pen.provider.configuration.websocketProvider.send(message.toUint8Array())
}

/** What a pen was told when it was over. */
function ended(pen: Pen): string[] {
  return pen.said.flatMap((what) => ('ended' in what ? [what.ended] : []))
}

function sentence(pen: Pen): string {
  return pen.said.flatMap((what) => ('ended' in what ? [what.say] : [])).join()
}

async function twoSit(note: string) {
  const [maren, chiara] = [scene.sits(scene.maren, { note }), scene.sits(scene.chiara, { note })]
  await maren.until(() => maren.saved() && chiara.saved())
  maren.writes('Three people hold the keys.')
  await maren.until(() => maren.saved() && chiara.text().includes('keys'))
  return { maren, chiara }
}

test('nobody writes in the name of somebody else', async () => {
  const note = await scene.newNote()
  const { maren, chiara } = await twoSit(note)
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(maren.doc))
  forged.clientID = maren.doc.clientID
  const before = Y.encodeStateVector(forged)
  appendParagraph(forged, 'I, Maren, give the keys to Chiara.')
  const update = Y.encodeStateAsUpdate(forged, before)
  const refused = await scene.chiara.browser.refused(pushToNote, {
    params: { note },
    body: { vector: base64(before), update: base64(update) },
  })
  assert.equal(refused.name, 'name-of-another')
  sendRaw(chiara, note, update)
  await chiara.until(() => ended(chiara).includes('name-of-another'))
  assert.match(sentence(chiara), /in the name of somebody else/)
  maren.writes('The room goes on.')
  await maren.until(() => maren.saved())
  assert.doesNotMatch(await noteText(hall.db, note), /give the keys/)
  const shares = await noteShares(hall.db, note)
  assert.deepEqual(
    shares.flatMap(({ who, characters }) => (characters > 0 ? who : [])),
    [scene.maren.id],
  )
})

test('a cursor goes under the name of its owner, whatever it says', async () => {
  const note = await scene.newNote()
  const { maren, chiara } = await twoSit(note)
  chiara.provider.setAwarenessField('user', { name: 'Maren Solheim', who: scene.maren.id })
  const shown = () => maren.provider.awareness?.getStates().get(chiara.doc.clientID)?.['user']
  await maren.until(() => shown() !== undefined)
  assert.equal(shown().name, 'Chiara Bellandi')
  assert.equal(shown().who, scene.chiara.id)
  const mask = new Awareness(maren.doc)
  mask.setLocalState({ user: { name: 'Nobody' } })
  mask.setLocalState({ user: { name: 'Nobody', again: true } })
  const message = new OutgoingMessage(note).createAwarenessUpdateMessage(mask)
  chiara.provider.configuration.websocketProvider.send(message.toUint8Array())
  mask.destroy()
  chiara.provider.setAwarenessField('here', 'still')
  const there = () => maren.provider.awareness?.getStates().get(chiara.doc.clientID)
  await maren.until(() => there()?.['here'] === 'still')
  maren.provider.setAwarenessField('here', 'too')
  const yuki = scene.sits(scene.yuki, { note })
  const own = () => yuki.provider.awareness?.getStates().get(maren.doc.clientID)?.['user']
  await yuki.until(() => yuki.saved())
  await yuki.until(() => yuki.saved() && own() !== undefined)
  assert.equal(own().name, 'Maren Solheim')
})

test('broken bytes and an update of 10 MB get one sentence each, and the note goes on', async () => {
  const note = await scene.newNote()
  const { maren, chiara } = await twoSit(note)
  sendRaw(chiara, note, new Uint8Array([9, 255, 255, 255, 255, 1, 2, 3]))
  await chiara.until(() => ended(chiara).includes('update-not-understood'))
  assert.match(sentence(chiara), /Load the page again/)
  const yuki = scene.sits(scene.yuki, { note })
  await yuki.until(() => yuki.saved())
  yuki.writes('x'.repeat(10_000_000))
  await yuki.until(() => ended(yuki).includes('update-too-large'))
  assert.match(sentence(yuki), /at most 5 MB/)
  const socket = new WebSocket(`${scene.test.origin.replace('http', 'ws')}${NOTES_SOCKET}`, {
    headers: { cookie: scene.cookieOf(scene.maren), origin: scene.test.origin },
  })
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.on('open', () => socket.send(new Uint8Array([200, 200, 200, 200])))
  assert.equal(await closed, 4400)
  maren.writes('The room goes on.')
  await maren.until(() => maren.saved())
  assert.match(await noteText(hall.db, note), /keys\.\nThe room goes on\.$/)
})

test('who was away brings 2 MB at once, by socket and the other way, and what is there takes no room', async () => {
  const note = await scene.newNote()
  const { maren, chiara } = await twoSit(note)
  chiara.away()
  await chiara.until(() => !chiara.provider.synced)
  chiara.writes('a'.repeat(2_000_000))
  chiara.back()
  await chiara.until(() => chiara.saved() && chiara.doc.getXmlFragment('note').length === 2)
  await maren.until(() => maren.doc.getXmlFragment('note').length === 2)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(maren.doc))
  appendParagraph(doc, 'b'.repeat(1_500_000))
  const text64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const own = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(maren.doc))
  const body = { vector: text64(Y.encodeStateVector(doc)), update: text64(own) }
  for (let times = 0; times < 2; times += 1)
    await scene.yuki.browser.call(pushToNote, { params: { note }, body })
  await maren.until(() => maren.doc.getXmlFragment('note').length === 3)
  assert.deepEqual([...ended(maren), ...ended(chiara)], [])
  assert.equal((await noteText(hall.db, note)).length, 27 + 3_500_002)
})

test('a note is full at 5 MB; one can delete and go on', async () => {
  const note = await scene.newNote()
  const { maren, chiara } = await twoSit(note)
  const long = new Y.Doc()
  Y.applyUpdate(long, Y.encodeStateAsUpdate(maren.doc))
  long.clientID = newClient()
  const before = Y.encodeStateVector(long)
  appendParagraph(long, '4'.repeat(4_950_000))
  const update = Y.encodeStateAsUpdate(long, before)
  const now = scene.test.clock.now()
  await hall.transact((tx) =>
    writeAs(tx, note, [{ who: HALL, name: null, client: long.clientID, update }], {
      by: null,
      how: 'imported',
      now,
    }),
  )
  const blocks = ({ doc }: Pen) => doc.getXmlFragment('note').length
  await maren.until(() => blocks(maren) === 2 && blocks(chiara) === 2)
  maren.writes('y'.repeat(100_000))
  await maren.until(() => ended(maren).includes('note-full'))
  assert.match(sentence(maren), /5 MB/)
  const fragment = chiara.doc.getXmlFragment('note')
  fragment.delete(1, fragment.length - 1)
  await chiara.until(() => chiara.saved())
  chiara.writes('Shorter now.')
  await chiara.until(() => chiara.saved())
  assert.deepEqual(ended(chiara), [])
  assert.equal(await noteText(hall.db, note), 'Three people hold the keys.\nShorter now.')
})

test('strangers are not let in; where it is locked or approved nobody writes any more, at once', async () => {
  const note = await scene.newNote()
  const { maren } = await twoSit(note)
  const stranger = await scene.stranger('Ngozi Adeyemi')
  const outside = scene.sits(stranger, { note })
  await outside.until(() => outside.denied.length > 0)
  assert.deepEqual(outside.denied, ['not-found'])
  await hall.transact(async (tx) => {
    const now = scene.test.clock.now()
    await writing(tx).updateTable('notes').set({ locked_at: now }).where('id', '=', note).execute()
    await enter(tx, topicOf(note), [{ kind: 'note.locked', data: {} }], { now, actor: null })
  })
  await maren.until(() => ended(maren).includes('locked'))
  maren.writes('too late')
  const late = scene.sits(scene.chiara, { note })
  await late.until(() => late.denied.length > 0)
  assert.deepEqual(late.denied, ['locked'])
  const empty = { vector: base64(Y.encodeStateVector(new Y.Doc())), update: null }
  const no = await scene.chiara.browser.refused(pushToNote, { params: { note }, body: empty })
  assert.equal(no.name, 'note-locked')
  const read = await scene.chiara.browser.call(readNoteText, { params: { note } })
  assert.equal(read.state, 'locked')
  assert.doesNotMatch(await noteText(hall.db, note), /too late/)
  const unseen = await stranger.browser.refused(readNoteText, { params: { note } })
  assert.equal(unseen.name, 'not-found')
})

test('a guest writes in the notes of their gathering alone, and no longer once they are removed', async () => {
  const gathering = await called(scene.maren.browser, scene.coop)
  const params = { gathering }
  const { note } = await scene.maren.browser.call(openNoteOf, { params })
  await scene.maren.browser.call(enterTheRoom, { params })
  const guest = scene.test.browser()
  const { me } = await guest.call(enterTheRoom, { params, body: { name: 'Ximena' } })
  const pen = scene.sits({ browser: guest }, { note })
  await pen.until(() => pen.saved())
  pen.writes('A guest was here.')
  await pen.until(() => pen.saved())
  const ear = await guest.listen({ [topicOf(note)]: 0 })
  const other = scene.sits({ browser: guest })
  await other.until(() => other.denied.length > 0)
  assert.deepEqual(other.denied, ['not-found'])
  await scene.maren.browser.call(removeSomebody, {
    params: { ...params, who: me.who },
    body: { reason: 'shouting' },
  })
  await pen.until(() => ended(pen).includes('not-allowed'))
  await ear.until(() => ear.frames.some(({ topic, gone }) => topic === topicOf(note) && gone))
  pen.writes('and is gone')
  const shares = await noteShares(hall.db, note)
  const share = shares.find(({ who }) => who === me.who)
  assert.deepEqual([share?.who, share?.name, share?.characters], [me.who, 'Ximena', 17])
  ear.close()
})

test('who comes when all places are taken waits in line and hears when there is a place', async () => {
  const note = await scene.newNote()
  deskOf(hall).places = 3
  const many = Array.from({ length: 3 }, () => scene.sits(scene.maren, { note }))
  await Promise.all(many.map((pen) => pen.until(() => pen.saved())))
  const next = scene.sits(scene.chiara, { note })
  await next.until(() => next.said.some((what) => 'waiting' in what && what.waiting === 0))
  assert.deepEqual(next.denied, ['full'])
  many[1]?.end()
  await next.until(() => next.said.some((what) => 'free' in what))
  await next.provider.sendToken()
  next.provider.startSync()
  await next.until(() => next.saved())
  next.writes('at last')
  await next.until(() => agree([next.doc, many[0]?.doc ?? new Y.Doc()]) && next.saved())
})
