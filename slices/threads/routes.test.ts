/** Stories of conversations that go on: said, read on two devices, changed, found, kept. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addressOf } from '#kernel/operation.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { addFile, FileShown } from '#slices/files/api.ts'
import { makeFeed } from '#slices/gatherings/api.ts'
import { readMemory } from '#slices/minutes/api/memory.ts'
import { makeNote } from '#slices/notes/api.ts'
import { erasePerson } from '#slices/people/index.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { began, said, unreadBy, wordsIn } from '#testing/threads.ts'
import * as beginning from './api/beginning.ts'
import * as keeping from './api/keeping.ts'
import * as reading from './api/reading.ts'
import * as saying from './api/saying.ts'
import { addComment } from './store/comments.ts'
import { ownThreads } from './store/own-data.ts'
import { threadOf } from './store/threads.ts'

const hall = await openTestHall()
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
})
const { coop, maren } = await foundedHall(hall)
const chiara = await somebody(hall, 'Chiara Bellandi', { circles: [coop] })
const yuki = await somebody(hall, 'Yuki Tanabe', { circles: [coop] })
const stranger = await somebody(hall, 'Aroha Ngata')

test('a member begins a thread, others answer; who is not of the circle sees nothing of it', async () => {
  const thread = await began(maren, coop)
  const params = { thread }
  const { comments } = await chiara.browser.call(reading.readLine, { params })
  const [first] = comments
  assert.ok(first)
  await said(chiara, thread, 'I can, until March.', first.id)
  const line = await maren.browser.call(reading.readLine, { params, query: { from: 0 } })
  assert.deepEqual(
    line.comments.map(({ who, text, answers }) => [who.name, text, answers?.who.name ?? null]),
    [
      ['Maren Solheim', 'Two sets hang by the door. Who takes the third?', null],
      ['Chiara Bellandi', 'I can, until March.', 'Maren Solheim'],
    ],
  )
  assert.equal((await stranger.browser.refused(reading.readThread, { params })).status, 404)
  const body = { text: 'Hello' }
  assert.equal((await stranger.browser.refused(saying.sayInThread, { params, body })).status, 404)
  const listed = await stranger.browser.refused(beginning.listThreads, { params: { circle: coop } })
  assert.equal(listed.name, 'not-allowed')
})

test('what is read on one device is read on the other, and never becomes unread again', async () => {
  const thread = await began(maren, coop)
  for (const text of ['One', 'Two', 'Three']) await said(maren, thread, text)
  await said(chiara, thread, 'My own')
  assert.equal(await unreadBy(chiara, thread), 4)
  const phone = hall.browser()
  const now = hall.clock.now()
  const signing = { person: chiara.id, agent: 'phone', locale: 'en', now } as const
  phone.cookies.set(SESSION_COOKIE, await hall.hall.transact((tx) => openSession(tx, signing)))
  const topic = `reads:${chiara.id}`
  const listener = await chiara.browser.listen({ [topic]: 0 })
  const params = { thread }
  const { comments } = await phone.call(reading.readLine, { params })
  const third = comments[2]?.number ?? 0
  await phone.call(reading.markThreadRead, { params, body: { upTo: third } })
  const heard = () => listener.frames.find(({ pass }) => pass !== undefined)?.pass
  await listener.until(() => heard() !== undefined)
  assert.deepEqual(heard(), { thread, upTo: third })
  assert.equal(await unreadBy(chiara, thread), 1)
  await chiara.browser.call(reading.markThreadRead, { params, body: { upTo: 1 } })
  assert.equal(await unreadBy(chiara, thread), 1)
  const fresh = await chiara.browser.call(reading.readLine, { params })
  assert.deepEqual(
    fresh.comments.map(({ text }) => text),
    ['Three', 'My own'],
  )
  assert.equal(fresh.earlier, true)
  listener.close()
})

test('a thread of many comments is read page by page, each comment once and in order', async () => {
  const thread = await began(maren, coop, 'A long one', 'Comment 0')
  const now = hall.clock.now()
  await hall.hall.transact(async (tx) => {
    const there = await threadOf(tx, thread)
    assert.ok(there)
    for (let at = 1; at < 90; at++) {
      const words = { text: `Comment ${at}`, answers: null, mentions: [] }
      await addComment(tx, there, words, { by: at % 2 ? chiara.id : maren.id, now })
    }
  })
  const params = { thread }
  const call = (query: { before?: number; from?: number; end?: '1' }) =>
    yuki.browser.call(reading.readLine, { params, query })
  const last = await call({ end: '1' })
  const middle = await call({ before: last.comments[0]?.number ?? 0 })
  const first = await call({ before: middle.comments[0]?.number ?? 0 })
  assert.deepEqual(
    [first, middle, last].flatMap(({ comments }) => comments.map(({ text }) => text)),
    Array.from({ length: 90 }, (_, at) => `Comment ${at}`),
  )
  assert.deepEqual([first.earlier, last.later], [false, false])
  assert.deepEqual([first.later, last.earlier], [true, true])
})

test('one changes what one said, with what it was before to be read, and takes it back whole', async () => {
  const thread = await began(maren, coop)
  const comment = await said(chiara, thread, 'Thursday')
  const params = { thread, comment }
  await chiara.browser.call(saying.changeSaid, { params, body: { text: 'Friday' } })
  const { versions } = await yuki.browser.call(reading.listVersions, { params })
  assert.deepEqual(
    versions.map(({ text }) => text),
    ['Thursday'],
  )
  const other = await maren.browser.refused(saying.changeSaid, { params, body: { text: 'Monday' } })
  assert.equal(other.name, 'comment-not-yours')
  await chiara.browser.call(saying.takeSaidBack, { params })
  assert.equal((await wordsIn(maren, thread)).at(-1), null)
  assert.equal((await yuki.browser.refused(reading.listVersions, { params })).name, 'comment-gone')
  const record = JSON.stringify(
    await hall.hall.db
      .selectFrom('record')
      .select('data')
      .where('topic', '=', `thread:${thread}`)
      .execute(),
  )
  assert.doesNotMatch(record, /Thursday|Friday|Two sets/)
})

test('reactions, marks and where the thread stands are kept by whoever cares', async () => {
  const thread = await began(maren, coop)
  const comment = await said(chiara, thread, 'Let us have three sets.')
  const params = { thread, comment }
  const react = (on: boolean) =>
    yuki.browser.call(saying.reactToSaid, { params, body: { emoji: '👍', on } })
  await react(true)
  await react(true)
  await yuki.browser.call(saying.markSaid, { params, body: { as: 'decision' } })
  const word = (text: string, seen: number | null) => ({ params: { thread }, body: { text, seen } })
  const first = await yuki.browser.call(saying.wordThreadStanding, word('Three sets.', null))
  const late = await maren.browser.refused(saying.wordThreadStanding, word('Four sets.', null))
  assert.equal(late.name, 'standing-changed')
  await maren.browser.call(saying.wordThreadStanding, word('Three sets, from May.', first.number))
  const shown = await maren.browser.call(reading.readThread, { params: { thread } })
  assert.equal(shown.standing?.text, 'Three sets, from May.')
  assert.deepEqual(shown.marked, [{ comment, as: 'decision', words: 'Let us have three sets.' }])
  const line = await maren.browser.call(reading.readLine, {
    params: { thread },
    query: { from: 0 },
  })
  assert.deepEqual(line.comments[1]?.reactions, [
    { emoji: '👍', names: ['Yuki Tanabe'], mine: false },
  ])
  assert.deepEqual(
    line.happened.map(({ kind, by }) => [kind, by]),
    [
      ['thread.summed', 'Yuki Tanabe'],
      ['thread.summed', 'Maren Solheim'],
    ],
  )
  await react(false)
})

test('a facilitator hides a comment with a reason; its words are shown and found nowhere', async () => {
  const thread = await began(maren, coop)
  const comment = await said(chiara, thread, 'The zanzibar code is 1234')
  const file = await chiara.browser.fetch(
    addressOf(addFile, { kind: 'comment', holder: comment }, { name: 'plan.txt' }),
    { method: 'POST', body: 'A plan', headers: { 'content-type': 'application/octet-stream' } },
  )
  const { id: held } = FileShown.parse(await file.json())
  const params = { thread, comment }
  const body = { why: 'A code stands in it' }
  assert.equal((await yuki.browser.refused(keeping.hideSaid, { params, body })).name, 'not-allowed')
  const find = async () =>
    (await yuki.browser.call(readMemory, { query: { words: 'zanzibar' } })).found.length
  assert.equal(await find(), 1)
  assert.equal((await yuki.browser.fetch(`/files/${held}`)).status, 200)
  await maren.browser.call(keeping.hideSaid, { params, body })
  const { comments } = await yuki.browser.call(reading.readLine, { params: { thread } })
  assert.deepEqual(comments.at(-1)?.hidden, { by: 'Maren Solheim', why: 'A code stands in it' })
  assert.equal(comments.at(-1)?.text, null)
  assert.equal(await find(), 0)
  assert.equal((await yuki.browser.fetch(`/files/${held}`)).status, 404)
  await maren.browser.call(keeping.hideSaid, { params, body: { why: null } })
  assert.equal(await find(), 1)
})

test('a locked thread takes no more words, but one still takes back and reacts', async () => {
  const thread = await began(maren, coop)
  const comment = await said(chiara, thread, 'Hasty words')
  const params = { thread }
  await maren.browser.call(keeping.lockThread, { params, body: { why: 'Until Monday' } })
  const no = await chiara.browser.refused(saying.sayInThread, { params, body: { text: 'More' } })
  assert.equal(no.name, 'thread-locked')
  const which = { thread, comment }
  await yuki.browser.call(saying.reactToSaid, { params: which, body: { emoji: '🌱', on: true } })
  await chiara.browser.call(saying.takeSaidBack, { params: which })
  await maren.browser.call(keeping.lockThread, { params, body: { why: null } })
  await said(chiara, thread, 'Calmer words')
})

test('a split takes an aside with its answers along; what was read stays read in both', async () => {
  const thread = await began(maren, coop, 'Keys', 'Keys?')
  const aside = await said(chiara, thread, 'And the heating?')
  await said(yuki, thread, 'Keys: I take one.')
  const answer = await said(maren, thread, 'Cold, yes.', aside)
  const params = { thread }
  const { comments } = await yuki.browser.call(reading.readLine, { params })
  const number = comments.find(({ id }) => id === aside)?.number ?? 0
  await yuki.browser.call(reading.markThreadRead, { params, body: { upTo: number } })
  const body = { title: 'The heating', comments: [aside], answers: true }
  assert.equal(
    (await yuki.browser.refused(keeping.splitThread, { params, body })).name,
    'not-allowed',
  )
  const { thread: heating } = await maren.browser.call(keeping.splitThread, { params, body })
  assert.deepEqual(await wordsIn(maren, thread), ['Keys?', 'Keys: I take one.'])
  assert.deepEqual(await wordsIn(maren, heating), ['And the heating?', 'Cold, yes.'])
  assert.deepEqual([await unreadBy(yuki, thread), await unreadBy(yuki, heating)], [0, 1])
  assert.deepEqual([await unreadBy(chiara, thread), await unreadBy(chiara, heating)], [2, 1])
  const moved = await maren.browser.call(reading.readLine, { params: { thread: heating } })
  assert.equal(moved.comments[1]?.id, answer)
  assert.equal(moved.comments[1]?.answers?.id, aside)
  const back = await maren.browser.call(readMemory, { query: { words: 'heating' } })
  assert.ok(back.found.every(({ href }) => href.startsWith(`/threads/${heating}`)))
})

test('two threads about one thing become one, and the old address leads to it', async () => {
  const keys = await began(maren, coop, 'Keys', 'Keys?')
  const doors = await began(chiara, coop, 'Doors', 'Doors?')
  await said(yuki, doors, 'Two doors.')
  const read = await maren.browser.call(reading.readLine, { params: { thread: doors } })
  const upTo = read.comments[0]?.number ?? 0
  await maren.browser.call(reading.markThreadRead, { params: { thread: doors }, body: { upTo } })
  const params = { thread: doors }
  await maren.browser.call(keeping.mergeThread, { params, body: { into: keys } })
  assert.deepEqual(await wordsIn(yuki, keys), ['Keys?', 'Doors?', 'Two doors.'])
  assert.equal(await unreadBy(maren, keys), 1)
  assert.equal(await unreadBy(chiara, keys), 2)
  const old = await yuki.browser.call(reading.readThread, { params })
  assert.deepEqual([old.mergedInto, old.may.say], [keys, false])
  const no = await yuki.browser.refused(saying.sayInThread, { params, body: { text: 'Here?' } })
  assert.equal(no.name, 'thread-merged')
  const list = await yuki.browser.call(beginning.listThreads, { params: { circle: coop } })
  assert.ok(list.threads.every(({ thread }) => thread !== doors))
})

test('a thread goes on from a note, quoted and linked; who cannot read the note cannot', async () => {
  const { note } = await maren.browser.call(makeNote, {
    body: { holder: { kind: 'circle', id: coop }, title: 'The house' },
  })
  const from = { kind: 'note', id: note }
  const begin = { params: { circle: coop }, body: { title: 'Talk', text: 'Well?', from } }
  const { thread } = await chiara.browser.call(beginning.beginThread, begin)
  const shown = await yuki.browser.call(reading.readThread, { params: { thread } })
  assert.deepEqual(shown.source, { title: 'The house', href: `/notes/${note}`, quotes: [] })
  const here = await yuki.browser.call(beginning.readSource, { params: from })
  assert.deepEqual(
    here.threads.map((one) => one.thread),
    [thread],
  )
  const elsewhere = await stranger.browser.call(beginning.readSource, { params: from })
  assert.deepEqual(elsewhere, { source: null, threads: [] })
})

test('the whole leaves as Markdown and JSON, and as a feed at a secret address', async () => {
  const thread = await began(maren, coop, 'The roof', 'It leaks.')
  const comment = await said(chiara, thread, 'Two buckets <help>', null)
  const gone = await said(yuki, thread, 'Never mind')
  await yuki.browser.call(saying.takeSaidBack, { params: { thread, comment: gone } })
  const file = async (format: string) =>
    (await yuki.browser.fetch(addressOf(reading.exportThread, { thread, format }))).text()
  const markdown = await file('md')
  assert.match(markdown, /^# The roof\n/)
  assert.match(markdown, /\*\*Chiara Bellandi\*\* · 2026-12-03 18:00 UTC\n\nTwo buckets <help>/)
  const whole = JSON.parse(await file('json'))
  assert.deepEqual(
    whole.comments.map(({ text }: { text: string | null }) => text),
    ['It leaks.', 'Two buckets <help>', null],
  )
  const made = await yuki.browser.call(makeFeed, { body: { circle: coop } })
  const word = /feeds\/([\w-]+)\/threads\.atom/.exec(made.threads)?.[1] ?? ''
  const feed = await hall.browser().fetch(`/feeds/${word}/${thread}.atom`)
  const xml = await feed.text()
  assert.match(xml, new RegExp(`<id>${hall.origin}/threads/${thread}#${comment}</id>`))
  assert.match(xml, /Two buckets &amp;lt;help&amp;gt;/)
  const etag = feed.headers.get('etag') ?? ''
  const again = await hall.browser().fetch(`/feeds/${word}/threads.atom`)
  assert.match(await again.text(), /The roof/)
  const same = await hall.browser().fetch(`/feeds/${word}/${thread}.atom`, {
    headers: { 'if-none-match': etag },
  })
  assert.equal(same.status, 304)
  assert.equal((await hall.browser().fetch('/feeds/wrong/threads.atom')).status, 404)
})

test('the list tells what is unread and finds words; home names what waits', async () => {
  const thread = await began(chiara, coop, 'Bees on the roof', 'A quincunx of hives?')
  await said(maren, thread, 'Ask @Yuki Tanabe first.')
  const params = { circle: coop }
  const list = (query: object) => yuki.browser.call(beginning.listThreads, { params, query })
  const found = await list({ words: 'quincun' })
  assert.deepEqual(
    found.threads.map((one) => [one.thread, one.comments, one.unread]),
    [[thread, 2, 2]],
  )
  assert.ok(found.threads[0]?.found?.piece.includes('\u0002quincunx\u0003'))
  const waits = async () => (await yuki.browser.call(beginning.unreadThreads)).threads
  const bees = (await waits()).find((one) => one.thread === thread)
  assert.deepEqual([bees?.unread, bees?.named, bees?.circle.id], [2, true, coop])
  await yuki.browser.call(reading.chooseForThread, {
    params: { thread },
    body: { how: 'mute', mail: null },
  })
  assert.equal(
    (await waits()).find((one) => one.thread === thread),
    undefined,
  )
})

test('who is erased leaves that they spoke, and takes their words', async () => {
  const leaving = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
  const thread = await began(maren, coop)
  await said(leaving, thread, 'A xylophone in the hall')
  const [own] = await ownThreads(hall.hall.db, [leaving.id])
  assert.deepEqual(
    own?.said.map(({ text }) => text),
    ['A xylophone in the hall'],
  )
  const now = hall.clock.now()
  await hall.hall.transact((tx) => erasePerson(tx, { person: leaving.id, now }))
  const { comments } = await maren.browser.call(reading.readLine, {
    params: { thread },
    query: { from: 0 },
  })
  assert.deepEqual([comments[1]?.who.former, comments[1]?.text], [true, null])
  const { found } = await maren.browser.call(readMemory, { query: { words: 'xylophone' } })
  assert.deepEqual(found, [])
})
