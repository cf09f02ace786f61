import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import { SESSION_COOKIE } from '#kernel/session.ts'
import { called, item } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'

const hall = await openTestHall({ now: '2026-11-24T10:00:00.000Z' })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)

async function text(path: string): Promise<string> {
  const answer = await hall.browser().fetch(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

const gathering = await called(maren.browser, coop)

test('anybody reads the invitation without a script: what, when, who, and the order with its times', async () => {
  const seen = await text(`/g/${gathering}`)
  for (const word of [
    'Who keeps the keys?',
    'Thursday 3 December 2026',
    'Panel: who holds them?',
    'لينا الخطيب',
    'How long is a term?',
    'Open to everybody.',
  ])
    assert.ok(seen.includes(word), word)
  const times = [...seen.matchAll(/<td><time[^>]*>(\d\d:\d\d)</g)].map(([, time]) => time)
  assert.deepEqual(times, ['19:00', '19:10', '19:40', '20:05', '20:10'])
  assert.ok(!seen.includes('water for the panel'))
})

test('a reader elsewhere sees their own time, with that of the hall beside it', async () => {
  const seen = await text(`/g/${gathering}?zone=Europe/Helsinki`)
  assert.match(seen, />20:00<\/time> to <time[^>]*>22:05<\/time>&#32;<span>your time, Helsinki/)
  assert.match(seen, />19:00<\/time> to <time[^>]*>21:05<\/time> in the hall, Amsterdam/)
  const twisted = await hall.browser().fetch(`/g/${gathering}?zone=%3Cscript%3E`)
  assert.ok(!(await twisted.text()).includes('<script>alert'))
})

test('the page is all in one answer, of at most 30 kB', async () => {
  const seen = await text(`/g/${gathering}`)
  assert.ok(!/<link rel="stylesheet"|<script src|<img/.test(seen))
  assert.ok(Buffer.byteLength(seen) < 30_000, `${Buffer.byteLength(seen)} bytes`)
  assert.ok(gzipSync(seen).length < 10_000, `${gzipSync(seen).length} bytes packed`)
})

test('nothing that people wrote becomes markup, in the page or in what machines read of it', async () => {
  const evil = '</script><script>alert(1)</script>'
  const id = await called(maren.browser, coop, {
    title: evil,
    purpose: `${evil} "quoted" & more`,
    items: [item('talk', evil, 5, { owners: [{ name: evil }], line: evil, handouts: [evil] })],
  })
  const seen = await text(`/g/${id}`)
  assert.ok(!seen.includes('<script>alert'))
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(seen)?.[1] ?? ''
  const event: { name: string; startDate: string } = JSON.parse(json)
  assert.equal(event.name, evil)
  assert.equal(event.startDate, '2026-12-03T18:00:00.000Z')
  assert.match(seen, /<meta property="og:title" content="&lt;\/script&gt;/)
})

test('a browser that finds nothing is told so in a sentence, not in a problem for machines', async () => {
  const headers = { accept: 'text/html', 'accept-language': 'es' }
  const answer = await hall.browser().fetch('/g/gth_nothing', { headers })
  assert.equal(answer.status, 404)
  assert.ok((await answer.text()).includes('<h1>Aquí no hay nada'))
  const machine = await hall.browser().fetch('/g/gth_nothing')
  assert.equal(machine.headers.get('content-type'), 'application/problem+json')
})

test('a page for members says nothing to strangers, nor to search engines', async () => {
  const id = await called(maren.browser, coop, { access: 'members', title: 'Members only' })
  const stranger = await hall.browser().fetch(`/g/${id}`)
  assert.equal(stranger.status, 404)
  assert.ok(!(await stranger.text()).includes('Members only'))
  const seen = await (await maren.browser.fetch(`/g/${id}`)).text()
  assert.match(seen, /<meta name="robots" content="noindex"/)
  assert.ok(!seen.includes('ld+json') && !seen.includes('og:title'))
})

test('the page speaks Spanish when asked, and remembers it', async () => {
  const browser = hall.browser()
  const seen = await (await browser.fetch(`/g/${gathering}?lang=es`)).text()
  assert.match(seen, /<html lang="es"/)
  assert.match(seen, /jueves/)
  const again = await (await browser.fetch(`/g/${gathering}`)).text()
  assert.ok(again.includes('<html lang="es"'))
})

test('a calendar file holds this one gathering', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await text(`/g/${gathering}.ics`)))
  const event = calendar.getFirstSubcomponent('vevent')
  assert.equal(event?.getFirstPropertyValue('summary'), 'Who keeps the keys?')
  assert.equal(event?.getAllProperties('attendee').length, 0)
})

test('when the doors are open, a guest comes in with a name, and by a link that was renewed no more', async () => {
  const id = await called(maren.browser, coop, { access: 'members', starts: '2026-11-24T12:00' })
  const params = { gathering: id }
  const early = await maren.browser.call(api.readGathering, { params })
  assert.equal(early.phase, 'coming')
  hall.clock.set('2026-11-24T10:50:00.000Z')
  const { link } = await maren.browser.call(api.readGathering, { params })
  const path = new URL(link ?? '').pathname
  const guest = hall.browser()
  assert.match(await (await guest.fetch(path)).text(), /The doors are open/)
  const nameless = await guest.fetch(`${path}/come-in`, {
    method: 'POST',
    body: new URLSearchParams({ name: ' ' }),
  })
  assert.equal(nameless.status, 422)
  assert.match(await nameless.text(), /Say a name/)
  const inside = await guest.fetch(`${path}/come-in`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Joost van Dalen' }),
  })
  assert.equal(inside.status, 303)
  assert.equal(inside.headers.get('location'), `/gatherings/${id}/room`)
  assert.equal((await guest.call(api.readGathering, { params })).title, 'Who keeps the keys?')
  await maren.browser.call(api.renewEntryLink, { params })
  assert.equal((await guest.refused(api.readGathering, { params })).status, 404)
  assert.equal((await hall.browser().fetch(path)).status, 404)
  assert.ok(!guest.cookies.has(SESSION_COOKIE))
})

test('somebody signed in answers on the page, from our own pages only', async () => {
  const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })
  const post = (origin: string) =>
    oisin.browser.fetch(`/g/${gathering}`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ answer: 'maybe' }),
    })
  assert.equal((await post('https://elsewhere.example')).status, 403)
  assert.equal((await post(hall.origin)).status, 303)
  const seen = await oisin.browser.call(api.readGathering, { params: { gathering } })
  assert.equal(seen.answer, 'maybe')
})
