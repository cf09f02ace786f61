/** Leaving, resting, being put out, coming back. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { DAY, plus } from '#kernel/clock.ts'
import { runTimer } from '#kernel/jobs.ts'
import { wordsIn } from '#kernel/words.ts'
import { accept, invite, myInvitations } from '#slices/circles/api/invitations.ts'
import { endMembership, leave, listCircles } from '#slices/circles/api.ts'
import {
  belongs,
  classOf,
  giveRole,
  type MemberId,
  pausesOf,
  rolesOf,
} from '#slices/circles/index.ts'
import { adoptParts, allSections, type Parts, presetParts } from '#slices/constitutions/index.ts'
import { timers as rulesTimers } from '#slices/constitutions/timers.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import * as api from './api.ts'
import * as door from './api/door.ts'
import * as out from './api/leaving.ts'
import { timers } from './timers.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall
const at = { params: { circle: coop } }

async function passTime(): Promise<void> {
  for (const timer of [...rulesTimers, ...timers]) await runTimer(hall.hall, timer)
}

async function lettersTo({ email }: Somebody): Promise<string[]> {
  const query = db.selectFrom('outbox').select('body').where('recipient', '=', email)
  const rows = await query.orderBy('at').orderBy('id').execute()
  return rows.map(({ body }) => body ?? '')
}

const CSV = { 'content-type': 'text/csv' }

async function adopt(change: (parts: Parts) => Parts, from?: string) {
  const parts = change(presetParts(allSections(), 'full-commons', wordsIn('en').say))
  const now = hall.clock.now()
  const day = from ?? now.slice(0, 10)
  await hall.hall.transact((tx) => adoptParts(tx, coop, { parts, day }, { by: maren.id, now }))
}
const second = await somebody(hall, 'Second Steward', {
  circles: [coop],
  roles: [[coop, 'steward']],
})
const steward = { kind: 'role', role: 'steward' }
const together = {
  noticeDays: 2,
  hearing: false,
  decides: { kind: 'circle', circle: '' },
  appealDays: 10,
  againMonths: 12,
}
await adopt(({ waysIn, ...parts }) => ({
  ...parts,
  waysIn: {
    ...Object(waysIn),
    noticeDays: 7,
    exclusion: {
      noticeDays: 3,
      hearing: true,
      decides: steward,
      appealDays: 10,
      againMonths: 12,
    },
  },
}))
suite('leaving', () => {
  test('with notice: one stays until it is over, may stay after all, and comes back anew', async () => {
    const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
    assert.equal((await joost.browser.refused(leave, at)).name, 'notice-first')
    await joost.browser.call(out.takeNotice, at)
    await joost.browser.call(out.stayAfterAll, at)
    hall.clock.pass(8 * DAY)
    await passTime()
    assert.equal(await belongs(db, joost.id, coop), true)
    const { leaves } = await joost.browser.call(out.takeNotice, at)
    assert.equal((await joost.browser.call(api.readMembrane, at)).mine?.leaves, leaves)
    hall.clock.pass(7 * DAY)
    await passTime()
    assert.equal(await belongs(db, joost.id, coop), false)
    await joost.browser.call(api.comeInOpenly, { ...at, body: { class: 'consumer' } })
    assert.equal(await classOf(db, { circle: coop, member: joost.id }), 'consumer')
  })

  test('a pause has a longest time, and whoever rests stays a member', async () => {
    const devika = await somebody(hall, 'Devika Rao', { circles: [coop] })
    const long = { ...at, body: { days: 400 } }
    assert.equal((await devika.browser.refused(out.pauseMe, long)).name, 'pause-too-long')
    const { ends } = await devika.browser.call(out.pauseMe, { ...at, body: { days: 30 } })
    assert.equal((await devika.browser.call(api.readMembrane, at)).mine?.pausedUntil, ends)
    assert.equal(await belongs(db, devika.id, coop), true)
    await devika.browser.call(out.endMyPause, at)
    const wish = { ...at, body: { days: 20, why: 'A child comes.' } }
    await devika.browser.call(out.askForPause, wish)
    const { wishes } = await maren.browser.call(out.listPauseWishes, at)
    assert.deepEqual(
      wishes.map(({ name, days, why }) => [name, days, why]),
      [['Devika Rao', 20, 'A child comes.']],
    )
    const whose = { circle: coop, person: devika.id }
    const why = { params: whose, body: { reason: 'Ask in May.' } }
    await maren.browser.call(out.declinePause, why)
    await devika.browser.call(out.askForPause, wish)
    const granted = { params: { circle: coop, member: devika.id }, body: { days: 20 } }
    await maren.browser.call(out.grantPause, granted)
    assert.deepEqual((await maren.browser.call(out.listPauseWishes, at)).wishes, [])
    const letters = (await lettersTo(devika)).join()
    for (const answer of [/Ask in May/, /granted until/]) assert.match(letters, answer)
    const [pause] = await pausesOf(db, coop, devika.id)
    assert.ok(pause?.until)
  })
})

suite('being put out', () => {
  test('has a notice, a hearing, another who decides, an appeal; and applying again waits', async () => {
    const tomasz = await somebody(hall, 'Tomasz Wrona', { circles: [coop] })
    await hall.hall.transact((tx) =>
      giveRole(
        tx,
        { circle: coop, person: tomasz.id, role: 'facilitator' },
        { by: maren.id, now: hall.clock.now() },
      ),
    )
    const byHand = { params: { circle: coop, person: tomasz.id } }
    assert.equal((await maren.browser.refused(endMembership, byHand)).name, 'way-out-stated')
    const body = { member: tomasz.id, reason: 'The keys were copied, twice.' }
    const { exclusion } = await maren.browser.call(out.openExclusion, { ...at, body })
    assert.equal(
      (await maren.browser.refused(out.openExclusion, { ...at, body })).name,
      'case-open',
    )
    const params = { exclusion }
    const decision = { params, body: { out: true, reason: 'It was so.' } }
    assert.equal((await maren.browser.refused(out.decideExclusion, decision)).name, 'own-case')
    const early = await second.browser.refused(out.decideExclusion, decision)
    assert.equal(early.name, 'notice-runs')
    hall.clock.pass(3 * DAY)
    const unheard = await second.browser.refused(out.decideExclusion, decision)
    assert.equal(unheard.name, 'not-heard')
    const stranger = await somebody(hall, 'Passer By', { circles: [coop] })
    const say = { params, body: { text: 'One copy, for the baker.' } }
    assert.equal((await stranger.browser.refused(out.beHeard, say)).status, 403)
    await tomasz.browser.call(out.beHeard, say)
    assert.deepEqual((await stranger.browser.call(out.listExclusions, at)).exclusions, [])
    const soon = (days: number) => ({
      params,
      body: { at: plus(hall.clock.now(), days * DAY), where: 'In the kitchen' },
    })
    assert.equal((await second.browser.refused(out.setHearing, soon(-1))).name, 'hearing-early')
    assert.equal((await tomasz.browser.refused(out.setHearing, soon(2))).status, 403)
    await second.browser.call(out.setHearing, soon(2))
    const comes = await second.browser.refused(out.decideExclusion, decision)
    assert.equal(comes.name, 'hearing-comes')
    hall.clock.pass(2 * DAY)
    const read = await second.browser.call(out.readExclusion, { params })
    assert.deepEqual(
      [read.heard, read.hearingWhere],
      ['One copy, for the baker.', 'In the kitchen'],
    )
    assert.deepEqual([read.may.decide, read.may.answer], [true, false])
    assert.equal((await stranger.browser.refused(out.readExclusion, { params })).status, 403)
    await second.browser.call(out.decideExclusion, decision)
    assert.equal(await belongs(db, tomasz.id, coop), false)
    assert.ok(!(await rolesOf(db, coop)).some(({ person }) => person === tomasz.id))
    const again = { ...at, body: { class: 'consumer' } }
    assert.equal((await tomasz.browser.refused(api.comeInOpenly, again)).name, 'put-out-before')
    const answers = { why: 'I was wronged.', give: 'Work.' }
    const apply = { ...at, body: { class: 'producer', answers } }
    const refused = await tomasz.browser.refused(door.apply, apply)
    assert.match(refused.title, /apply again from 20\d\d-/)
    const people = [{ email: tomasz.email }]
    await maren.browser.call(invite, { ...at, body: { people } })
    const { invitations } = await tomasz.browser.call(myInvitations)
    const invited = { params: { invitation: invitations[0]?.id ?? ('inv_' as const) } }
    assert.equal((await tomasz.browser.refused(accept, invited)).name, 'put-out-before')
    const table = { method: 'POST', body: `name,email\nTomasz,${tomasz.email}`, headers: CSV }
    const path = `/api/circles/${coop}/members/import?run=true`
    assert.match(await (await maren.browser.fetch(path, table)).text(), /"putOut":1}/)
    assert.equal(await belongs(db, tomasz.id, coop), false)
    await tomasz.browser.call(out.appealExclusion, { params, body: { text: 'One copy only.' } })
    const lifted = { params, body: { lifted: true, reason: 'One copy it was.' } }
    assert.equal((await second.browser.refused(out.decideAppeal, lifted)).name, 'own-case')
    await maren.browser.call(out.decideAppeal, lifted)
    assert.equal(await classOf(db, { circle: coop, member: tomasz.id }), 'consumer')
    const letters = await lettersTo(tomasz)
    const steps = [/copied, twice/, /kitchen/, /no longer a member/, /as before/]
    const said = letters.join('\n')
    for (const step of steps) assert.match(said, step)
    assert.match((await lettersTo(maren)).join(), /put out of Quillmarsh Commons appeals/)
  })

  test('by consent of the circle asks for two voices and none against', async () => {
    await adopt(({ waysIn, ...parts }) => ({
      ...parts,
      waysIn: { ...Object(waysIn), exclusion: together },
    }))
    const [ada, bo, cees] = [
      await somebody(hall, 'Ada Lind', { circles: [coop] }),
      await somebody(hall, 'Bo Nyman', { circles: [coop] }),
      await somebody(hall, 'Cees Vos', { circles: [coop] }),
    ]
    const body = { member: ada.id, reason: 'The till.' }
    const { exclusion } = await maren.browser.call(out.openExclusion, { ...at, body })
    const params = { exclusion }
    hall.clock.pass(2 * DAY)
    const decision = { params, body: { out: true, reason: 'We agreed.' } }
    const alone = await bo.browser.refused(out.decideExclusion, decision)
    assert.equal(alone.name, 'voices-missing')
    await cees.browser.call(out.giveVoice, { params, body: { out: false, text: 'A mistake.' } })
    assert.equal((await bo.browser.refused(out.decideExclusion, decision)).name, 'voices-differ')
    assert.equal(
      (await ada.browser.refused(out.giveVoice, { params, body: { out: false } })).name,
      'own-case',
    )
    await cees.browser.call(out.giveVoice, { params, body: { out: true } })
    await bo.browser.call(out.decideExclusion, decision)
    assert.equal(await belongs(db, ada.id, coop), false)
  })
})

suite('written down by hand', () => {
  test('a death and a dissolution end a membership, and a mistake is taken back', async () => {
    const ewa = await somebody(hall, 'Ewa Kulik', { circles: [coop] })
    const params = { circle: coop, member: ewa.id }
    const unfit = { params, body: { why: 'dissolved' as const } }
    assert.equal((await maren.browser.refused(out.endByHand, unfit)).name, 'ending-unfit')
    await maren.browser.call(out.endByHand, { params, body: { why: 'died' } })
    assert.equal(await belongs(db, ewa.id, coop), false)
    const { endings } = await maren.browser.call(out.listEndings, at)
    assert.deepEqual(
      endings.map(({ name, why }) => [name, why]),
      [['Ewa Kulik', 'died']],
    )
    await maren.browser.call(out.takeEndingBack, { params })
    assert.equal(await classOf(db, { circle: coop, member: ewa.id }), 'consumer')
    assert.equal((await maren.browser.refused(out.takeEndingBack, { params })).name, 'no-ending')
  })
})

suite('rules from a day to come', () => {
  test('place members on that day, once, also when the hall slept; and tell whom they concern', async () => {
    const [ines, ole] = [
      await somebody(hall, 'Inês Duarte', { circles: [coop] }),
      await somebody(hall, 'Ole Brandt', { circles: [coop] }),
    ]
    await passTime()
    const key = async (member: MemberId, day?: string) =>
      classOf(db, { circle: coop, member }, day ?? null)
    const day = (days: number) => plus(hall.clock.now(), days * DAY).slice(0, 10)
    const [third, fifth, sixth] = [day(3), day(5), day(6)]
    const named = (to: string, from: string) =>
      adopt((parts) => JSON.parse(JSON.stringify(parts).replaceAll('"consumer"', `"${to}"`)), from)
    await named('eater', third)
    await named('diner', fifth)
    await named('taster', sixth)
    await adopt((parts) => parts, sixth)
    assert.equal(await key(ines.id), 'consumer')
    const read = await hall.browser().call(api.readMembrane, at)
    assert.deepEqual(
      read.coming.map(({ day: from }) => from),
      [third, fifth, sixth],
    )
    hall.clock.pass(5 * DAY)
    await passTime()
    await passTime()
    assert.equal(await key(ines.id), 'diner')
    assert.deepEqual(
      [await key(ines.id, day(-3)), await key(ines.id, day(-2)), await key(ines.id, day(-1))],
      ['consumer', 'eater', 'eater'],
      'each day by the rules of that day',
    )
    hall.clock.pass(DAY)
    await passTime()
    assert.equal(await key(ines.id), 'consumer', 'a version that was overtaken never holds')
    assert.deepEqual((await hall.browser().call(api.readMembrane, at)).coming, [])
    const told = await lettersTo(ole)
    assert.equal(told.length, 3, 'each version is told once')
    assert.match(told.at(-1) ?? '', /you are among the Consumers/)
  })
})

test('nothing broke behind our backs, and the circles still stand', async () => {
  assert.equal((await maren.browser.call(listCircles)).circles.length, 1)
  assert.deepEqual(hall.errors, [])
})
