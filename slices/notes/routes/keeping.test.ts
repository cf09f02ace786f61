/** Notes: where they belong, who sees them, how they come back. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listGatherings } from '#slices/gatherings/api.ts'
import { enterTheRoom, removeSomebody } from '#slices/room/api.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'

const hall = await openTestHall()
after(async () => {
  await hall.close()
  assert.deepEqual(hall.errors, [])
})
const { coop, maren } = await foundedHall(hall)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })
const yuki = await somebody(hall, 'Yuki Tanabe')
const ofCoop = { kind: 'circle', id: coop } as const

test('a member makes a lasting note; members find it, strangers do not', async () => {
  const body = { holder: ofCoop, title: 'Keys and keepers' }
  const { note } = await oisin.browser.call(api.makeNote, { body })
  const { notes, may } = await maren.browser.call(api.listNotes, { query: ofCoop })
  assert.deepEqual(
    notes.map(({ title }) => title),
    ['Keys and keepers'],
  )
  assert.deepEqual(may, { make: true, keep: true })
  const seen = await maren.browser.call(api.readNote, { params: { note } })
  assert.equal(seen.place?.title, 'Quillmarsh Commons')
  assert.deepEqual(seen.me.right, 'write')
  for (const browser of [yuki.browser, hall.browser()]) {
    assert.equal((await browser.refused(api.readNote, { params: { note } })).name, 'not-found')
    assert.equal((await browser.refused(api.listNotes, { query: ofCoop })).name, 'not-found')
    assert.equal((await browser.refused(api.makeNote, { body })).name, 'not-found')
  }
})

test('it is named anew and back; only keepers put it away; put away it can be brought back', async () => {
  const body = { holder: ofCoop, title: 'Shopping' }
  const { note } = await maren.browser.call(api.makeNote, { body })
  const params = { note }
  await oisin.browser.call(api.changeNote, { params, body: { title: 'Shopping in May' } })
  const no = await oisin.browser.refused(api.changeNote, { params, body: { rested: true } })
  assert.equal(no.name, 'not-allowed')
  await maren.browser.call(api.changeNote, { params, body: { rested: true } })
  const rested = await oisin.browser.call(api.readNote, { params })
  assert.equal(rested.title, 'Shopping in May')
  assert.equal(rested.restedAt, hall.clock.now())
  await maren.browser.call(api.changeNote, { params, body: { rested: false } })
  assert.equal((await oisin.browser.call(api.readNote, { params })).restedAt, null)
})

test('a gathering has one main note, made when it is first opened', async () => {
  const gathering = await called(maren.browser, coop)
  const params = { gathering }
  const [first, second] = await Promise.all([
    maren.browser.call(api.openNoteOf, { params }),
    oisin.browser.call(api.openNoteOf, { params }),
  ])
  assert.equal(first.note, second.note)
  const query = { kind: 'gathering', id: gathering } as const
  const { notes } = await oisin.browser.call(api.listNotes, { query })
  assert.deepEqual(
    notes.map(({ id, main, title }) => [id, main, title]),
    [[first.note, true, 'Who keeps the keys?']],
  )
})

test('a guest of the room writes in its notes until they are removed', async () => {
  const gathering = await called(maren.browser, coop)
  const params = { gathering }
  const { note } = await maren.browser.call(api.openNoteOf, { params })
  const guest = hall.browser()
  const stranger = await guest.refused(api.readNote, { params: { note } })
  assert.equal(stranger.name, 'not-found')
  await maren.browser.call(enterTheRoom, { params })
  const { me } = await guest.call(enterTheRoom, { params, body: { name: 'Ximena' } })
  const seen = await guest.call(api.readNote, { params: { note } })
  assert.deepEqual(seen.me, { right: 'write', who: me.who, name: 'Ximena', asksName: false })
  await maren.browser.call(removeSomebody, {
    params: { ...params, who: me.who },
    body: { reason: 'shouting' },
  })
  const gone = await guest.refused(api.readNote, { params: { note } })
  assert.equal(gone.name, 'not-found')
})

test('a note of an item belongs to its gathering; a note moves and moves back', async () => {
  const gathering = await called(maren.browser, coop, { title: 'Handing over' })
  const { note } = await maren.browser.call(api.makeNote, {
    body: { holder: ofCoop, title: 'Handout' },
  })
  const params = { note }
  const { places } = await maren.browser.call(api.placesForNote, { params })
  assert.ok(places.every(({ kind }) => kind === 'gathering'))
  assert.ok(places.some(({ id, title }) => id === gathering && title === 'Handing over'))
  const item = { kind: 'item', id: `${gathering}.itm_welcome` } as const
  const { from } = await maren.browser.call(api.moveNote, { params, body: { holder: item } })
  assert.deepEqual(from, ofCoop)
  const others = await maren.browser.call(api.placesForNote, { params })
  assert.deepEqual(
    others.places.filter(({ kind, id }) => kind === 'circle' || id === gathering),
    [
      { kind: 'circle', id: coop, title: 'Quillmarsh Commons' },
      { kind: 'gathering', id: gathering, title: 'Handing over' },
    ],
  )
  const query = { kind: 'gathering', id: gathering } as const
  const there = await maren.browser.call(api.listNotes, { query })
  assert.ok(there.notes.some(({ id }) => id === note))
  await maren.browser.call(api.moveNote, { params, body: { holder: from } })
  const back = await maren.browser.call(api.readNote, { params })
  assert.equal(back.holder.id, coop)
  const odd = { kind: 'item', id: gathering } as const
  const no = await maren.browser.refused(api.moveNote, { params, body: { holder: odd } })
  assert.equal(no.name, 'not-understood')
})

test('of a series, the next gathering opens a new note, or the very same one', async () => {
  const rule = { every: 'week', interval: 1, on: ['TH'], until: null } as const
  const first = await called(maren.browser, coop, { rule: { ...rule, on: ['TH'] } })
  const { gatherings } = await maren.browser.call(listGatherings, { query: {} })
  const series = gatherings.find(({ id }) => id === first)?.series
  const [, second, third] = gatherings.filter((one) => one.series === series)
  const open = async (gathering: typeof first | undefined) =>
    (await maren.browser.call(api.openNoteOf, { params: { gathering: gathering ?? first } })).note
  const one = await open(first)
  const two = await open(second?.id)
  assert.notEqual(one, two)
  await maren.browser.call(api.changeNote, { params: { note: two }, body: { returns: 'same' } })
  assert.equal(await open(third?.id), two)
  const { gatherings: opened } = await maren.browser.call(api.readNote, { params: { note: two } })
  assert.deepEqual(opened.toSorted(), [second?.id, third?.id].toSorted())
})
