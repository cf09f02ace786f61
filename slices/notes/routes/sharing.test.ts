/** Notes that are shared by links, locked, approved. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { runTimer } from '#kernel/jobs.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall } from '#testing/hall.ts'
import { agree, takePen } from '#testing/pens.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'
import { keepVersion } from '../api/history.ts'
import { lifeTimers } from '../timers/life.ts'

const hall = await openTestHall()
const pens: ReturnType<typeof takePen>[] = []
after(async () => {
  for (const pen of pens) pen.end()
  await hall.close()
  assert.deepEqual(hall.errors, [])
})
const { coop, maren } = await foundedHall(hall)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })

async function newNote(title: string) {
  const body = { holder: { kind: 'circle', id: coop } as const, title }
  return { note: (await maren.browser.call(api.makeNote, { body })).note }
}

function sits(browser: Browser, note: string) {
  const pen = takePen(hall.origin, note, browser.cookieHeader)
  pens.push(pen)
  return pen
}

async function linkTo(note: `not_${string}`, gives: 'read' | 'comment' | 'write', days = 30) {
  const made = await maren.browser.call(api.makeNoteLink, {
    params: { note },
    body: { gives, days, label: 'the neighbours' },
  })
  return { ...made, path: new URL(made.address).pathname }
}

/** Comes by a link and says a name, as its page does. */
async function comesIn(path: string, name: string) {
  const browser = hall.browser()
  assert.equal((await browser.fetch(path)).status, 200)
  const body = new URLSearchParams({ name })
  const answer = await browser.fetch(path, { method: 'POST', body })
  assert.equal(answer.status, 303)
  return browser
}

test('a guest with a link to write says a name and writes, in that note only', async () => {
  const params = await newNote('Shared')
  const other = await newNote('Not shared')
  const { path } = await linkTo(params.note, 'write')
  const stranger = hall.browser()
  const page = await stranger.fetch(path)
  assert.match(await page.text(), /Say who you are/)
  const before = await stranger.call(api.readNote, { params })
  assert.equal(before.me.right, 'read')
  assert.equal(before.me.asksName, true)
  assert.equal((await stranger.fetch(path, { method: 'POST', body: '' })).status, 422)
  const guest = await comesIn(path, 'Zoë')
  const seen = await guest.call(api.readNote, { params })
  assert.equal(seen.me.right, 'write')
  assert.equal(seen.me.name, 'Zoë')
  assert.equal((await guest.refused(api.readNote, { params: other })).name, 'not-found')
  const pen = sits(guest, params.note)
  await pen.until(() => pen.provider.synced, 'being let in')
  pen.writes('from outside')
  await pen.until(pen.saved)
  const elsewhere = sits(guest, other.note)
  await elsewhere.until(() => elsewhere.denied.length > 0, 'being refused')
})

test('a link to read or to comment lets nobody write', async () => {
  const params = await newNote('Read only')
  for (const gives of ['read', 'comment'] as const) {
    const { path } = await linkTo(params.note, gives)
    const guest = await comesIn(path, `Reader ${gives}`)
    const { me } = await guest.call(api.readNote, { params })
    assert.equal(me.right, gives)
    const update = { vector: 'AA==', update: 'AAA=' }
    const no = await guest.refused(api.pushToNote, { params, body: update })
    assert.equal(no.name, 'note-not-yours')
  }
})

test('a link that is taken back, is over or whose guest is shut out ends at once, also the writing', async () => {
  const params = await newNote('For a while')
  const [first, second, third] = [
    await linkTo(params.note, 'write'),
    await linkTo(params.note, 'write'),
    await linkTo(params.note, 'write', 1),
  ]
  const one = await comesIn(first.path, 'Ada')
  const two = await comesIn(second.path, 'Bao')
  const three = await comesIn(third.path, 'Chi')
  const [pen, other] = [sits(one, params.note), sits(two, params.note)]
  await pen.until(() => pen.provider.synced && other.provider.synced)
  const { links, guests } = await maren.browser.call(api.listLinks, { params })
  assert.deepEqual(
    links.map(({ came }) => came),
    [1, 1, 1],
  )
  await maren.browser.call(api.revokeNoteLink, { params: { ...params, link: first.link } })
  await pen.until(() => pen.denied.length > 0 || pen.said.length > 0, 'the end of writing')
  const bao = guests.find(({ name }) => name === 'Bao')
  await maren.browser.call(api.shutOutOfNote, { params: { ...params, who: bao?.who ?? '' } })
  hall.clock.pass(2 * DAY)
  for (const timer of lifeTimers) await runTimer(hall.hall, timer)
  for (const gone of [one, two, three])
    assert.equal((await gone.refused(api.readNote, { params })).name, 'not-found')
  assert.equal((await two.fetch(first.path, { headers: { accept: 'text/html' } })).status, 404)
  await two.fetch((await linkTo(params.note, 'read')).path)
  assert.equal((await two.refused(api.readNote, { params })).name, 'not-found')
})

test('only the hash of a link is kept, and only who keeps the note shares it', async () => {
  const params = await newNote('Kept close')
  const { address } = await linkTo(params.note, 'read')
  const token = address.split('/').at(-1) ?? ''
  const rows = await hall.hall.db
    .withTables<{ note_links: { token: Buffer } }>()
    .selectFrom('note_links')
    .select('token')
    .execute()
  assert.ok(rows.every((row) => !row.token.toString('utf8').includes(token)))
  for (const op of [api.listLinks, api.makeNoteLink, api.approveNote, api.lockNote]) {
    const no = await oisin.browser.refused(op, { params, body: { gives: 'read', locked: true } })
    assert.equal(no.name, 'not-allowed')
  }
})

test('a public note is a plain page for everybody, with a feed; unpublished it is gone', async () => {
  const params = await newNote('For all <eyes>')
  const pen = sits(maren.browser, params.note)
  await pen.until(() => pen.provider.synced)
  pen.writes('plain <b>words</b>')
  await pen.until(pen.saved)
  await maren.browser.call(keepVersion, { params, body: { label: 'first <draft>' } })
  pen.writes('and more, by nobody else')
  await pen.until(pen.saved)
  const { address } = await maren.browser.call(api.publishNote, { params, body: { public: true } })
  const path = new URL(address ?? '').pathname
  const page = await hall.browser().fetch(path)
  const html = await page.text()
  assert.match(html, /For all &lt;eyes&gt;/)
  assert.match(html, /plain &lt;b&gt;words/)
  assert.doesNotMatch(html, /<script/)
  const feedFor = async (browser: Browser) => (await browser.fetch(`${path}.atom`)).text()
  const feed = await feedFor(hall.browser())
  assert.match(feed, /<title>For all &lt;eyes&gt;: first &lt;draft&gt;<\/title>/)
  assert.match(feed, /<author><name>Maren Solheim<\/name>/)
  assert.match(feed, /<summary>Maren Solheim wrote 18 characters\.<\/summary>/)
  assert.match(await feedFor(oisin.browser), /href="[^"]*\/notes\/not_\w+\/history"/)
  await maren.browser.call(api.publishNote, { params, body: { public: false } })
  assert.equal((await hall.browser().fetch(path)).status, 404)
})

test('a locked note is read, an approved one is frozen for good with its hash', async () => {
  const params = await newNote('To approve')
  const pen = sits(oisin.browser, params.note)
  await pen.until(() => pen.provider.synced)
  pen.writes('final words')
  await pen.until(pen.saved)
  await maren.browser.call(api.lockNote, { params, body: { locked: true } })
  assert.equal((await oisin.browser.call(api.readNote, { params })).me.right, 'comment')
  await maren.browser.call(api.lockNote, { params, body: { locked: false } })
  const { sha256 } = await maren.browser.call(api.approveNote, { params })
  const text = await (await oisin.browser.fetch(`/api/notes/${params.note}/approval`)).text()
  assert.equal(createHash('sha256').update(text).digest('hex'), sha256)
  assert.match(text, /final words/)
  const again = await maren.browser.refused(api.approveNote, { params })
  assert.equal(again.name, 'note-approved')
  for (const body of [{ title: 'Another' }, { returns: 'same' }] as const) {
    const no = await maren.browser.refused(api.changeNote, { params, body })
    assert.equal(no.name, 'note-approved')
  }
  const update = { vector: 'AA==', update: 'AAA=' }
  const no = await oisin.browser.refused(api.pushToNote, { params, body: update })
  assert.equal(no.name, 'note-approved')
  assert.ok(agree([pen.doc]))
})
