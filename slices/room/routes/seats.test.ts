import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE } from '#kernel/clock.ts'
import { erasePerson } from '#slices/people/index.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'
import { loseLines } from '../timers/presence.ts'
import { lineSeen } from './scene.test.ts'

/** A plenary of Quillmarsh Commons has begun; Oisín's tablet is the microphone of the village hall. */
async function villageHall() {
  const opened = await openTestHall()
  const { coop, maren } = await foundedHall(opened)
  const member = { circles: [coop] }
  const oisin = await somebody(opened, 'Oisín Farrelly', member)
  const siobhan = await somebody(opened, 'Siobhán Nic Aodha', member)
  const stranger = await somebody(opened, 'Tomasz Wrona')
  const gathering = await called(maren.browser, coop, { access: 'public' })
  opened.clock.set('2026-12-03T18:00:00.000Z')
  const params = { gathering }
  for (const { browser } of [maren, oisin, stranger])
    await browser.call(api.enterTheRoom, { params })
  await maren.browser.call(api.beginTheGathering, { params })
  await oisin.browser.call(api.openAMicrophone, { params, body: { place: 'Village hall' } })
  const seat = (who: string, body: { name: string } | { person: `per_${string}` }) => ({
    params: { ...params, who },
    body,
  })
  const seen = async () => (await maren.browser.call(api.readTheRoom, { params })).room
  return {
    [Symbol.asyncDispose]: () => opened.close(),
    ...{ test: opened, gathering, params, maren, oisin, siobhan, stranger, seat, seen },
  }
}

test('two who sit in the village hall ask, speak and go by their names', async () => {
  await using hall = await villageHall()
  const { params, maren, oisin, siobhan, seat, seen } = hall
  const typed = await oisin.browser.call(
    api.seatSomebody,
    seat(oisin.id, { name: 'Seán Breathnach' }),
  )
  const picked = await oisin.browser.call(api.seatSomebody, seat(oisin.id, { person: siobhan.id }))
  const sean = { ...params, who: typed.who }
  await oisin.browser.call(api.askFromASeat, { params: sean, body: { kind: 'question' } })
  await oisin.browser.call(api.askFromASeat, { params: { ...params, who: picked.who } })
  const next = { next: true, believed: typed.who } as const
  await maren.browser.call(api.giveTheFloor, { params, body: next })
  hall.test.clock.pass(30_000)
  await oisin.browser.call(api.endATurn, { params: sean })
  await oisin.browser.call(api.withdrawFromTheStack, { params: { ...params, who: picked.who } })
  await oisin.browser.call(api.leaveASeat, { params: sean })
  await oisin.browser.call(api.seatAgain, { params: sean })
  const room = await seen()
  assert.equal(room.floor.spoken[typed.who], 30_000)
  assert.equal(room.people[picked.who]?.name, 'Siobhán Nic Aodha')
  assert.equal(room.people[picked.who]?.person, siobhan.id)
  assert.deepEqual(room.stack.requests, [])
  assert.equal(room.people[typed.who]?.stays.length, 2)

  await siobhan.browser.call(api.enterTheRoom, { params })
  assert.notEqual((await seen()).people[picked.who]?.stays.at(-1)?.till, null, 'nobody twice')
  await maren.browser.call(api.closeAMicrophone, { params: { ...params, who: oisin.id } })
  assert.notEqual((await seen()).people[typed.who]?.stays.at(-1)?.till, null)
})

test('a seat is for members and names typed in, said by whose device it is', async () => {
  await using hall = await villageHall()
  const { params, oisin, stranger, siobhan, seat, maren } = hall
  const foreign = seat(oisin.id, { person: stranger.id })
  const why = async (one: typeof oisin, given: ReturnType<typeof seat>) =>
    (await one.browser.refused(api.seatSomebody, given)).name
  assert.equal(await why(oisin, foreign), 'not-in-this-circle')
  assert.equal(await why(stranger, seat(oisin.id, { name: 'Seán' })), 'not-your-microphone')
  assert.equal(await why(oisin, seat(oisin.id, { name: 'x'.repeat(81) })), 'not-understood')
  await maren.browser.call(api.seatSomebody, seat(oisin.id, { person: siobhan.id }))
  const unseen = await siobhan.browser.refused(api.sayInChat, { params, body: { text: 'hello' } })
  assert.equal(unseen.name, 'not-in-the-room', 'a seat opens no door')
  const guest = hall.test.browser()
  await guest.call(api.enterTheRoom, { params, body: { name: 'Aroha' } })
  const barn = { params, body: { place: 'Barn' } }
  assert.equal((await guest.refused(api.openAMicrophone, barn)).name, 'microphone-needs-account')
})

test('with the tablet’s line lost those in the hall wait, and are back with it', async () => {
  await using hall = await villageHall()
  const { params, oisin, seat, seen } = hall
  const given = seat(oisin.id, { name: 'Seán Breathnach' })
  const { who } = await oisin.browser.call(api.seatSomebody, given)
  await oisin.browser.call(api.askFromASeat, { params: { ...params, who } })
  const hereNow = async () => (await seen()).people[who]?.stays.at(-1)?.till === null
  const ear = await oisin.browser.listen({ [`gathering:${hall.gathering}`]: 0 })
  await lineSeen(hall, oisin.id, 'here')
  hall.test.clock.pass(MINUTE)
  await loseLines(hall.test.hall, hall.test.clock.now())
  assert.ok(await hereNow(), 'who has no line of their own loses none')
  ear.close()
  await oisin.browser.call(api.leaveTheRoom, { params })
  assert.ok(!(await hereNow()))
})

test('a member who was seated and is erased has no name in the record of it', async () => {
  await using hall = await villageHall()
  const { oisin, siobhan, seat, seen } = hall
  const given = seat(oisin.id, { person: siobhan.id })
  const { who } = await oisin.browser.call(api.seatSomebody, given)
  const now = hall.test.clock.now()
  await hall.test.hall.transact((tx) => erasePerson(tx, { person: siobhan.id, now }))
  assert.equal((await seen()).people[who]?.name, 'a former member')
})
