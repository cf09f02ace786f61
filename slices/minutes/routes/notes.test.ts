/** Notes in the minutes: each part with its item, following until both are frozen together. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { runTimer } from '#kernel/jobs.ts'
import { ImportedNote } from '#slices/notes/api/exchange.ts'
import { lockNote, openNoteOf, pushToNote, readNote } from '#slices/notes/api.ts'
import type { NoteJson } from '#slices/notes/index.ts'
import { growInto } from '#slices/notes/rules/growing.ts'
import { writeAsHall } from '#slices/notes/store/sections.ts'
import { findWords } from '#slices/notes/timers/life.ts'
import { erasePerson } from '#slices/people/index.ts'
import * as room from '#slices/room/api.ts'
import { added, photograph } from '#testing/files.ts'
import { called, item } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { padOfTwo } from '#testing/pads.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'
import { verifyZip } from '../rules/zip.ts'

const hall = await openTestHall({ now: '2026-12-03T17:50:00.000Z' })
after(async () => {
  await hall.close()
  assert.deepEqual(hall.errors, [])
})
const { coop, maren } = await foundedHall(hall)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })

const says = (text: string, marks: NoteJson['marks'] = []): NoteJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
})
const task = (text: string, attrs: Record<string, unknown>): NoteJson => ({
  type: 'taskList',
  content: [{ type: 'taskItem', attrs, content: [says(text)] }],
})

async function write(note: `not_${string}`, blocks: NoteJson[], where: 'start' | 'end' = 'end') {
  const by = { how: 'story', now: hall.clock.now(), by: null }
  await hall.hall.transact((tx) => writeAsHall(tx, note, (doc) => growInto(doc, blocks, where), by))
}

const gathering = await called(maren.browser, coop, {
  items: [item('context', 'Welcome', 10), item('panel', 'Who holds the keys?', 30)],
})
const params = { gathering }
const { note } = await maren.browser.call(openNoteOf, { params })
const zip = async () => {
  const answer = await maren.browser.fetch(`/api/minutes/${gathering}/files/minutes.zip`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { bytes, verdict: verifyZip(bytes) }
}
const file = async (name: string) =>
  (await maren.browser.fetch(`/api/minutes/${gathering}/files/${name}`)).text()
const read = () => maren.browser.call(api.readMinutes, { params: { minutes: gathering } })

test('each part stands with its item, tasks are actions, links are links', async () => {
  for (const one of [maren, oisin]) await one.browser.call(room.enterTheRoom, { params })
  const { browser } = maren
  const at = { kind: 'note', holder: note }
  const keys = await added({ browser, at, name: 'keys (1).jpg', body: await photograph() })
  const away = { kind: 'circle', holder: coop }
  const elsewhere = await added({ browser, at: away, name: 'no.jpg', body: await photograph(50) })
  hall.clock.pass(600_000)
  await maren.browser.call(room.beginTheGathering, { params })
  await write(note, [says('Before all <b>else</b>')], 'start')
  await write(note, [
    says('Two people each', [{ type: 'link', attrs: { href: 'https://keys.example.org/a' } }]),
    task('Count the keys', { owner: oisin.id, ownerName: oisin.name, day: '2026-12-10' }),
    task('Buy hooks', { checked: true }),
    ...[keys.id, elsewhere.id].map((id) => ({ type: 'picture', attrs: { file: id, alt: 'Keys' } })),
  ])
  const line = { text: 'See https://keys.example.org/a and https://hooks.example.org' }
  await maren.browser.call(room.sayInChat, { params, body: line })
  await maren.browser.call(room.endTheGathering, { params })
  const { told } = await read()
  const panel = told.items.find(({ title }) => title === 'Who holds the keys?')
  assert.match(panel?.note?.html ?? '', /Two people each/)
  assert.match(told.note?.html ?? '', /Before all &lt;b&gt;else/)
  assert.deepEqual(
    told.actions.map(({ what, who, by }) => [what, who, by]),
    [['Count the keys', 'Oisín Farrelly', '10 December']],
  )
  assert.deepEqual(
    told.links.map(({ address, said }) => [address, said]),
    [
      ['https://keys.example.org/a', 'Maren Solheim, 19:00, in Welcome'],
      ['https://hooks.example.org', 'Maren Solheim, 19:00, in Welcome'],
    ],
  )
  assert.match(await file('minutes.md'), /\[Two people each\]\(https:\/\/keys.example.org\/a\)/)
  assert.match(await file('minutes.html'), /<div class="noted"/)
  assert.match(await file('minutes.md'), new RegExp(`!\\[Keys\\]\\(http.*/files/${keys.id}\\)`))
})

test('pictures lie in the zip and are shown from there; links of notes stand in links.csv', async () => {
  await write(note, [says('And hooks', [{ type: 'link', attrs: { href: 'https://x.example' } }])])
  const { bytes, verdict } = await zip()
  assert.equal(verdict.whole, true)
  const files = unzipSync(bytes)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const pictures = Object.keys(files).filter((name) => name.startsWith('pictures/'))
  assert.deepEqual(pictures, ['pictures/01-keys__1_.jpg'])
  assert.match(
    text('minutes.html'),
    /<img data-file="\w+" src="pictures\/01-keys__1_\.jpg" alt="Keys"/,
  )
  assert.match(text('minutes.md'), /!\[Keys\]\(pictures\/01-keys__1_\.jpg\)/)
  const links = text('links.csv').split('\r\n').slice(1, -1)
  assert.deepEqual(
    links.map((row) => /^([^,]+),.*,("chat, notes"|chat|notes)$/.exec(row)?.slice(1)),
    [
      ['https://keys.example.org/a', '"chat, notes"'],
      ['https://hooks.example.org', 'chat'],
      ['https://x.example', 'notes'],
    ],
  )
  const forged = zipSync({ ...files, 'pictures/01-keys__1_.jpg': new Uint8Array([1]) })
  assert.deepEqual(verifyZip(forged), { whole: false, fault: 'file-differs' })
})

test('the draft follows the note; approval freezes both, and the hash covers the note', async () => {
  await write(note, [says('Said afterwards')])
  const { verdict: before } = await zip()
  await maren.browser.call(lockNote, { params: { note }, body: { locked: true } })
  await maren.browser.call(api.approveMinutes, { params: { minutes: gathering } })
  const { told, sha256 } = await read()
  assert.match(JSON.stringify(told), /Said afterwards/)
  const { verdict: approved } = await zip()
  assert.ok(before.whole && approved.whole)
  assert.equal(approved.sha256, sha256)
  const shown = await oisin.browser.call(readNote, { params: { note } })
  assert.equal(shown.approvedAt?.by?.name, 'Maren Solheim')
  const update = { vector: 'AA==', update: 'AAA=' }
  const no = await oisin.browser.refused(pushToNote, { params: { note }, body: update })
  assert.equal(no.name, 'note-approved')
})

test('words of the note are found in the memory, by who may read it', async () => {
  await runTimer(hall.hall, findWords)
  const query = { words: 'afterwards', kind: 'note' } as const
  const { found } = await oisin.browser.call(api.readMemory, { query })
  assert.deepEqual(
    found.map(({ href, kind }) => [href, kind]),
    [[`/notes/${note}`, 'note']],
  )
  assert.deepEqual((await hall.browser().call(api.readMemory, { query })).found, [])
})

async function imports(holder: string, pad: object) {
  const form = new FormData()
  form.set('file', new File([JSON.stringify(pad)], 'pad.etherpad'))
  form.set('kind', 'gathering')
  form.set('id', holder)
  const answer = await maren.browser.fetch('/api/notes/import', { method: 'POST', body: form })
  return ImportedNote.parse(await answer.json())
}

test('the chat of a pad waits for the end of its gathering, then stands in the minutes, once', async () => {
  const later = await called(maren.browser, coop, { items: [item('talk', 'Brooms', 10)] })
  const waits = await imports(later, padOfTwo)
  assert.deepEqual([waits.chat, waits.left.map(({ what }) => what)], [0, ['chat-waits']])
  const at = { params: { gathering: later } }
  await maren.browser.call(room.enterTheRoom, at)
  await maren.browser.call(room.beginTheGathering, at)
  await maren.browser.call(room.sayInChat, { ...at, body: { text: 'Said in the room' } })
  await maren.browser.call(room.endTheGathering, at)
  const minutes = { params: { minutes: later } }
  const said = async () => {
    const { lines } = await maren.browser.call(api.readMinutesChat, minutes)
    return lines.map(({ name, text, at: when }) => `${name}: ${text} (${when})`)
  }
  const once = await said()
  assert.deepEqual(once, [
    'Maren Solheim: Said in the room (2026-12-03T18:00:00.000Z)',
    'Вера Ильина: who has the brooms? (2023-11-14T22:13:20.000Z)',
    'Ada: me (2023-11-14T22:14:20.000Z)',
  ])
  const again = await imports(later, padOfTwo)
  assert.deepEqual([again.chat, again.left], [2, []])
  assert.deepEqual(await said(), once)
  const { people } = await maren.browser.call(api.readMinutes, minutes)
  assert.deepEqual(
    people.map(({ name, guest }) => [name, guest]),
    [
      ['Maren Solheim', false],
      ['Вера Ильина', true],
      ['Ada', true],
    ],
  )
  await maren.browser.call(api.approveMinutes, minutes)
  const closed = await imports(later, padOfTwo)
  assert.deepEqual([closed.chat, closed.left.map(({ what }) => what)], [0, ['chat-closed']])
})

test('who is erased is named no more in the sealed part of the note; the seal is anew and whole', async () => {
  const now = hall.clock.now()
  await hall.hall.transact((tx) => erasePerson(tx, { person: oisin.id, now }))
  assert.doesNotMatch(await file('minutes.json'), /Farrelly/)
  assert.doesNotMatch(await file('minutes.html'), /Farrelly/)
  assert.equal((await zip()).verdict.whole, true)
})
