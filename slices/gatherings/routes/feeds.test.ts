import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import { DAY } from '#kernel/clock.ts'
import { makeCircle } from '#slices/circles/index.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const hall = await openTestHall({ now: NOW })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const tools = await hall.hall.transact((tx) =>
  makeCircle(tx, { name: 'Tools circle', parent: coop }, { by: null, now: NOW }),
)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [tools] })
const open = await called(oisin.browser, tools, { title: 'Open bench' })
await called(oisin.browser, tools, { title: 'Tools only', access: 'members' })
await called(maren.browser, coop, { title: 'Winter assembly' })

async function read(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, hall.origin), { headers })
}

function titlesIn(calendar: string): unknown[] {
  return new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'))
    .toSorted()
}

async function events(path: string): Promise<unknown[]> {
  return titlesIn(await (await read(path)).text())
}

test('everybody can subscribe to what is public, of all or of a circle', async () => {
  assert.deepEqual(await events('/feeds/public.ics'), ['Open bench', 'Winter assembly'])
  assert.deepEqual(await events(`/feeds/${tools}.ics`), ['Open bench'])
  const atom = await (await read(`/feeds/${tools}.atom`)).text()
  assert.match(atom, /<title>Gatherings of Tools circle, Quillmarsh Commons<\/title>/)
  assert.ok(!atom.includes('Tools only'))
})

test('a secret feed shows what its person may see, and nothing once it is revoked', async () => {
  const feed = await oisin.browser.call(api.makeFeed, { body: { circle: null } })
  const path = new URL(feed.calendar).pathname
  assert.deepEqual(await events(path), ['Open bench', 'Tools only', 'Winter assembly'])
  const answer = await read(path)
  assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  const { feeds } = await oisin.browser.call(api.listFeeds)
  assert.equal(feeds.length, 1)
  assert.ok(!JSON.stringify(feeds).includes(path.slice(7, 40)))
  assert.equal(
    (await maren.browser.refused(api.revokeFeed, { params: { feed: feed.id } })).status,
    404,
  )
  await oisin.browser.call(api.revokeFeed, { params: { feed: feed.id } })
  assert.equal((await read(path)).status, 404)
})

test('who has the newest version is told so, and hears of a change', async () => {
  const first = await read('/feeds/public.ics')
  const etag = first.headers.get('etag') ?? ''
  const modified = first.headers.get('last-modified') ?? ''
  assert.match(etag, /^"[\w-]+"$/)
  assert.equal((await read('/feeds/public.ics', { 'if-none-match': etag })).status, 304)
  assert.equal((await read('/feeds/public.ics', { 'if-modified-since': modified })).status, 304)
  hall.clock.pass(60_000)
  const body = { starts: '2026-12-04T19:00' }
  await oisin.browser.call(api.changeGathering, { params: { gathering: open }, body })
  assert.equal((await read('/feeds/public.ics', { 'if-none-match': etag })).status, 200)
  assert.equal((await read('/feeds/public.ics', { 'if-modified-since': modified })).status, 200)
})

test('what was called off stays in the feed as called off for 90 days', async () => {
  await oisin.browser.call(api.cancelGathering, {
    params: { gathering: open },
    body: { reason: 'Snow' },
  })
  const text = await (await read('/feeds/public.ics')).text()
  assert.match(text, /STATUS:CANCELLED/)
  assert.match(await (await read('/feeds/public.atom')).text(), /Called off: Open bench/)
  hall.clock.set(new Date(Date.parse('2026-12-04T18:00:00Z') + 91 * DAY).toISOString())
  assert.deepEqual(await events('/feeds/public.ics'), ['Winter assembly'])
})

test('a feed that is none answers nothing', async () => {
  for (const path of ['/feeds/nothing.ics', '/feeds/public.exe', '/feeds/..%2f.ics'])
    assert.equal((await read(path)).status, 404, path)
})
