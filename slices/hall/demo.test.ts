/** The demo is believable: what was, what is, what comes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeWayBack } from '#slices/people/index.ts'
import { takeLink } from '#slices/people/api/sign-in.ts'
import { membersOn } from '#slices/circles/index.ts'
import { whatIfCircle } from '#slices/decisions/api/what-if.ts'
import { readConstitution } from '#slices/constitutions/api/reading.ts'
import { listDraws, takeDrawFile } from '#slices/roles/api/draws.ts'
import { DrawFile, redraw } from '#slices/roles/rules/draw.ts'
import { listExcuses, listStandings } from '#slices/standing/api.ts'
import { listCircles } from '#slices/circles/api.ts'
import { DAY, plus } from '#kernel/clock.ts'
import { verifyRecord } from '#kernel/verify.ts'
import { listGatherings } from '#slices/gatherings/api.ts'
import { listVersions } from '#slices/notes/api/history.ts'
import { listNotes } from '#slices/notes/api.ts'
import { noteShares, noteText } from '#slices/notes/index.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall, type TestHall } from '#testing/hall.ts'
import { addressOf } from '#kernel/operation.ts'
import { somebody } from '#testing/people.ts'
import { readHome } from './api/home.ts'
import { fillWithDemo } from './api/opening.ts'
import { fillDemo } from './store/demo.ts'

/** A lasting note with a version by name, those of gatherings with sections, one approved. */
async function hasNotes({ hall: { db } }: TestHall, steward: Browser): Promise<void> {
  const { circles } = await steward.call(listCircles)
  const notesOf = async (holder: { kind: 'circle' | 'gathering'; id: string }) =>
    (await steward.call(listNotes, { query: { kind: holder.kind, id: holder.id } })).notes
  const idOf = (name: string) => circles.find((one) => one.name === name)?.id ?? 'cir_'
  const [lasting] = await notesOf({ kind: 'circle', id: idOf('Tools circle') })
  assert.equal(lasting?.title, 'What we share, and who keeps it')
  const { versions } = await steward.call(listVersions, { params: { note: lasting.id } })
  assert.deepEqual(
    versions.map(({ label }) => label),
    ['after the autumn round'],
  )
  const writers = (await noteShares(db, lasting.id)).filter(({ characters }) => characters > 0)
  assert.equal(writers.length, 5)
  const [approved] = await notesOf({ kind: 'circle', id: idOf('Quillmarsh Commons') })
  assert.ok(approved?.approved)
  const { gatherings } = await steward.call(listGatherings, { query: {} })
  const living = gatherings.find(({ title }) => title === 'Who keeps the keys?')
  const [note] = await notesOf({ kind: 'gathering', id: living?.id ?? '' })
  assert.match(note ? await noteText(db, note.id) : '', /Panel: who holds the keys\?\nNgozi/)
}

/** Two years: rules that changed, somebody who left and came back, dues, terms, a draw. */
async function hasYears({ hall: { db }, clock }: TestHall, steward: Browser): Promise<void> {
  const { circles } = await steward.call(listCircles)
  const circle = circles[0]?.id ?? 'cir_'
  const { versions } = await steward.call(readConstitution, { params: { circle }, query: {} })
  assert.equal(versions.length, 4)
  const insideAgo = async (days: number) =>
    (await membersOn(db, circle, plus(clock.now(), -days * DAY).slice(0, 10))).length
  assert.deepEqual([await insideAgo(720), await insideAgo(395), await insideAgo(0)], [7, 11, 13])
  const { counts } = await steward.call(listStandings, { params: { circle } })
  assert.equal(counts.paused, 1)
  assert.ok(counts.good > 7)
  const { requests } = await steward.call(listExcuses, { params: { circle } })
  assert.deepEqual(
    requests.map(({ name }) => name),
    ['Aroha Ngata'],
  )
  const { draws } = await steward.call(listDraws, { params: { circle } })
  const params = { circle, draw: draws[0]?.draw ?? 'drw_' }
  const file = await (await steward.fetch(addressOf(takeDrawFile, params))).json()
  assert.deepEqual(redraw(DrawFile.parse(file)).differs, [])
}

/** CoTech's fifteen decisions: one of them stands if half of the co-ops had to vote. */
async function looksBack(steward: Browser): Promise<void> {
  const { circles } = await steward.call(listCircles)
  const circle = circles.find(({ name }) => name === 'A network looks back')?.id ?? 'cir_'
  const query = { quorum: '1/2' }
  const { decided, decisions } = await steward.call(whatIfCircle, { params: { circle }, query })
  const stand = decisions.filter(({ after: end }) => end?.result === 'passed')
  assert.deepEqual([decided, stand.map(({ title }) => title)], [15, ['GreenNet']])
}

test('the demo hall has a past, a living and a coming gathering, and people to be', async () => {
  await using hall = await openTestHall()
  const now = hall.clock.now()
  const [maren, oisin] = await fillDemo(hall.hall, { steward: null, now })
  assert.ok(maren && oisin)
  const visitors = [maren, oisin].map(async (person) => {
    const browser = hall.browser()
    const { token } = await hall.hall.transact((tx) => makeWayBack(tx, { person, by: null, now }))
    await browser.call(takeLink, { body: { token } })
    return browser
  })
  const [steward, member] = await Promise.all(visitors)
  assert.ok(steward && member)
  const home = await member.call(readHome)
  const [on] = home.on
  assert.equal(on?.title, 'Who keeps the keys?')
  assert.equal(on.here, 11)
  assert.equal(on.item, 'Panel: who holds the keys?')
  assert.deepEqual(on.holders, ['Chiara Bellandi'])
  assert.equal(on.next, 'Devika Rao')
  assert.equal(on.left, 17)
  assert.deepEqual(
    on.order.map(({ state }) => state),
    ['done', 'done', 'now', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead'],
  )
  assert.deepEqual(
    home.next.map(({ title }) => title),
    ['Treasurers’ lunch hour', 'Welcome evening', 'Winter assembly'],
  )
  assert.deepEqual(home.missed, [])
  assert.deepEqual(home.taken, [])
  assert.ok(home.diary.some(({ kind }) => kind === 'called'))
  for (const { kind, who } of home.diary)
    assert.ok(kind !== 'joined' || who, 'who joined has a name')
  const { circles } = await steward.call(listCircles)
  assert.equal(circles.length, 6)
  assert.equal(circles[0]?.members, 13) // eleven people and two member co-ops
  await hasNotes(hall, steward)
  await hasYears(hall, steward)
  await looksBack(steward)
  const refused = await steward.refused(fillWithDemo)
  assert.equal(refused.name, 'hall-in-use')
  assert.equal((await verifyRecord(hall.hall.db)).faultCount, 0)
  assert.deepEqual(hall.errors, [])
})

test('a stranger sees of the demo only what is public', async () => {
  await using hall = await openTestHall()
  await fillDemo(hall.hall, { steward: null, now: hall.clock.now() })
  const home = await hall.browser().call(readHome)
  assert.deepEqual(
    home.on.map(({ title }) => title),
    ['Who keeps the keys?'],
  )
  assert.deepEqual(
    home.next.map(({ title }) => title),
    ['Welcome evening'],
  )
  assert.deepEqual(home.diary, [])
  const newcomer = await somebody(hall, 'Somebody Else')
  const { missed } = await newcomer.browser.call(readHome)
  assert.deepEqual(missed, [])
})
