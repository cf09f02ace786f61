/** What a gathering leaves: stories of Quillmarsh Commons. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { verifyRecord } from '#kernel/verify.ts'
import { makeCircle } from '#slices/circles/index.ts'
import { erasePerson } from '#slices/people/index.ts'
import * as room from '#slices/room/api.ts'
import type { Browser } from '#testing/browser.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from './api.ts'
import { verifyZip } from './rules/zip.ts'

const NOW = '2026-12-03T17:50:00.000Z'
const MINUTE = 60_000
const hall = await openTestHall({ now: NOW })
after(async () => {
  await hall.close()
  assert.deepEqual(hall.errors, [])
})
const { coop, maren } = await foundedHall(hall)
const tools = await hall.hall.transact((tx) =>
  makeCircle(tx, { name: 'Tools circle', parent: coop }, { by: null, now: NOW }),
)
const facilitator = [[tools, 'facilitator']] as const
const oisin = await somebody(hall, 'Oisín Farrelly', {
  circles: [tools],
  roles: [...facilitator.map(([c, r]) => [c, r] as [typeof c, typeof r])],
})
const tomasz = await somebody(hall, 'Tomasz Wrona', { circles: [tools] })
const ngozi = await somebody(hall, 'Ngozi Adeyemi', { circles: [tools] })
const yuki = await somebody(hall, 'Yuki Tanabe', { circles: [coop] })

type Evening = { gathering: `gth_${string}`; aroha: Browser; lines: { aroha: number } }

let days = 2

/** An evening of the Tools circle: Oisín facilitates, Tomasz is there, Aroha is a guest. */
async function evening(title: string): Promise<Evening> {
  const day = `2026-12-${String((days += 1)).padStart(2, '0')}`
  hall.clock.set(`${day}T17:50:00.000Z`)
  const when = { starts: `${day}T19:00` }
  const gathering = await called(oisin.browser, tools, { title, access: 'public', ...when })
  const params = { gathering }
  const aroha = hall.browser()
  await oisin.browser.call(room.enterTheRoom, { params })
  await tomasz.browser.call(room.enterTheRoom, { params })
  await aroha.call(room.enterTheRoom, { params, body: { name: 'Aroha Ngata' } })
  hall.clock.pass(10 * MINUTE)
  await oisin.browser.call(room.beginTheGathering, { params })
  const text = 'Our rotá: https://lowmeadow.example/rota'
  const { line } = await aroha.call(room.sayInChat, { params, body: { text } })
  const mine = { text: 'We have one keeper, write to tomasz@example.org' }
  await tomasz.browser.call(room.sayInChat, { params, body: mine })
  const decision = { kind: 'decision' as const, text: 'Two of three open together' }
  await oisin.browser.call(room.writeItDown, { params, body: decision })
  hall.clock.pass(20 * MINUTE)
  return { gathering, aroha, lines: { aroha: line } }
}

async function over(title: string): Promise<Evening> {
  const one = await evening(title)
  await oisin.browser.call(room.endTheGathering, { params: { gathering: one.gathering } })
  return one
}

const of = (gathering: string) => ({ minutes: gathering })
const read = (browser: Browser, gathering: string) =>
  browser.call(api.readMinutes, { params: of(gathering) })
const zipOf = async (browser: Browser, gathering: string) => {
  const answer = await browser.fetch(`/api/minutes/${gathering}/files/minutes.zip`)
  assert.equal(answer.status, 200)
  return new Uint8Array(await answer.arrayBuffer())
}

test('the end of a gathering leaves minutes at once, for those who were there and for the circle', async () => {
  const { gathering, aroha } = await evening('The first evening')
  assert.equal(
    (await oisin.browser.refused(api.readMinutes, { params: of(gathering) })).status,
    404,
  )
  await oisin.browser.call(room.endTheGathering, { params: { gathering } })
  const minutes = await read(tomasz.browser, gathering)
  assert.equal(minutes.state, 'draft')
  assert.equal(minutes.told.of, 'Minutes of Tools circle')
  assert.match(minutes.told.facts[1]?.text ?? '', /Oisín Farrelly facilitated/)
  assert.equal(minutes.told.short[0]?.text, 'Two of three open together')
  assert.equal(minutes.told.items[0]?.chatLines, 2)
  assert.equal(minutes.told.links.length, 1)
  assert.equal((await read(aroha, gathering)).whole, true)
  assert.equal((await read(ngozi.browser, gathering)).may.amend, false)
  for (const stranger of [hall.browser(), yuki.browser])
    assert.equal((await stranger.refused(api.readMinutes, { params: of(gathering) })).status, 404)
})

test('who was there amends, who was not is told whom to ask, and each amendment is seen', async () => {
  const { gathering, aroha } = await over('The amended evening')
  const item = (await read(tomasz.browser, gathering)).told.items[0]?.id ?? ''
  const body = { target: 'item' as const, id: item, text: '212 euros a month' }
  await tomasz.browser.call(api.amendMinutes, { params: of(gathering), body })
  const guest = { ...body, text: '212 euros a month, and a drawer' }
  await aroha.call(api.amendMinutes, { params: of(gathering), body: guest })
  const { state, told } = await read(ngozi.browser, gathering)
  assert.equal(state, 'amended')
  assert.equal(told.items[0]?.notes, '212 euros a month, and a drawer')
  assert.match(told.amendments[1]?.text ?? '', /Item 1: “212 euros a month” became .* Aroha Ngata/)
  const refused = await ngozi.browser.refused(api.amendMinutes, { params: of(gathering), body })
  assert.equal(refused.name, 'not-there')
})

test('everybody corrects their own words, and nobody those of another', async () => {
  const { gathering, aroha, lines } = await over('The corrected evening')
  const params = { ...of(gathering), line: lines.aroha }
  const body = { text: 'Our rota is on the wall' }
  assert.equal(
    (await tomasz.browser.refused(api.correctWords, { params, body })).name,
    'not-your-words',
  )
  await aroha.call(api.correctWords, { params, body })
  const chat = await tomasz.browser.call(api.readMinutesChat, { params: of(gathering) })
  assert.deepEqual(chat.lines.map(({ text, state }) => [text, state])[0], [
    'Our rota is on the wall',
    'corrected',
  ])
})

test('a facilitator approves; then nothing changes, and anybody can check the hash of the zip', async () => {
  const { gathering } = await over('The approved evening')
  const params = of(gathering)
  assert.equal(
    (await tomasz.browser.refused(api.approveMinutes, { params })).name,
    'only-who-facilitated',
  )
  const { sha256 } = await oisin.browser.call(api.approveMinutes, { params })
  const zip = await zipOf(tomasz.browser, gathering)
  const verdict = verifyZip(zip)
  assert.deepEqual(verdict, {
    whole: true,
    sha256,
    title: 'The approved evening',
    approved: true,
    lines: 2,
  })
  assert.deepEqual(Buffer.from(await zipOf(oisin.browser, gathering)), Buffer.from(zip))
  const item = (await read(oisin.browser, gathering)).told.items[0]?.id ?? ''
  const body = { target: 'item' as const, id: item, text: 'late' }
  assert.equal(
    (await tomasz.browser.refused(api.amendMinutes, { params, body })).name,
    'minutes-approved',
  )
  assert.equal(
    (await oisin.browser.refused(api.approveMinutes, { params })).name,
    'minutes-approved',
  )
})

test('public minutes leave out the chat, mail addresses and who asked not to be named', async () => {
  const { gathering, aroha } = await over('The public evening')
  const params = of(gathering)
  await aroha.call(api.stayUnnamed, { params, body: { unnamed: true } })
  const body = { visibility: 'public' as const, publicChat: false }
  assert.equal(
    (await tomasz.browser.refused(api.shareMinutes, { params, body })).name,
    'only-who-facilitated',
  )
  await oisin.browser.call(api.shareMinutes, { params, body })
  const stranger = hall.browser()
  const seen = await read(stranger, gathering)
  assert.equal(seen.whole, false)
  assert.ok(!JSON.stringify(seen).includes('Aroha'))
  assert.equal((await stranger.call(api.readMinutesChat, { params })).lines.length, 0)
  const from = await stranger.fetch(`/gatherings/${gathering}/minutes`)
  assert.equal(from.headers.get('location'), `/minutes/${gathering}`)
  const page = await stranger.fetch(`/minutes/${gathering}`)
  const html = await page.text()
  assert.equal(page.status, 200)
  assert.match(html, /The public evening/)
  assert.ok(!/Aroha|keeper/.test(html))
  await oisin.browser.call(api.shareMinutes, { params, body: { ...body, publicChat: true } })
  const chat = await stranger.call(api.readMinutesChat, { params })
  assert.deepEqual(
    chat.lines.map(({ name, text }) => [name, text]),
    [
      ['[unnamed]', 'Our rotá: https://lowmeadow.example/rota'],
      ['Tomasz Wrona', 'We have one keeper, write to [mail]'],
    ],
  )
  assert.match(await (await stranger.fetch('/memory.atom')).text(), /The public evening/)
})

test('an erased person is taken out of approved minutes, which are sealed anew and say so', async () => {
  const leaving = await somebody(hall, 'Joost van Dalen', { circles: [tools] })
  const { gathering } = await evening('The evening of a keeper')
  await leaving.browser.call(room.enterTheRoom, { params: { gathering } })
  const text = 'I keep the keys in a drawer'
  await leaving.browser.call(room.sayInChat, { params: { gathering }, body: { text } })
  await oisin.browser.call(room.endTheGathering, { params: { gathering } })
  const { sha256 } = await oisin.browser.call(api.approveMinutes, { params: of(gathering) })
  const now = hall.clock.now()
  await hall.hall.transact((tx) => erasePerson(tx, { person: leaving.id, now }))
  const minutes = await read(tomasz.browser, gathering)
  assert.notEqual(minutes.sha256, sha256)
  assert.ok(!JSON.stringify(minutes.told).includes('Joost'))
  assert.deepEqual(
    minutes.seals.map(({ version, why, sha256: hash }) => [version, why, hash === sha256]),
    [
      [2, 'erased', false],
      [1, 'approved', true],
    ],
  )
  assert.match(minutes.told.seal.join(' '), new RegExp(sha256))
  const chat = await tomasz.browser.call(api.readMinutesChat, { params: of(gathering) })
  assert.ok(!JSON.stringify(chat).includes('drawer'))
  assert.equal(verifyZip(await zipOf(tomasz.browser, gathering)).whole, true)
})

test('memory finds what was said, without accents, and only for those who may read it', async () => {
  const { gathering } = await over('Café of the fifth circle')
  const { id } = await read(oisin.browser, gathering)
  const find = (browser: Browser, words: string) =>
    browser.call(api.readMemory, { query: { words } })
  const found = await find(ngozi.browser, 'cafe fifth')
  assert.ok(found.found.some(({ kind, href }) => kind === 'minutes' && href === `/minutes/${id}`))
  const said = await find(ngozi.browser, 'ROTA lowmeadow')
  const piece = said.found.find(({ kind }) => kind === 'chat')?.piece ?? ''
  assert.ok(piece.includes('\u0002rotá\u0003'), piece)
  assert.equal((await find(yuki.browser, 'cafe fifth')).found.length, 0)
  assert.equal((await find(hall.browser(), 'cafe fifth')).found.length, 0)
})

test('memory is read by pages, none twice', async () => {
  const all = await oisin.browser.call(api.readMemory, {})
  const first = await oisin.browser.call(api.readMemory, { query: { limit: 2 } })
  const second = await oisin.browser.call(api.readMemory, {
    query: { limit: 2, before: first.next ?? '' },
  })
  const ids = [...first.found, ...second.found].map(({ href }) => href)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    ids,
    all.found.slice(0, ids.length).map(({ href }) => href),
  )
})

const EVENING = readFileSync(new URL('./rules/vectors/evening-2.2.txt', import.meta.url), 'utf8')
const ORDER =
  '23:41 Context: Welcome (maren solheim) 10 min\n23:50 Panel: Keys (Chiara Bellandi) 20 min'

function formOf(
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData()
  form.set('chat', new File([text], 'public-chat.txt'))
  const given = {
    title: 'The saved evening',
    date: '2024-12-03',
    zone: 'Europe/Amsterdam',
    ...fields,
  }
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return form
}

async function upload(browser: Browser, path: string, body: FormData) {
  const answer = await browser.fetch(`/api${path}`, { method: 'POST', body })
  return { status: answer.status, json: JSON.parse(await answer.text()) }
}

test('a saved chat is looked at first, and changes nothing', async () => {
  const { status, json } = await upload(
    maren.browser,
    '/imports/chat/preview',
    formOf(EVENING, { order: ORDER }),
  )
  assert.equal(status, 200, JSON.stringify(json))
  assert.equal(json.messages, 8)
  assert.equal(json.people.length, 6)
  assert.equal(json.known, null)
  assert.equal(json.unread.length, 2)
})

test('a saved chat becomes a past gathering with minutes, once', async () => {
  const { status, json } = await upload(
    maren.browser,
    '/imports/chat',
    formOf(EVENING, { order: ORDER }),
  )
  assert.equal(status, 200, JSON.stringify(json))
  assert.deepEqual(
    [json.lines, json.messages, json.people, json.links, json.unread.length, json.again],
    [14, 8, 6, 1, 2, false],
  )
  const { told, imported } = await read(maren.browser, json.gathering)
  assert.equal(imported, true)
  assert.deepEqual(
    told.items.map(({ title, chatLines }) => [title, chatLines]),
    [
      ['Welcome', 2],
      ['Keys', 6],
    ],
  )
  assert.match(told.facts.map(({ text }) => text).join(' '), /cleared at 23:41/)
  const again = await upload(maren.browser, '/imports/chat', formOf(EVENING, { title: 'Another' }))
  assert.equal(again.json.again, true)
  assert.equal(again.json.gathering, json.gathering)
  const { faults } = await verifyRecord(hall.hall.db)
  assert.deepEqual(faults, [])
})

test('what can not be imported is refused with a sentence', async () => {
  const cases: [string, number, FormData][] = [
    ['not-utf8', 400, formOf(new Uint8Array([91, 49, 255]))],
    ['too-large', 413, formOf('[10:00] A : b\n'.repeat(420_000))],
    ['not-a-chat', 422, formOf('nothing of the kind')],
    ['order-unread', 422, formOf(EVENING, { order: `19:00 Talk: a\n${'x'.repeat(300)}` })],
    ['not-understood', 422, formOf(EVENING, { zone: 'Europe/Lodon' })],
    ['not-understood', 422, formOf(EVENING, { date: '2024-13-03' })],
  ]
  for (const [name, expected, form] of cases) {
    const { status, json } = await upload(maren.browser, '/imports/chat/preview', form)
    assert.deepEqual([json.name, status], [name, expected], JSON.stringify(json))
  }
  const stranger = await upload(hall.browser(), '/imports/chat', formOf(EVENING))
  assert.equal(stranger.status, 401)
})

test('"this was me" is confirmed by a facilitator, and the words are theirs from then on', async () => {
  const text = '[20:00] Yuki (Wool Loft) : the looms are mine\n[20:01] Ann : good'
  const { json } = await upload(maren.browser, '/imports/chat', formOf(text))
  const params = of(json.gathering)
  const { people, may } = await read(yuki.browser, json.gathering)
  assert.deepEqual([may.claim, may.amend], [true, false])
  const who = people[0]?.who ?? ''
  const { claim } = await yuki.browser.call(api.claimName, { params, body: { who } })
  const answer = { answer: 'yes' as const }
  const forbidden = await tomasz.browser.refused(api.answerClaim, {
    params: { ...params, claim },
    body: answer,
  })
  assert.ok(['only-who-facilitated', 'not-found'].includes(forbidden.name), forbidden.name)
  const waiting = await read(maren.browser, json.gathering)
  assert.deepEqual(
    waiting.claims.map(({ name, by }) => [name, by]),
    [['Yuki (Wool Loft)', 'Yuki Tanabe']],
  )
  await maren.browser.call(api.answerClaim, { params: { ...params, claim }, body: answer })
  const mine = await read(yuki.browser, json.gathering)
  assert.equal(mine.me, yuki.id)
  const chat = await yuki.browser.call(api.readMinutesChat, { params })
  const line = chat.lines[0]?.seq ?? 0
  await yuki.browser.call(api.correctWords, {
    params: { ...params, line },
    body: { text: 'were mine' },
  })
})

test('private lines are nowhere in the minutes, for nobody', async () => {
  const { gathering } = await evening('The whispered evening')
  const params = { gathering }
  const { me } = await oisin.browser.call(room.readTheRoom, { params })
  const { talk } = await tomasz.browser.call(room.openATalk, { params, body: { with: me.who } })
  const body = { text: 'between you and me: lavender' }
  await tomasz.browser.call(room.sayInTalk, { params: { gathering, talk: talk.id }, body })
  await oisin.browser.call(room.endTheGathering, { params })
  const answer = await oisin.browser.fetch(`/api/minutes/${gathering}/files/chat.jsonl`)
  assert.ok(!(await answer.text()).includes('lavender'))
  assert.ok(!JSON.stringify(await read(oisin.browser, gathering)).includes('lavender'))
  const { found } = await oisin.browser.call(api.readMemory, { query: { words: 'lavender' } })
  assert.deepEqual(found, [])
})

test('memory is narrowed to a circle and to days', async () => {
  await over('The evening of the tools')
  const find = async (query: { circle?: string; from?: string; till?: string }) =>
    (await oisin.browser.call(api.readMemory, { query: { words: 'tools evening', ...query } }))
      .found
  assert.ok((await find({ circle: tools })).some(({ kind }) => kind === 'minutes'))
  assert.equal((await find({ circle: coop })).length, 0)
  assert.equal((await find({ till: '2020-01-01' })).length, 0)
})

test('every file of an export says what it is, and runs nothing', async () => {
  const { gathering } = await over('=cmd(evening)')
  const types: Record<string, RegExp> = {
    'minutes.json': /json/,
    'minutes.md': /markdown/,
    'minutes.html': /html/,
    'chat.jsonl': /jsonl/,
    'chat.md': /markdown/,
    'links.csv': /csv/,
    'attendance.csv': /csv/,
    'calendar.ics': /calendar/,
  }
  for (const [file, type] of Object.entries(types)) {
    const answer = await tomasz.browser.fetch(`/api/minutes/${gathering}/files/${file}`)
    assert.equal(answer.status, 200, file)
    assert.match(answer.headers.get('content-type') ?? '', type)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="2026-/)
    assert.ok((await answer.text()).length > 20, file)
  }
})
