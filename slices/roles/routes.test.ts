/** Roles: named, taken, by turns, drawn by lot; ended, handed over, remembered. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import { addressOf } from '#kernel/operation.ts'
import { entriesOf } from '#kernel/record.ts'
import { erasePerson, personOf } from '#slices/people/index.ts'
import { isSteward, joinCircle, leaveCircle } from '#slices/circles/index.ts'
import { adoptParts, allSections, emptyParts, todayIn } from '#slices/constitutions/index.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, signInAgain, type Somebody, somebody } from '#testing/people.ts'
import * as draws from './api/draws.ts'
import * as api from './api/roles.ts'
import { redraw, DrawFile } from './rules/draw.ts'
import { RolesPart } from './rules/section.ts'
import { keepTerms } from './timers/keeping.ts'
import { drawAll } from './timers/drawing.ts'
import { remindHolders } from './timers/reminding.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)

const RULES = RolesPart.parse({
  roles: [
    { key: 'treasurer', name: 'Treasurer', asks: 'Keeps the accounts.', deputy: true },
    { key: 'greeter', name: 'Greeter', filled: 'volunteered', mostInARow: 1, seats: 2 },
    { key: 'host', name: 'Host', filled: 'rotated', termMonths: 1, gives: ['facilitator'] },
    { key: 'board', name: 'Board', filled: 'elected', gives: ['steward'], recall: 'circle' },
    { key: 'auditor', name: 'Auditor', filled: 'drawn', seats: 2, notBeside: ['keeper'] },
    { key: 'keeper', name: 'Keeper', recall: 'none', termMonths: null },
  ],
})

async function adopt(part: RolesPart): Promise<void> {
  const now = hall.clock.now()
  await hall.hall.transact(async (tx) => {
    const parts = { ...emptyParts(allSections()), roles: part }
    await adoptParts(tx, coop, { parts, day: await todayIn(tx, now) }, { by: maren.id, now })
  })
}
await adopt(RULES)

const of = (role: string) => ({ params: { circle: coop, role } })
async function member(name: string): Promise<Somebody> {
  hall.clock.pass(HOUR)
  return somebody(hall, name, { circles: [coop] })
}

async function roleFor(who: Somebody, key: string) {
  const { roles } = await who.browser.call(api.readRoles, { params: { circle: coop } })
  const role = roles.find((one) => one.key === key)
  assert.ok(role)
  return role
}

async function heldBy(key: string): Promise<string[]> {
  return (await roleFor(maren, key)).holders.map(({ name }) => name)
}

async function nameTo(role: string, who: Somebody, more: object = {}) {
  return maren.browser.call(api.nameHolder, { ...of(role), body: { person: who.id, ...more } })
}

const ada = await member('Ada Okonkwo')
const bo = await member('Bo Lindqvist')
const chi = await member('Chiara Bellandi')
const dina = await member('دينا منصور')

/** Time goes by, terms begin and end, and everybody signs in again. */
async function until(at: string): Promise<void> {
  hall.clock.set(at)
  await keepTerms(hall.hall, at)
  await signInAgain(hall, maren, ada, bo, chi, dina)
}
const pass = (ms: number) => until(plus(hall.clock.now(), ms))

suite('a role that is appointed', () => {
  test('is given by a steward, and has a term and a deputy', async () => {
    await nameTo('treasurer', ada)
    await nameTo('treasurer', bo, { deputy: true })
    const role = await roleFor(chi, 'treasurer')
    assert.deepEqual(
      role.holders.map((one) => [one.name, one.deputy]),
      [
        ['Ada Okonkwo', false],
        ['Bo Lindqvist', true],
      ],
    )
    assert.equal(role.holders[0]?.until?.slice(0, 10), '2027-12-03')
    assert.equal(role.vacancy, null)
  })

  test('is not given by members, to strangers, twice, or when no seat is free', async () => {
    const call = { ...of('treasurer'), body: { person: chi.id } }
    assert.equal((await ada.browser.refused(api.nameHolder, call)).status, 403)
    const stranger = await somebody(hall, 'No Member')
    const refusal = async (person: Somebody) =>
      (
        await maren.browser.refused(api.nameHolder, {
          ...of('treasurer'),
          body: { person: person.id },
        })
      ).name
    assert.equal(await refusal(stranger), 'not-a-member')
    assert.equal(await refusal(ada), 'held-already')
    assert.equal(await refusal(chi), 'no-seat')
    const nothing = { ...of('gardener'), body: { person: chi.id } }
    assert.equal((await maren.browser.refused(api.nameHolder, nothing)).name, 'no-such-role')
    const outside = await stranger.browser.refused(api.readRoles, { params: { circle: coop } })
    assert.equal(outside.status, 403)
  })

  test('given to two at once for one seat, is held by one', async () => {
    const calls = [chi, dina].map((who) => nameTo('keeper', who))
    const both = await Promise.allSettled(calls)
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal((await heldBy('keeper')).length, 1)
  })

  test('begins on its day, when whoever held it before has gone', async () => {
    const role = await roleFor(maren, 'treasurer')
    const end = role.holders.find(({ deputy }) => !deputy)?.until ?? ''
    await nameTo('treasurer', dina, { from: end })
    assert.deepEqual(
      (await roleFor(maren, 'treasurer')).coming.map((one) => one.name),
      [dina.name],
    )
    await until(plus(end, HOUR))
    assert.deepEqual(await heldBy('treasurer'), [dina.name])
    const { terms } = await maren.browser.call(api.roleHistory, of('treasurer'))
    const told = terms.map((one) => `${one.name}: ${one.why ?? 'holds it'}`)
    assert.deepEqual(told, [`${dina.name}: holds it`, 'Bo Lindqvist: term', 'Ada Okonkwo: term'])
  })
})

suite('a role for volunteers', () => {
  test('is taken while a seat is free, and not for longer than the rules say', async () => {
    await ada.browser.call(api.takeRole, of('greeter'))
    await bo.browser.call(api.takeRole, of('greeter'))
    assert.equal((await chi.browser.refused(api.takeRole, of('greeter'))).name, 'no-seat')
    const { me } = await roleFor(ada, 'greeter')
    assert.ok(me.holds)
    await pass(366 * DAY)
    assert.deepEqual(await heldBy('greeter'), [])
    assert.equal((await ada.browser.refused(api.takeRole, of('greeter'))).name, 'too-many-terms')
    await chi.browser.call(api.takeRole, of('greeter'))
    const entries = await entriesOf(hall.hall.db, `circle:${coop}`)
    assert.ok(
      entries.some(({ kind, data }) => kind === 'role.vacant' && data['role'] === 'greeter'),
    )
  })
})

suite('a role by turns', () => {
  const willing = async (who: Somebody) =>
    who.browser.call(api.wish, { ...of('host'), body: { wish: 'hold', on: true } })

  test('goes to whoever held it longest ago, with its right for as long as it is held', async () => {
    for (const who of [ada, bo, chi]) await willing(who)
    assert.equal((await roleFor(ada, 'host')).next, ada.id)
    assert.equal((await bo.browser.refused(api.takeRole, of('host'))).name, 'not-your-turn')
    await ada.browser.call(api.takeRole, of('host'))
    const held = async () =>
      (await entriesOf(hall.hall.db, `circle:${coop}`))
        .filter(({ kind, data }) => kind.startsWith('role.') && data['role'] === 'facilitator')
        .map(({ kind }) => kind)
    assert.deepEqual(await held(), ['role.given'])
    await pass(32 * DAY)
    assert.deepEqual(await held(), ['role.given', 'role.ended'])
    await willing(ada)
    const { turns } = await roleFor(ada, 'host')
    assert.deepEqual(
      turns.map((turn) => turn.name),
      ['Bo Lindqvist', 'Chiara Bellandi', 'Ada Okonkwo'],
    )
  })

  test('is passed over, which is remembered, and swapped, when both agree', async () => {
    await bo.browser.call(api.skip, of('host'))
    const role = await roleFor(bo, 'host')
    assert.deepEqual([role.next, role.turns[0]?.skipped], [chi.id, 1])
    assert.equal((await ada.browser.refused(api.skip, of('host'))).name, 'not-your-turn')
    await bo.browser.call(api.askSwap, { ...of('host'), body: { with: ada.id } })
    const params = { circle: coop, role: 'host', first: bo.id }
    assert.equal((await chi.browser.refused(api.agreeSwap, { params })).name, 'nobody-asked')
    await ada.browser.call(api.agreeSwap, { params })
    const swapped = await roleFor(ada, 'host')
    assert.deepEqual([swapped.next, swapped.turns[0]?.inPlaceOf], [ada.id, bo.id])
    await ada.browser.call(api.takeRole, of('host'))
    assert.deepEqual((await roleFor(ada, 'host')).swaps, [])
    const { skips } = await ada.browser.call(api.roleHistory, of('host'))
    assert.deepEqual(
      skips.map((one) => one.name),
      ['Bo Lindqvist'],
    )
  })
})

suite('a role that is elected', () => {
  test('asks where the result stands, and stewards for as long as the term', async () => {
    const call = { ...of('board'), body: { person: chi.id } }
    assert.equal((await maren.browser.refused(api.nameHolder, call)).name, 'result-missing')
    await nameTo('board', chi, { result: 'General meeting of 3 December, 41 of 60 votes' })
    assert.equal(await isSteward(hall.hall.db, chi.id), true)
    const [held] = (await roleFor(bo, 'board')).holders
    assert.match(held?.result ?? '', /41 of 60/)
    assert.ok(held)
    const params = { circle: coop, term: held.term }
    const bare = await maren.browser.refused(api.endTerm, { params, body: {} })
    assert.equal(bare.name, 'reason-missing')
    assert.equal((await bo.browser.refused(api.endTerm, { params, body: {} })).status, 403)
    await maren.browser.call(api.endTerm, { params, body: { reason: 'Decided on 4 January.' } })
    assert.equal(await isSteward(hall.hall.db, chi.id), false)
    const again = await maren.browser.refused(api.endTerm, { params, body: { reason: 'x' } })
    assert.equal(again.name, 'role-term-over')
  })

  test('never leaves the co-op without a steward', async () => {
    await nameTo('board', dina, { result: 'By acclamation' })
    await hall.hall.transact((tx) =>
      leaveCircle(tx, coop, maren.id, { by: maren.id, now: hall.clock.now() }),
    )
    const [held] = (await roleFor(dina, 'board')).holders
    assert.ok(held)
    const params = { circle: coop, term: held.term }
    const last = await dina.browser.refused(api.endTerm, { params, body: {} })
    assert.equal(last.name, 'last-steward')
    await pass(400 * DAY)
    assert.equal(await isSteward(hall.hall.db, dina.id), true)
    const by = { by: dina.id, now: hall.clock.now() }
    await hall.hall.transact((tx) => joinCircle(tx, coop, maren.id, by))
    const steward = { ...of('board'), body: { person: maren.id, result: 'The same evening' } }
    await dina.browser.call(api.nameHolder, steward)
    await pass(HOUR)
    assert.deepEqual(await heldBy('board'), ['Maren Solheim'])
    assert.equal(await isSteward(hall.hall.db, dina.id), false)
  })
})

suite('a role that is drawn by lot', () => {
  test('is drawn from all who may hold it, after words, and anybody can draw again', async () => {
    const { draw } = await maren.browser.call(draws.openDraw, { ...of('auditor'), body: {} })
    const params = { circle: coop, draw }
    const open = await ada.browser.call(draws.readDraw, { params })
    assert.deepEqual([open.secret, open.drawn, open.order], [null, null, []])
    assert.equal(open.pool.length, 4)
    const [keeper] = (await roleFor(ada, 'keeper')).holders
    assert.ok(!open.pool.some(({ person }) => person === keeper?.person), 'not beside the keeper')
    const twice = await maren.browser.refused(draws.openDraw, { ...of('auditor'), body: {} })
    assert.equal(twice.name, 'draw-open')
    await bo.browser.call(draws.speakIntoDraw, { params, body: { words: 'seven herons' } })
    const again = await bo.browser.refused(draws.speakIntoDraw, { params, body: { words: 'x' } })
    assert.equal(again.name, 'spoken-already')
    await drawAll(hall.hall, hall.clock.now())
    assert.equal((await ada.browser.call(draws.readDraw, { params })).drawn, null)
    hall.clock.pass(2 * HOUR)
    const late = await ada.browser.refused(draws.speakIntoDraw, { params, body: { words: 'late' } })
    assert.equal(late.name, 'draw-closed')
    await Promise.all([1, 2].map(() => drawAll(hall.hall, hall.clock.now())))
    const over = await ada.browser.call(draws.readDraw, { params })
    assert.equal(over.drawn?.length, 2)
    assert.equal(over.commitment, open.commitment)
    const file = DrawFile.parse(
      await (await ada.browser.fetch(addressOf(draws.takeDrawFile, params))).json(),
    )
    assert.deepEqual(redraw(file).differs, [])
    const { holders } = await roleFor(ada, 'auditor')
    assert.deepEqual(holders.map((one) => one.person).toSorted(), over.drawn?.toSorted())
  })

  test('goes to the next of the lot when somebody declines, but not beside what they began', async () => {
    const everybody = [maren, ada, bo, chi, dina]
    const { holders } = await roleFor(ada, 'auditor')
    const [keeper] = (await roleFor(ada, 'keeper')).holders
    const handingOn = everybody.find(({ id }) => id === keeper?.person)
    assert.ok(keeper && handingOn)
    await handingOn.browser.call(api.endTerm, {
      params: { circle: coop, term: keeper.term },
      body: { reason: '' },
    })
    const { draws: all } = await ada.browser.call(draws.listDraws, { params: { circle: coop } })
    const params = { circle: coop, draw: all[0]?.draw ?? 'drw_' }
    const { order } = await ada.browser.call(draws.readDraw, { params })
    const [second, third] = order.filter((id) => !holders.some(({ person }) => person === id))
    const begins = everybody.find(({ id }) => id === second)
    assert.ok(begins && third)
    await maren.browser.call(api.nameHolder, { ...of('keeper'), body: { person: begins.id } })
    const declining = everybody.find(({ id }) => id === holders[0]?.person)
    const [held] = holders
    assert.ok(declining && held)
    await declining.browser.call(api.endTerm, {
      params: { circle: coop, term: held.term },
      body: { reason: 'No time this year' },
    })
    const { holders: now } = await roleFor(ada, 'auditor')
    assert.equal(now.length, 2)
    assert.ok(!now.some(({ person }) => person === declining.id))
    assert.ok(now.some(({ person }) => person === third))
  })
})

suite('a term', () => {
  test('leaves a handover note, which the next one reads', async () => {
    const before = (await roleFor(maren, 'treasurer')).holders
    assert.deepEqual(before, [], 'dina’s year is over')
    await maren.browser.call(api.nameHolder, { ...of('treasurer'), body: { person: ada.id } })
    const history = await maren.browser.call(api.roleHistory, of('treasurer'))
    const mine = history.terms.find(({ person }) => person === dina.id)
    assert.ok(mine)
    const params = { circle: coop, term: mine.term }
    const text = 'The keys are with Bo.\nThe bank wants two signatures.'
    assert.equal(
      (await ada.browser.refused(api.writeHandover, { params, body: { text } })).name,
      'not-held',
    )
    await dina.browser.call(api.writeHandover, { params, body: { text } })
    const { terms } = await ada.browser.call(api.myRoles)
    assert.equal(terms.find(({ role }) => role === 'treasurer')?.toRead, mine.term)
    assert.equal((await chi.browser.refused(api.readHandover, { params })).name, 'not-held')
    await ada.browser.call(api.readHandover, { params })
    const read = await dina.browser.call(api.readTerm, { params })
    assert.deepEqual([read.handover?.text, read.handover?.readBy], [text, 'Ada Okonkwo'])
  })

  test('is ended with a mail 60, 30 and 7 days before, each once', async () => {
    const role = await roleFor(ada, 'treasurer')
    const end = role.holders[0]?.until ?? ''
    for (const days of [59, 58, 30, 29, 6, 5]) {
      hall.clock.set(plus(end, -days * DAY))
      await remindHolders(hall.hall, hall.clock.now())
    }
    const letters = await hall.hall.db.selectFrom('outbox').selectAll().orderBy('at').execute()
    const hers = letters.filter(
      ({ recipient, subject }) => recipient === ada.email && subject.includes('Treasurer'),
    )
    assert.deepEqual(
      hers.map(({ body }) => /in (\d+) days/.exec(body ?? '')?.[1]),
      ['59', '30', '6'],
    )
    assert.match(hers[0]?.subject ?? '', /Your term as Treasurer ends/)
  })

  test('ends with the membership, and with the person, and the seat is vacant', async () => {
    await signInAgain(hall, maren, chi)
    const gone = await member('Short Guest')
    await chi.browser.call(api.wish, { ...of('host'), body: { wish: 'hold', on: false } })
    await maren.browser.call(api.nameHolder, {
      ...of('treasurer'),
      body: { person: gone.id, deputy: true },
    })
    const by = { by: gone.id, now: hall.clock.now() }
    await hall.hall.transact((tx) => leaveCircle(tx, coop, gone.id, by))
    const deputies = (await roleFor(maren, 'treasurer')).holders.filter(({ deputy }) => deputy)
    assert.deepEqual(deputies, [])
    await hall.hall.transact((tx) => erasePerson(tx, { person: ada.id, now: hall.clock.now() }))
    assert.equal(await personOf(hall.hall.db, ada.id), null)
    assert.deepEqual((await roleFor(maren, 'treasurer')).holders, [])
    const overview = await maren.browser.call(api.overview, { params: { circle: coop } })
    assert.ok(overview.empty.some(({ role }) => role === 'treasurer'))
  })
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
