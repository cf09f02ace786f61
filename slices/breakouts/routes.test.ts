/** Groups go out with their question and come back with their answer, told by those who are there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { note as recordNote } from '#kernel/record.ts'
import type { Output } from '#kernel/operation.ts'
import { keptOf } from '#slices/minutes/index.ts'
import { mainNoteOf, noteText } from '#slices/notes/index.ts'
import { followOrders } from '#slices/notes/timers/life.ts'
import * as room from '#slices/room/api.ts'
import { openScene, type Scene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { openTestHall } from '#testing/hall.ts'
import { Browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { takePen } from '#testing/pens.ts'
import * as api from './api.ts'
import { breakoutsOf } from './store/breakouts.ts'
import { roomIn, topicOf } from './store/tables.ts'
import { returning } from './timers/returning.ts'

type After = Output<typeof api.goOut>
type GroupName = `brk_${string}`
const call = {
  items: [
    {
      id: 'itm_groups',
      kind: 'breakouts' as const,
      title: 'What would you pay?',
      minutes: 20,
      handouts: ['What did we spend?', 'What would we cut?'],
    },
    { id: 'itm_plenary', kind: 'plenary' as const, title: 'What came up', minutes: 20 },
  ],
}

const now = (after: After) => {
  const set = after.sets.at(-1)
  assert.ok(set)
  return set
}
function groupNamed(after: After, name: string): GroupName {
  const id = now(after).groups.find((group) => group.name === name)?.id
  assert.ok(id)
  return `brk_${id.slice(4)}`
}
const inRoom = ({ gathering }: Scene, group: string): { gathering: `gth_${string}` } => ({
  gathering: `gth_${roomIn(gathering, group).slice(4)}`,
})

async function evening(names: readonly string[], scene?: Scene) {
  const opened = scene ?? (await openScene({ call }))
  const { maren } = opened
  await opened.comesIn(maren)
  const people: Somebody[] = []
  for (const name of names) people.push(await opened.comesIn(await opened.person(name)))
  await maren.browser.call(room.beginTheGathering, { params: opened.params })
  return { scene: opened, people, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() }
}

const groupOf = (name: string, question: string, places: number | null = null) => ({
  name,
  question,
  places,
  host: null,
})
const TWO = [groupOf('Group 1', 'What did we spend?'), groupOf('Group 2', 'What would we cut?')]

function plan({ maren, params }: Scene, more: object = {}): Promise<After> {
  return maren.browser.call(api.planBreakouts, { params, body: { groups: TWO, ...more } })
}
const go = ({ maren, params }: Scene) => maren.browser.call(api.goOut, { params })

/** The clock moves, and the hall looks at it. */
async function timePasses({ test: { hall, clock } }: Scene, ms: number): Promise<After> {
  clock.pass(ms)
  await returning.run(hall, clock.now())
  return { seq: 0, sets: [] }
}

async function writesIn(scene: Scene, { browser }: Somebody, note: string | null, text: string) {
  assert.ok(note)
  const pen = takePen(scene.test.origin, note, browser.cookieHeader)
  await pen.until(() => pen.provider.synced, 'the note')
  pen.writes(text)
  await pen.until(() => pen.saved())
  pen.end()
}

test('people are sorted, go out, have a chat, a stack and a note of their own, and come back with their answer', async () => {
  await using told = await evening([
    'Chiara Bellandi',
    'Joost van Dalen',
    'Ngozi Adeyemi',
    'Lina Haddad',
  ])
  const { scene, people } = told
  const { maren, params } = scene
  const [chiara, joost, ngozi, lina] = people
  assert.ok(chiara && joost && ngozi && lina)
  const pairs: [string, string][] = [[chiara.who, joost.who]]
  await followOrders.run(scene.test.hall, scene.test.clock.now())
  const planned = now(await plan(scene, { pairs, minutes: 10 }))
  assert.equal(planned.item, 'itm_groups')
  assert.equal(planned.placed[chiara.who], planned.placed[joost.who])
  assert.equal(new Set(Object.values(planned.placed)).size, 2)
  assert.equal(planned.placed[maren.who], undefined, 'who facilitates is not sorted')

  const out = await go(scene)
  const first = now(out).placed[chiara.who] ?? ''
  const second = now(out).placed[ngozi.who] ?? ''
  const ours = inRoom(scene, first)
  const ear = await chiara.browser.listen({ [`gathering:${ours.gathering}`]: 0 })
  await chiara.browser.call(room.sayInChat, { params: ours, body: { text: 'Shall I write?' } })
  await joost.browser.call(room.askForTheFloor, { params: ours })
  const { room: seen } = await joost.browser.call(room.readTheRoom, { params: ours })
  assert.deepEqual(Object.keys(seen.people).toSorted(), [chiara.who, joost.who].toSorted())
  assert.equal(seen.chat.lines.flat()[0]?.text, 'Shall I write?')
  assert.equal(seen.stack.requests[0]?.who, joost.who)
  const refused = await ngozi.browser.refused(room.sayInChat, { params: ours, body: { text: 'x' } })
  assert.equal(refused.name, 'not-in-the-room')
  assert.equal(
    (await ngozi.browser.refused(room.readTheRoom, { params: ours })).name,
    'not-in-the-room',
  )
  await ngozi.browser.call(room.sayInChat, { params, body: { text: 'The main hall is in sight.' } })

  const note = now(out).groups.find(({ id }) => id === first)?.note ?? null
  const other = now(out).groups.find(({ id }) => id === second)?.note ?? null
  await writesIn(scene, chiara, note, '300 a month, most of it for the first two.')
  await writesIn(scene, lina, other, 'Nothing: we would share.')
  await joost.browser.call(api.nameAReporter, {
    params: { ...params, group: `brk_${first.slice(4)}` },
    body: { who: joost.who },
  })
  await timePasses(scene, 9 * 60_000)
  assert.equal(now(await maren.browser.call(api.readBreakouts, { params })).state, 'out')
  await timePasses(scene, 60_000)
  const back = now(await maren.browser.call(api.readBreakouts, { params }))
  assert.equal(back.state, 'over')
  const brought = Object.fromEntries(
    back.groups.map(({ id, brought: text, reporter }) => [id, [text, reporter]]),
  )
  assert.deepEqual(brought[first], ['300 a month, most of it for the first two.', joost.who])
  assert.deepEqual(brought[second], ['Nothing: we would share.', lina.who])

  const main = await mainNoteOf(scene.test.hall.db, scene.gathering)
  assert.ok(main)
  const text = await noteText(scene.test.hall.db, main.id)
  assert.match(text, /Group 1: What did we spend\?/)
  assert.match(text, /Nothing: we would share\./)
  assert.match(text, /@Chiara Bellandi @Joost van Dalen|@Joost van Dalen @Chiara Bellandi/)
  const plenary = await scene.seenBy(maren)
  assert.equal(plenary.floor.holders.length, 1, 'the first who reports has the floor')
  const order = back.groups.map(({ reporter }) => reporter)
  assert.deepEqual(plenary.floor.round?.order, order)
  assert.equal(
    (await chiara.browser.refused(room.sayInChat, { params: ours, body: { text: 'x' } })).name,
    'not-in-the-room',
  )
  ear.close()

  await maren.browser.call(room.endTheGathering, { params })
  const kept = await keptOf(scene.test.hall.db, scene.gathering)
  const item = kept?.minutes.items.find(({ id }) => id === 'itm_groups')
  const inMinutes = JSON.stringify(item?.note)
  for (const words of ['300 a month', 'Nothing: we would share.', 'Ngozi Adeyemi'])
    assert.ok(inMinutes.includes(words), words)

  const by = { now: scene.test.clock.now(), actor: null }
  const erased = { kind: 'person.erased', data: { person: lina.who, guests: [] } }
  await scene.test.hall.transact(async (tx) => {
    await recordNote(tx, `people:${lina.who}`, [erased], by)
  })
  const after = now(await maren.browser.call(api.readBreakouts, { params }))
  const left = Object.fromEntries(after.groups.map(({ id, brought: words }) => [id, words]))
  assert.equal(left[second], null, 'what only an erased person wrote left the record')
  assert.equal(left[first], '300 a month, most of it for the first two.')
})

test('groups are chosen, have so many places, and people wander only where that is allowed', async () => {
  await using told = await evening(['Chiara Bellandi', 'Joost van Dalen', 'Ngozi Adeyemi'])
  const { scene, people } = told
  const { params } = scene
  const [chiara, joost, ngozi] = people
  assert.ok(chiara && joost && ngozi)
  const groups = [groupOf('Group 1', 'What did we spend?', 1), TWO[1]]
  const planned = await plan(scene, { groups, way: 'choice' })
  const [one, two] = [groupNamed(planned, 'Group 1'), groupNamed(planned, 'Group 2')]
  await chiara.browser.call(api.goToGroup, { params, body: { group: one } })
  const full = await joost.browser.refused(api.goToGroup, { params, body: { group: one } })
  assert.equal(full.name, 'group-full')
  const out = now(await go(scene))
  assert.deepEqual(
    [out.placed[chiara.who], out.placed[joost.who], out.placed[ngozi.who]],
    [one, two, two],
    'who did not choose goes where a place is free',
  )
  const sorted = await joost.browser.refused(api.goToGroup, { params, body: { group: one } })
  assert.equal(sorted.name, 'groups-are-sorted')
  const home = await joost.browser.call(api.goToGroup, { params, body: { group: null } })
  assert.equal(now(home).placed[joost.who], undefined, 'anybody may come back to the main hall')
  const moved = await scene.maren.browser.call(api.placeInGroup, {
    params: { ...params, who: joost.who },
    body: { group: one },
  })
  assert.equal(now(moved).placed[joost.who], one, 'a facilitator places people beyond the places')
  const mine = inRoom(scene, one)
  await joost.browser.call(room.sayInChat, { params: mine, body: { text: 'Here I am.' } })
  const visiting = await scene.maren.browser.call(api.goToGroup, { params, body: { group: one } })
  assert.equal(now(visiting).placed[scene.maren.who], one)
  await scene.maren.browser.call(room.giveTheFloor, { params: mine, body: { who: [joost.who] } })
})

test('who comes late goes where the fewest are; who leaves frees the place; who was removed is out of the group too', async () => {
  await using told = await evening(['Chiara Bellandi', 'Joost van Dalen', 'Ngozi Adeyemi'])
  const { scene, people } = told
  const { maren, params } = scene
  const [chiara, joost, ngozi] = people
  assert.ok(chiara && joost && ngozi)
  await plan(scene)
  const out = now(await go(scene))
  const smaller = out.groups.find(
    ({ id }) => Object.values(out.placed).filter((group) => group === id).length === 1,
  )
  const late = await scene.guest('Devika Rao')
  const after = now(await maren.browser.call(api.readBreakouts, { params }))
  assert.equal(after.placed[late.who], smaller?.id)
  const theirs = inRoom(scene, smaller?.id ?? '')
  await late.browser.call(room.sayInChat, { params: theirs, body: { text: 'Sorry, I am late.' } })

  const ear = await late.browser.listen({
    [`gathering:${theirs.gathering}`]: 0,
    [topicOf(scene.gathering)]: 0,
  })
  const removal = { params: { ...params, who: late.who }, body: { reason: 'asked to go' } }
  await maren.browser.call(room.removeSomebody, removal)
  await ear.until(() => ear.frames.some(({ topic, gone }) => gone && topic.includes('.brk_')))
  assert.equal(
    (await late.browser.refused(room.sayInChat, { params: theirs, body: { text: 'x' } })).name,
    'removed',
  )
  assert.equal((await late.browser.refused(api.readBreakouts, { params })).name, 'removed')
  await joost.browser.call(room.leaveTheRoom, { params })
  const left = now(await maren.browser.call(api.readBreakouts, { params }))
  assert.deepEqual(Object.keys(left.placed).toSorted(), [chiara.who, ngozi.who].toSorted())
  ear.close()
})

test('time is lengthened for one or all; who speaks at the end may finish, for so long and no longer; help is called', async () => {
  await using told = await evening(['Chiara Bellandi', 'Joost van Dalen'])
  const { scene, people } = told
  const { maren, params } = scene
  const [chiara, joost] = people
  assert.ok(chiara && joost)
  await plan(scene, { minutes: 5, graceSeconds: 30 })
  const out = await go(scene)
  const first = groupNamed(out, 'Group 1')
  const inFirst = now(out).placed[chiara.who] === first ? chiara : joost
  const inSecond = inFirst === chiara ? joost : chiara
  const ofFirst = { ...params, group: first }
  await inFirst.browser.call(api.callForHelp, { params: ofFirst })
  const outsider = await inSecond.browser.refused(api.callForHelp, { params: ofFirst })
  assert.equal(outsider.name, 'not-in-the-group')
  const helped = await maren.browser.call(api.helpIsHere, { params: ofFirst })
  assert.equal(now(helped).groups[0]?.help, null)
  const spoken = await maren.browser.call(api.speakToAllGroups, { params, body: { on: true } })
  assert.equal(now(spoken).voice, maren.who)

  await maren.browser.call(api.lengthenBreakouts, { params, body: { group: first, minutes: 2 } })
  const backOf = async () =>
    now(await maren.browser.call(api.readBreakouts, { params })).groups.map(
      ({ backAt }) => backAt !== null,
    )
  await timePasses(scene, 5 * 60_000)
  assert.deepEqual(await backOf(), [false, true])
  await maren.browser.call(api.goToGroup, { params, body: { group: first } })
  await maren.browser.call(room.giveTheFloor, {
    params: inRoom(scene, first),
    body: { who: [inFirst.who] },
  })
  await timePasses(scene, 2 * 60_000)
  assert.deepEqual(await backOf(), [false, true], 'somebody has the floor')
  await timePasses(scene, 29_000)
  assert.deepEqual(await backOf(), [false, true])
  await timePasses(scene, 1000)
  assert.deepEqual(await backOf(), [true, true], 'the grace is over')

  await plan(scene)
  await go(scene)
  const called = await maren.browser.call(api.callGroupsBack, { params, body: { seconds: 0 } })
  assert.equal(now(called).state, 'over')
  assert.equal(called.sets.length, 2)
})

test('groups are for who facilitates; they survive a restart, and the end of the gathering brings them back', async () => {
  await using database = await testDatabase()
  const { scene, people } = await evening(
    ['Chiara Bellandi', 'Joost van Dalen'],
    await openScene({ call, databaseUrl: database.url }),
  )
  const { maren, params } = scene
  const [chiara] = people
  assert.ok(chiara)
  const mine = await chiara.browser.refused(api.planBreakouts, { params, body: { groups: TWO } })
  assert.equal(mine.name, 'only-facilitators')
  const none = await maren.browser.refused(api.goOut, { params })
  assert.equal(none.name, 'no-groups-planned')
  await plan(scene, { minutes: 5 })
  const out = now(await go(scene))
  const again = await maren.browser.refused(api.planBreakouts, { params, body: { groups: TWO } })
  assert.equal(again.name, 'groups-are-out')
  const at = scene.test.clock.now()
  await scene[Symbol.asyncDispose]()

  await using restarted = await openTestHall({ databaseUrl: database.url, now: at })
  const browser = new Browser(restarted.origin)
  for (const [name, value] of chiara.browser.cookies) browser.cookies.set(name, value)
  const { gathering } = inRoom(scene, out.placed[chiara.who] ?? '')
  await browser.call(room.sayInChat, { params: { gathering }, body: { text: 'Still here.' } })
  const steward = new Browser(restarted.origin)
  for (const [name, value] of maren.browser.cookies) steward.cookies.set(name, value)
  await steward.call(room.endTheGathering, { params })
  const after = await breakoutsOf(restarted.hall.db, scene.gathering)
  assert.equal(after.sets.at(-1)?.state, 'over')
})
