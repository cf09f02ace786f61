/** Who is inside, on any day; circles that change their shape; delegates. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { DAY, MINUTE } from '#kernel/clock.ts'
import { entriesOf } from '#kernel/record.ts'
import { runTimer } from '#kernel/jobs.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { takeLink } from '#slices/people/api/sign-in.ts'
import { personAt } from '#slices/people/index.ts'
import { giveRole, leave, listCircles, makeCircle, readCircle } from './api.ts'
import * as api from './api/members.ts'
import {
  closeCircle,
  foretellShape,
  mergeCircle,
  moveCircle,
  restCircle,
  shapeHistory,
  splitCircle,
} from './api/shaping.ts'
import { circlesOn, historyOf, isInside, isMember, mayCall, membersOn, rolesOf } from './index.ts'
import { timers } from './timers.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall
const steward = maren.browser
const pass = (days: number) => hall.clock.pass(days * DAY)

async function circleNamed(name: string, parent = coop, kind?: 'autonomous') {
  const body = { name, ...(kind ? { kind } : {}) }
  const { id } = await steward.call(makeCircle, { params: { circle: parent }, body })
  return id
}

suite('who is inside', () => {
  test('is known for any day, also after a change of class, leaving and coming back', async () => {
    const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
    const params = { circle: coop, member: joost.id }
    pass(5)
    await steward.call(api.changeMemberClass, { params, body: { class: 'producer' } })
    pass(5)
    await joost.browser.call(leave, { params: { circle: coop } })
    pass(5)
    await somebody(hall, 'Somebody Later', { circles: [coop] })
    const on = async (day: string) =>
      (await membersOn(db, coop, day)).find(({ member }) => member === joost.id)?.class
    assert.deepEqual(
      await Promise.all(['2026-12-02', '2026-12-03', '2026-12-08', '2026-12-18'].map(on)),
      [undefined, 'member', 'producer', undefined],
    )
    const { history } = await steward.call(api.readHistory, { params })
    assert.deepEqual(
      history.map((one) => one.class),
      ['member', 'producer'],
    )
    assert.equal(history[0]?.until, history[1]?.from)
    assert.equal(await isInside(db, joost.id, coop, '2026-12-09'), true)
    assert.equal(await isInside(db, joost.id, coop), false)
  })

  test('cannot be in two classes at once, whatever is written', async () => {
    const twice = hall.hall.db
      .withTables<{ members: { circle: string; person: string; from: string } }>()
      .insertInto('members')
      .values({ circle: coop, person: maren.id, from: '2027-06-01T00:00:00.000Z' })
      .execute()
    await assert.rejects(twice, /member_once|member_in_one_class/)
  })

  test('is found by a part of a name, without accents, and page by page', async () => {
    const id = await circleNamed('Choir')
    for (let nr = 0; nr < 60; nr++)
      await somebody(hall, `Singer ${String(nr).padStart(2, '0')}`, { circles: [id] })
    const maria = await somebody(hall, 'Ñusta Ångström', { circles: [id] })
    const params = { circle: id }
    const found = await steward.call(api.listMembers, { params, query: { words: 'angs nus' } })
    assert.deepEqual(
      [found.found, found.members[0]?.member, found.classes[0]?.persons],
      [1, maria.id, 62],
    )
    const first = await steward.call(api.listMembers, { params })
    const query = { after: first.next ?? '' }
    const second = await steward.call(api.listMembers, { params, query })
    assert.deepEqual([first.members.length, second.members.length, second.next], [50, 12, null])
    const names = [...first.members, ...second.members].map(({ name }) => name)
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b, 'en')),
    )
    const lost = await steward.refused(api.listMembers, { params, query: { after: 'nowhere' } })
    assert.equal(lost.name, 'page-unknown')
    const stranger = await somebody(hall, 'Stranger')
    assert.equal((await stranger.browser.refused(api.listMembers, { params })).status, 403)
  })
})

suite('a circle', () => {
  test('is never made its own ancestor, not even by two moves at once', async () => {
    const [a, b] = [await circleNamed('Alders'), await circleNamed('Birches')]
    const moves = await Promise.allSettled([
      steward.call(moveCircle, { params: { circle: a }, body: { parent: b } }),
      steward.call(moveCircle, { params: { circle: b }, body: { parent: a } }),
    ])
    assert.equal(moves.filter(({ status }) => status === 'fulfilled').length, 1)
    const top = await steward.refused(moveCircle, { params: { circle: coop }, body: { parent: a } })
    assert.equal(top.name, 'the-coop-stays')
  })

  test('is merged: members and circles within come along, and it stays to be asked about', async () => {
    const [into, from] = [await circleNamed('Paper'), await circleNamed('Ink')]
    const within = await circleNamed('Red ink', from)
    const yuki = await somebody(hall, 'Yuki Tanabe', { circles: [from] })
    const day = hall.clock.now().slice(0, 10)
    pass(1)
    const asked = { params: { circle: from }, query: { act: 'merge' as const, other: into } }
    const told = await steward.call(foretellShape, asked)
    assert.deepEqual(told, {
      says: [
        '1 member comes into Paper, in the class they are in. 1 is there already and stays in their class.',
        'The circle within it comes along.',
        'It closes today: 2 memberships end, and with them every role in it.',
        'Who was inside, and when, stays to be asked. It cannot be opened again.',
      ],
      stops: [],
    })
    const ring = { params: { circle: from }, query: { act: 'move' as const, other: within } }
    assert.match((await steward.call(foretellShape, ring)).stops[0] ?? '', /Move the other one out/)
    await steward.call(mergeCircle, { params: { circle: from }, body: { into } })
    assert.equal(await isMember(db, yuki.id, into), true)
    const shown = await steward.call(readCircle, { params: { circle: within } })
    assert.equal(shown.parent, into)
    assert.equal((await steward.refused(readCircle, { params: { circle: from } })).status, 404)
    const { history } = await steward.call(shapeHistory, { params: { circle: into } })
    assert.deepEqual(
      history
        .slice(0, 2)
        .map(({ says, by }) => [says, by])
        .toSorted(),
      [
        ['Ink was merged into Paper.', 'Maren Solheim'],
        ['Red ink was moved from Ink to Paper.', 'Maren Solheim'],
      ],
    )
    const then = (await circlesOn(db, day)).find(({ circle }) => circle === within)
    assert.equal(then?.parent, from)
    const now = await circlesOn(db, hall.clock.now())
    assert.ok(!now.some(({ circle }) => circle === from))
    assert.ok((await membersOn(db, from, day)).some(({ member }) => member === yuki.id))
  })

  test('is split, rests, wakes and closes', async () => {
    const id = await circleNamed('Garden')
    const aroha = await somebody(hall, 'Aroha Ngata', { circles: [id] })
    const body = { name: 'Orchard', members: [aroha.id] }
    const split = await steward.call(splitCircle, { params: { circle: id }, body })
    assert.equal(await isMember(db, aroha.id, split.id), true)
    assert.equal(await isMember(db, aroha.id, id), false)
    const params = { circle: split.id }
    await steward.call(restCircle, { params, body: { rest: true } })
    assert.equal(await mayCall(db, aroha.id, split.id), false)
    await steward.call(restCircle, { params, body: { rest: false } })
    assert.equal(await mayCall(db, aroha.id, split.id), true)
    const inner = await circleNamed('Pears', split.id)
    assert.equal((await steward.refused(closeCircle, { params })).name, 'circles-within')
    await steward.call(closeCircle, { params: { circle: inner } })
    await steward.call(closeCircle, { params })
    const { circles } = await steward.call(listCircles)
    assert.ok(!circles.some((one) => one.id === split.id))
  })
})

suite('a member co-op', () => {
  test('elsewhere is known by its card, and found in the directory', async () => {
    const body = {
      name: 'Lantern Press',
      country: 'NL',
      place: 'Veldhoek',
      does: 'prints for others',
    }
    const { id } = await steward.call(api.knowCoop, { params: { circle: coop }, body })
    const query = { words: 'velD pri' }
    const anybody = hall.browser()
    const { coops } = await anybody.call(api.listCoops, { params: { circle: coop }, query })
    assert.deepEqual(
      coops.map((one) => [one.id, one.elsewhere, one.country]),
      [[id, true, 'NL']],
    )
    const page = await steward.call(api.listMembers, { params: { circle: coop } })
    assert.ok(page.members.some((one) => one.member === id && one.kind === 'circle'))
    const card = { ...body, contacts: 'lantern@example.org' }
    await steward.call(api.writeCard, { params: { circle: id }, body: card })
    const read = await steward.call(api.readCard, { params: { circle: id } })
    assert.equal(read.contacts, 'lantern@example.org')
    const address = `/circles/${coop}/membrane?words=veldhoek&country=NL`
    for (const [who, seen] of [
      [steward, true],
      [anybody, false],
    ] as const) {
      const text = await (await who.fetch(address)).text()
      assert.match(text, /Lantern Press[\s\S]*Netherlands, Veldhoek[\s\S]*prints for others/)
      assert.equal(text.includes('lantern@example.org'), seen)
    }
    const voice = { params: { circle: coop, body: id } }
    const hanneke = await somebody(hall, 'Hanneke Vos')
    const known = { email: hanneke.email, name: 'Hanneke', mandate: 'Print for all.' }
    assert.deepEqual(await steward.call(api.inviteDelegate, { ...voice, body: known }), {
      known: true,
    })
    assert.equal(await isInside(db, hanneke.id, coop), true)
    const email = 'piet.lantern@example.org'
    const piet = { ...voice, body: { email, name: 'Piet Hoorn', alternate: true } }
    assert.deepEqual(await steward.call(api.inviteDelegate, piet), { known: false })
    assert.equal(await hall.hall.transact((tx) => personAt(tx, email)), null)
    const letter = await db
      .selectFrom('outbox')
      .select('body')
      .where('recipient', '=', email)
      .executeTakeFirstOrThrow()
    const token = /link#(\S+)/.exec(letter.body ?? '')?.[1] ?? ''
    const comes = hall.browser()
    await comes.call(takeLink, { body: { token, name: 'Piet Hoorn' } })
    const { delegates } = await steward.call(api.listDelegates, { params: { circle: coop } })
    assert.deepEqual(
      delegates.map(({ name, alternate, mandate }) => [name, alternate, mandate]),
      [
        ['Hanneke Vos', false, 'Print for all.'],
        ['Piet Hoorn', true, ''],
      ],
    )
    for (const { person } of delegates)
      await steward.call(api.recallDelegate, { params: { circle: coop, body: id, person } })
  })

  test('sends delegates, who are inside as long as they are sent, and counted once', async () => {
    const loft = await circleNamed('Wool Loft', coop, 'autonomous')
    const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [loft] })
    const both = await somebody(hall, 'Chiara Bellandi', { circles: [loft, coop] })
    const params = (person: string) => ({
      circle: coop,
      body: loft,
      person: person as typeof both.id,
    })
    const outside = await somebody(hall, 'Tomasz Wrona')
    const refused = await steward.refused(api.nameDelegate, { params: params(outside.id) })
    assert.equal(refused.name, 'not-of-the-body')
    const until = '2026-12-25'
    await steward.call(api.nameDelegate, { params: params(oisin.id), body: { until } })
    await steward.call(api.nameDelegate, { params: params(both.id), body: { alternate: true } })
    const before = (await membersOn(db, coop)).length
    assert.equal(await isInside(db, oisin.id, coop), true)
    const { delegates } = await steward.call(api.listDelegates, { params: { circle: coop } })
    assert.deepEqual(
      delegates.map(({ name, alternate, member }) => [name, alternate, member]),
      [
        ['Oisín Farrelly', false, false],
        ['Chiara Bellandi', true, true],
      ],
    )
    const { members } = await steward.call(api.listMembers, { params: { circle: coop } })
    assert.deepEqual(
      members.find(({ member }) => member === both.id)?.speaksFor.map(({ name }) => name),
      ['Wool Loft'],
    )
    assert.equal((await membersOn(db, coop)).length, before)
    hall.clock.set('2026-12-26T00:00:00.000Z')
    for (const timer of timers) await runTimer(hall.hall, timer)
    assert.equal(await isInside(db, oisin.id, coop), false)
    assert.equal(await isInside(db, oisin.id, coop, '2026-12-24'), true)
  })

  test('that is dissolved leaves, and the role that its delegate held ends that day', async () => {
    const ferry = await circleNamed('Night Ferry Radio', coop, 'autonomous')
    const lina = await somebody(hall, 'لينا الخطيب', { circles: [ferry] })
    const voice = { circle: coop, body: ferry, person: lina.id }
    await steward.call(api.nameDelegate, { params: voice })
    const role = { circle: coop, person: lina.id, role: 'facilitator' as const }
    await steward.call(giveRole, { params: role })
    hall.clock.pass(MINUTE)
    await steward.call(closeCircle, { params: { circle: ferry } })
    assert.equal(await isInside(db, lina.id, coop), false)
    assert.ok(!(await rolesOf(db, coop)).some(({ person }) => person === lina.id))
    const kinds = (await entriesOf(db, `circle:${coop}`)).slice(-3).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['circle.left', 'delegate.ended', 'role.ended'])
    const [stay] = await historyOf(db, ferry, coop)
    assert.equal(stay?.until, hall.clock.now())
  })
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
