import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeCircle } from '#slices/circles/index.ts'
import { called, item, keysPlan } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from './api.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const hall = await openTestHall({ now: NOW })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const tools = await hall.hall.transact((tx) =>
  makeCircle(tx, { name: 'Tools circle', parent: coop }, { by: null, now: NOW }),
)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [tools] })
const ngozi = await somebody(hall, 'Ngozi Adeyemi', { circles: [coop] })
const devika = await somebody(hall, 'Devika Rao')

const titles = (found: { gatherings: { title: string }[] }) =>
  found.gatherings.map(({ title }) => title)

test('a member calls a gathering, and everybody can read a public one, without its private lines', async () => {
  const gathering = await called(oisin.browser, tools)
  const seen = await hall.browser().call(api.readGathering, { params: { gathering } })
  assert.equal(seen.startsAt, '2026-12-03T18:00:00.000Z')
  assert.equal(seen.circle?.name, 'Tools circle')
  assert.equal(seen.facilitators[0]?.name, 'Oisín Farrelly')
  assert.equal(seen.items[0]?.aside, undefined)
  assert.equal(seen.link, null)
  const own = await oisin.browser.call(api.readGathering, { params: { gathering } })
  assert.equal(own.items[0]?.aside, 'water for the panel')
  assert.match(own.link ?? '', /\/g\/gth_\w+$/)
})

test('who may not call gatherings of a circle hears whom to ask', async () => {
  const problem = await devika.browser.refused(api.callGathering, { body: keysPlan(tools) })
  assert.equal(problem.name, 'not-yours-to-call')
  const stranger = await hall.browser().refused(api.callGathering, { body: keysPlan(tools) })
  assert.equal(stranger.status, 401)
})

test('a gathering for members is seen by members, and by whoever holds its link until it is renewed', async () => {
  const gathering = await called(oisin.browser, tools, { access: 'members', title: 'Tools only' })
  const params = { gathering }
  assert.equal((await ngozi.browser.refused(api.readGathering, { params })).status, 404)
  assert.ok(!titles(await ngozi.browser.call(api.listGatherings)).includes('Tools only'))
  assert.ok(titles(await oisin.browser.call(api.listGatherings)).includes('Tools only'))
  const { link } = await oisin.browser.call(api.readGathering, { params })
  const key = /\/g\/\w+\/([\w-]+)$/.exec(link ?? '')?.[1] ?? ''
  const guest = hall.browser()
  const seen = await guest.call(api.readGathering, { params, query: { key } })
  assert.equal(seen.title, 'Tools only')
  await oisin.browser.call(api.renewEntryLink, { params })
  assert.equal((await guest.refused(api.readGathering, { params, query: { key } })).status, 404)
})

test('only who shapes a gathering changes it, and a new time raises its number for calendars', async () => {
  const gathering = await called(oisin.browser, tools)
  const params = { gathering }
  const refused = await ngozi.browser.refused(api.changeGathering, { params, body: { title: 'x' } })
  assert.equal(refused.name, 'not-allowed')
  const words = { purpose: 'And for how long.' }
  const first = await oisin.browser.call(api.changeGathering, { params, body: words })
  assert.equal(first.sequence, 0)
  const later = { starts: '2026-12-03T20:00' }
  const second = await maren.browser.call(api.changeGathering, { params, body: later })
  assert.equal(second.sequence, 1)
  const seen = await oisin.browser.call(api.readGathering, { params })
  assert.equal(seen.startsAt, '2026-12-03T19:00:00.000Z')
  assert.equal(seen.items.length, 5)
})

test('an order that is saved again keeps the names of its items, and a borrowed one gets new ones', async () => {
  const one = await called(oisin.browser, tools)
  const other = await called(oisin.browser, tools)
  const order = (await oisin.browser.call(api.readGathering, { params: { gathering: one } })).items
  const items = order.map((given) => item(given.kind, given.title, given.minutes, { id: given.id }))
  const moved = [...items.slice(1), item('round', 'Leaving', 5), ...items.slice(0, 1)]
  await oisin.browser.call(api.changeGathering, {
    params: { gathering: one },
    body: { items: moved },
  })
  await oisin.browser.call(api.changeGathering, { params: { gathering: other }, body: { items } })
  const then = await oisin.browser.call(api.readGathering, { params: { gathering: one } })
  assert.deepEqual(
    then.items.map(({ title }) => title),
    moved.map(({ title }) => title),
  )
  assert.equal(then.items.at(-1)?.id, order[0]?.id)
  const borrowed = await oisin.browser.call(api.readGathering, { params: { gathering: other } })
  assert.ok(borrowed.items.every(({ id }) => !order.some((known) => known.id === id)))
})

test('the link of a call in another tool is for those who shape the gathering, and for the room', async () => {
  const gathering = await called(oisin.browser, tools)
  const params = { gathering }
  const elsewhere = 'https://call.example/b/tools'
  const { settings } = await oisin.browser.call(api.readGathering, { params })
  const wrong = { settings: { ...settings, elsewhere: 'javascript:alert(1)' } }
  const refused = await oisin.browser.refused(api.changeGathering, { params, body: wrong })
  assert.equal(refused.name, 'not-understood')
  const body = { settings: { ...settings, elsewhere } }
  await oisin.browser.call(api.changeGathering, { params, body })
  const [hers, theirs] = await Promise.all(
    [oisin, devika].map(({ browser }) => browser.call(api.readGathering, { params })),
  )
  assert.equal(hers?.settings.elsewhere, elsewhere)
  assert.equal(theirs?.settings.elsewhere, null)
})

test('a gathering that was called off says why and is changed no more', async () => {
  const gathering = await called(oisin.browser, tools)
  const params = { gathering }
  const body = { reason: 'The hall is flooded' }
  await oisin.browser.call(api.cancelGathering, { params, body })
  const seen = await devika.browser.call(api.readGathering, { params })
  assert.deepEqual([seen.phase, seen.reason], ['cancelled', 'The hall is flooded'])
  const problem = await oisin.browser.refused(api.changeGathering, { params, body: { title: 'x' } })
  assert.equal(problem.name, 'gathering-cancelled')
})

const weekly = { every: 'week' as const, interval: 1, on: ['TH' as const], until: '2027-01-07' }

async function datesOf(title: string): Promise<string[]> {
  const { gatherings } = await oisin.browser.call(api.listGatherings, {})
  return gatherings
    .filter((one) => one.title === title)
    .map(({ startsAt }) => startsAt.slice(0, 13))
}

test('a weekly gathering stands in the list week by week; one of them moves, the others stay', async () => {
  const title = 'Weekly tools'
  const gathering = await called(oisin.browser, tools, { title, rule: weekly })
  const days = ['12-03', '12-10', '12-17', '12-24', '12-31', '01-07']
  const year = (day: string) => (day.startsWith('01') ? 2027 : 2026)
  assert.deepEqual(
    await datesOf(title),
    days.map((day) => `${year(day)}-${day}T18`),
  )
  await oisin.browser.call(api.changeGathering, {
    params: { gathering },
    body: { starts: '2026-12-04T10:00' },
  })
  assert.deepEqual((await datesOf(title)).slice(0, 2), ['2026-12-04T09', '2026-12-10T18'])
})

test('this and all later ones move by as much, and are called off together', async () => {
  const title = 'Weekly bread'
  await called(oisin.browser, tools, { title, rule: weekly })
  const { gatherings } = await oisin.browser.call(api.listGatherings, {})
  const second = gatherings.filter((one) => one.title === title)[1]
  assert.ok(second)
  const params = { gathering: second.id }
  await oisin.browser.call(api.changeGathering, {
    params,
    body: { starts: '2026-12-10T20:30', scope: 'later' },
  })
  assert.deepEqual((await datesOf(title)).slice(0, 3), [
    '2026-12-03T18',
    '2026-12-10T19',
    '2026-12-17T19',
  ])
  const body = { reason: 'The oven is sold', scope: 'later' as const }
  const { cancelled } = await oisin.browser.call(api.cancelGathering, { params, body })
  assert.equal(cancelled, 5)
})

test('templates come in the language of whoever asks', async () => {
  const { templates } = await oisin.browser.call(api.listTemplates)
  assert.deepEqual(
    templates.map(({ title }) => title),
    ['Circle meeting', 'Panel with breakouts and plenary', 'General assembly'],
  )
  assert.equal(templates[1]?.items[3]?.handouts.length, 3)
})

test('somebody says yes, and changes their mind', async () => {
  const gathering = await called(oisin.browser, tools)
  const params = { gathering }
  await ngozi.browser.call(api.answerGathering, { params, body: { answer: 'yes' } })
  await ngozi.browser.call(api.answerGathering, { params, body: { answer: 'maybe' } })
  const seen = await ngozi.browser.call(api.readGathering, { params })
  assert.deepEqual([seen.answer, seen.counts], ['maybe', { yes: 0, maybe: 1, no: 0 }])
  const { invited } = await oisin.browser.call(api.listInvited, { params })
  assert.deepEqual(
    invited.map(({ name, answer }) => [name, answer]),
    [['Ngozi Adeyemi', 'maybe']],
  )
  assert.equal((await ngozi.browser.refused(api.listInvited, { params })).status, 403)
})
