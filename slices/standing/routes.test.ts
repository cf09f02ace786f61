/** Standing, as members and treasurers meet it. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { sql } from 'kysely'
import { DAY, HOUR } from '#kernel/clock.ts'
import { openSession } from '#kernel/session.ts'
import { eraseMe, takeData } from '#slices/people/api/me.ts'
import {
  giveRole,
  joinCircle,
  makeCircle,
  pauseMember,
  sendDelegate,
} from '#slices/circles/index.ts'
import { adoptDuties } from '#testing/duties.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { duties, duty, euros, hours } from '#testing/standing.ts'
import { statement } from '#testing/statements.ts'
import * as api from './api.ts'
import { rollOn } from './index.ts'

const hall = await openTestHall({ now: '2026-12-03T18:00:00.000Z' })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const yearly = duty('dues', 'month', [euros(60), hours(4)], { grace: 10 })
const part = {
  ...duties(yearly),
  exemptions: [{ key: 'hardship', for: { kind: 'hardship' as const }, duties: [] }],
  behind: { missed: 1, of: null, rests: ['vote' as const], restsAfter: 30 },
}
await adoptDuties(hall, coop, part, { by: maren.id })
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })
const chiara = await somebody(hall, 'Chiara Bellandi', { circles: [coop] })
const at = { params: { circle: coop } }
const standingOf = (who: typeof oisin, member = who.id, query = {}) =>
  who.browser.call(api.readStanding, { params: { circle: coop, member }, query })
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('a member reads their own standing, line by line, with what to do', async () => {
  const mine = await standingOf(oisin)
  assert.deepEqual(
    [mine.state, mine.mine, mine.keeps, mine.name],
    ['good', true, false, 'Oisín Farrelly'],
  )
  const [dues] = mine.lines
  assert.equal(dues?.state, 'open')
  assert.equal(dues?.cite, '4.1')
  // 29 of the 31 days of December remain: 56.13 of 60 euros.
  assert.deepEqual(dues?.owes, [
    { unit: 'EUR', amount: 5613 },
    { unit: 'minutes', amount: 225 },
  ])
  assert.match(
    dues?.owed ?? '',
    /^56\.13 EUR or 3 hours 45 minutes for 3\s?[–-]\s?31 December 2026\.$/,
  )
  assert.match(dues?.next ?? '', /^Give 56\.13 EUR or .* until 10 January 2027\.$/)
  assert.equal(mine.changes, '2027-01-11')
  assert.match(mine.ahead[0] ?? '', /stays good until 10 January 2027/)
  assert.match(mine.seenBy, /seen by that member and the treasurer and the stewards/)
})

test('another member does not see it; the steward does; a stranger sees nothing', async () => {
  const params = { circle: coop, member: oisin.id }
  assert.equal(
    (await chiara.browser.refused(api.readStanding, { params })).name,
    'standing-not-yours',
  )
  assert.equal((await standingOf(maren, oisin.id)).mine, false)
  const stranger = await somebody(hall, 'Nobody Known')
  assert.equal((await stranger.browser.refused(api.readStanding, { params })).status, 403)
  assert.equal((await hall.browser().refused(api.readStanding, { params })).status, 401)
  for (const op of [api.listStandings, api.listEvidence, api.listClaims, api.listPayments])
    assert.equal((await oisin.browser.refused(op, at)).status, 403, op.path)
})

suite('evidence', () => {
  test('is recorded by the steward, never changed, and corrected by an entry of its own', async () => {
    const body = { member: chiara.id, unit: 'EUR', amount: 6000, happened: '2026-12-03' }
    const { evidence } = await maren.browser.call(api.recordEvidence, { ...at, body })
    assert.equal((await standingOf(chiara)).lines[0]?.state, 'met')
    const params = { circle: coop, evidence }
    const back = { amount: 6000, happened: '2026-12-03', note: 'It came back: account closed.' }
    const much = { ...back, amount: 6001 }
    const refused = await maren.browser.refused(api.correctEvidence, { params, body: much })
    assert.equal(refused.name, 'more-than-there-is')
    await maren.browser.call(api.correctEvidence, { params, body: back })
    const again = await maren.browser.refused(api.correctEvidence, { params, body: back })
    assert.equal(again.name, 'more-than-there-is')
    const { lines, evidence: pieces } = await standingOf(chiara)
    assert.equal(lines[0]?.state, 'open')
    assert.deepEqual(
      pieces.map(({ amount, by }) => [amount, by]).toSorted((a, b) => Number(a[0]) - Number(b[0])),
      [
        [-6000, 'Maren Solheim'],
        [6000, 'Maren Solheim'],
      ],
    )
    const tomorrow = { ...body, happened: '2026-12-04' }
    assert.equal(
      (await maren.browser.refused(api.recordEvidence, { ...at, body: tomorrow })).name,
      'not-yet',
    )
  })

  test('two who take the same payment back at once take it back once', async () => {
    const body = { member: chiara.id, unit: 'EUR', amount: 500, happened: '2026-12-03' }
    const { evidence } = await maren.browser.call(api.recordEvidence, { ...at, body })
    const params = { circle: coop, evidence }
    const back = { amount: 500, happened: '2026-12-03', note: 'returned' }
    const both = await Promise.allSettled(
      [1, 2].map(() => maren.browser.call(api.correctEvidence, { params, body: back })),
    )
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  })

  test('claimed by a member counts when somebody else acknowledges it', async () => {
    const body = { unit: 'minutes', amount: 225, happened: '2026-12-02', said: 'Took the minutes' }
    const { claim } = await oisin.browser.call(api.makeClaim, { ...at, body })
    assert.equal((await standingOf(oisin)).lines[0]?.state, 'open')
    const params = { circle: coop, claim }
    const yes = { answer: 'acknowledged' as const }
    assert.equal((await oisin.browser.refused(api.answerClaim, { params, body: yes })).status, 403)
    const no = { answer: 'declined' as const }
    assert.equal(
      (await maren.browser.refused(api.answerClaim, { params, body: no })).name,
      'why-please',
    )
    assert.equal((await maren.browser.call(api.listClaims, at)).claims.length, 1)
    await maren.browser.call(api.answerClaim, { params, body: yes })
    assert.equal(
      (await maren.browser.refused(api.answerClaim, { params, body: yes })).name,
      'claim-answered',
    )
    assert.equal((await standingOf(oisin)).lines[0]?.state, 'met')
    const own = await maren.browser.call(api.makeClaim, { ...at, body })
    const problem = await maren.browser.refused(api.answerClaim, {
      params: { circle: coop, claim: own.claim },
      body: yes,
    })
    assert.equal(problem.name, 'not-your-own-claim')
  })
})

suite('hardship', () => {
  test('is asked for in confidence, granted by another until a day, and excuses', async () => {
    const ask = { until: '2027-03-01', said: 'I lost my work.' }
    const asked = await oisin.browser.call(api.askExcuse, { ...at, body: ask })
    const again = await oisin.browser.refused(api.askExcuse, { ...at, body: ask })
    assert.equal(again.name, 'excuse-asked')
    const past = { ...ask, until: '2026-12-03' }
    assert.equal(
      (await chiara.browser.refused(api.askExcuse, { ...at, body: past })).name,
      'ends-before',
    )
    assert.equal((await chiara.browser.refused(api.listExcuses, at)).status, 403)
    const params = { circle: coop, request: asked.request }
    const yes = { answer: 'granted' as const, until: '2027-02-01' }
    for (const other of [oisin, chiara])
      assert.equal(
        (await other.browser.refused(api.answerExcuse, { params, body: yes })).status,
        403,
      )
    const { requests } = await maren.browser.call(api.listExcuses, at)
    assert.deepEqual(
      requests.map(({ name, said, mine }) => [name, said, mine]),
      [['Oisín Farrelly', 'I lost my work.', false]],
    )
    await maren.browser.call(api.answerExcuse, { params, body: yes })
    const twice = await maren.browser.refused(api.answerExcuse, { params, body: yes })
    assert.equal(twice.name, 'excuse-answered')
    const mine = await standingOf(oisin)
    const line = mine.lines.find(({ state }) => state === 'excused')
    assert.equal(line?.cite, '4.2')
    assert.match(line?.found ?? '', /Excused until 31 January 2027/)
    assert.equal(mine.hardship?.requests[0]?.by, 'Maren Solheim')
    const own = await maren.browser.call(api.askExcuse, { ...at, body: ask })
    const problem = await maren.browser.refused(api.answerExcuse, {
      params: { circle: coop, request: own.request },
      body: yes,
    })
    assert.equal(problem.name, 'not-your-own-excuse')
    const held = JSON.stringify(await oisin.browser.call(takeData))
    assert.match(held, /I lost my work/)
    const { rows } = await sql<{ said: string }>`
      select coalesce(data, stands)::text as said from record where topic = ${`ledger:${coop}`}`.execute(
      hall.hall.db,
    )
    assert.doesNotMatch(JSON.stringify(rows), /lost my work/)
  })

  test('is not told to members who may see everybody’s standing', async () => {
    const open = { ...part, seenBy: ['members' as const] }
    const circle = await hall.hall.transact((tx) =>
      makeCircle(
        tx,
        { parent: coop, name: 'Open books' },
        { by: maren.id, now: hall.hall.clock.now() },
      ),
    )
    await adoptDuties(hall, circle, open, { by: maren.id })
    const by = { by: maren.id, now: hall.hall.clock.now() }
    await hall.hall.transact(async (tx) => {
      for (const { id } of [maren, oisin, chiara]) await joinCircle(tx, circle, id, by)
      await giveRole(tx, { circle, person: maren.id, role: 'steward' }, by)
    })
    const body = { member: oisin.id, from: '2026-12-03', until: '2027-02-01' }
    await maren.browser.call(api.grantExcuse, { params: { circle }, body })
    const seen = await chiara.browser.call(api.readStanding, {
      params: { circle, member: oisin.id },
    })
    const [line] = seen.lines
    assert.deepEqual(
      [line?.state, line?.cite, line?.found, seen.hardship],
      ['excused', null, '', null],
    )
  })
})

suite('paying', () => {
  test('shows the account, a reference of one’s own, what is owed and the code', async () => {
    const body = { name: 'Quillmarsh Commons', iban: 'NL91 ABNA 0417 1643 00' }
    assert.equal((await oisin.browser.refused(api.setAccount, { ...at, body })).status, 403)
    const wrong = { ...body, iban: 'NL92 ABNA 0417 1643 00' }
    assert.equal(
      (await maren.browser.refused(api.setAccount, { ...at, body: wrong })).name,
      'not-understood',
    )
    await maren.browser.call(api.setAccount, { ...at, body })
    const page = await chiara.browser.call(api.readPaying, at)
    assert.match(page.reference, /^RF\d\d \d{4} \d{4}$/)
    assert.equal(page.owes[0]?.text, '56.13 EUR')
    assert.match(
      page.code ?? '',
      /^BCD\n002\n1\nSCT\n\nQuillmarsh Commons\nNL91ABNA0417164300\nEUR56\.13\n\nRF/,
    )
    assert.equal((await chiara.browser.call(api.readPaying, at)).reference, page.reference)
  })

  test('a statement places what it can, lists the rest, and is imported once', async () => {
    const { reference } = await chiara.browser.call(api.readPaying, at)
    const day = '2026-12-02'
    const file = base64(
      statement([
        { amount: '56.13', day, name: 'C Bellandi', text: `dues ${reference}`, ref: 'A1' },
        { amount: '20.00', day, name: 'ACME Ltd', text: 'gift', ref: 'A2' },
        { amount: '99.00', day, name: 'Hosting', text: 'bill', ref: 'A3', out: true },
      ]),
    )
    const see = await maren.browser.call(api.importStatement, { ...at, body: { file, dry: true } })
    assert.deepEqual([see.added, see.undecided, see.leftAlone, see.known], [1, 1, 1, 0])
    assert.deepEqual(
      see.first.map(({ name, by }) => [name, by]),
      [
        ['Chiara Bellandi', 'reference'],
        ['ACME Ltd', 'undecided'],
      ],
    )
    assert.equal((await standingOf(chiara)).lines[0]?.state, 'open', 'a dry run writes nothing')
    await maren.browser.call(api.importStatement, { ...at, body: { file, dry: false } })
    assert.equal((await standingOf(chiara)).lines[0]?.state, 'met')
    const again = await maren.browser.call(api.importStatement, {
      ...at,
      body: { file, dry: false },
    })
    assert.deepEqual([again.added, again.undecided, again.known], [0, 0, 2])
    const [open] = (await maren.browser.call(api.listPayments, at)).payments
    assert.equal(open?.name, 'ACME Ltd')
    const params = { circle: coop, payment: open?.id ?? 'bpy_' } as const
    await maren.browser.call(api.placePayment, { params, body: { member: oisin.id } })
    const twice = await maren.browser.refused(api.placePayment, {
      params,
      body: { member: chiara.id },
    })
    assert.equal(twice.name, 'payment-placed')
    assert.ok((await standingOf(oisin)).evidence.some(({ amount }) => amount === 2000))
  })

  test('a returned payment finds what it sends back', async () => {
    const { reference } = await chiara.browser.call(api.readPaying, at)
    const back = {
      amount: '56.13',
      day: '2026-12-03',
      name: 'C Bellandi',
      text: reference,
      ref: 'A9',
    }
    const file = base64(statement([{ ...back, out: true, returned: true }], 'S-2'))
    await maren.browser.call(api.importStatement, { ...at, body: { file, dry: false } })
    const { evidence, lines } = await standingOf(chiara)
    assert.ok(evidence.some(({ amount, corrects }) => amount === -5613 && corrects !== null))
    assert.equal(lines[0]?.state, 'open')
  })

  test('a statement with a document type is refused with a sentence, and nothing is half done', async () => {
    const evil = statement([]).replace(
      '<Document',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Document',
    )
    const problem = await maren.browser.refused(api.importStatement, {
      ...at,
      body: { file: base64(evil), dry: false },
    })
    assert.equal(problem.name, 'statement-refused')
    assert.match(problem.title, /document type.*\(line 2\)/)
  })
})

test('a table is imported once, by address, reference or name, with errors by line', async () => {
  const mapping = {
    who: 'Who',
    day: 'Day',
    amount: 'Hours',
    id: null,
    note: 'For',
    unit: 'hours',
    order: 'ymd',
  } as const
  const file = base64(
    `Who,Day,Hours,For\n${oisin.email},2026-12-01,1.5,=SUM(A1)\nCHIARA BELLANDI,2026-12-01,2,forum\nSomebody Else,2026-12-01,2,\n${oisin.email},2027-01-01,2,\n`,
  )
  const body = { file, mapping, dry: false }
  const done = await maren.browser.call(api.importTable, { ...at, body })
  assert.deepEqual([done.added, done.known, done.troubleCount], [2, 0, 2])
  assert.deepEqual(
    done.troubles.map(({ line }) => line),
    [4, 5],
  )
  assert.match(done.troubles[0]?.sentence ?? '', /No member of this circle/)
  const again = await maren.browser.call(api.importTable, { ...at, body })
  assert.deepEqual([again.added, again.known], [0, 2])
})

suite('time passes', () => {
  test('a letter comes fourteen days before, once; and standing changes when it said', async () => {
    const lina = await somebody(hall, 'لينا الخطيب', { circles: [coop] })
    const { timers } = await import('./timers.ts')
    const tell = async () => {
      for (const timer of timers) await timer.run(hall.hall, hall.clock.now())
    }
    const letters = async () =>
      (
        await hall.hall.db
          .selectFrom('outbox')
          .selectAll()
          .where('recipient', '=', lina.email)
          .execute()
      ).map(({ body }) => body ?? '')
    hall.clock.set('2026-12-27T12:00:00.000Z')
    await tell()
    assert.deepEqual(await letters(), [])
    hall.clock.set('2026-12-28T12:00:00.000Z')
    await tell()
    await tell()
    const [letter, ...more] = await letters()
    assert.deepEqual(more, [])
    assert.match(letter ?? '', /would be “behind” from 11 January 2027/)
    assert.match(letter ?? '', /Dues: .*56\.13 EUR/)
    hall.clock.set('2026-12-29T12:00:00.000Z')
    await tell()
    assert.equal((await letters()).length, 1)
    const now = hall.clock.now()
    hall.clock.set('2027-01-11T12:00:00.000Z')
    lina.browser.cookies.set(
      'moothall_session',
      await hall.hall.transact((tx) =>
        openSession(tx, { person: lina.id, agent: 'story', locale: 'en', now: hall.clock.now() }),
      ),
    )
    const mine = await standingOf(lina)
    assert.deepEqual([mine.state, mine.since], ['behind', '2027-01-11'])
    const then = await standingOf(lina, lina.id, { on: now.slice(0, 10) })
    assert.equal(then.state, 'good', 'on the day of the letter it was good, and that stays so')
  })

  test('hardship is granted by a day, where the rules know it', async () => {
    const params = { circle: coop, member: oisin.id }
    const token = await hall.hall.transact((tx) =>
      openSession(tx, { person: maren.id, agent: 'story', locale: 'en', now: hall.clock.now() }),
    )
    maren.browser.cookies.set('moothall_session', token)
    const list = await maren.browser.call(api.listStandings, at)
    assert.ok(list.counts.behind > 0)
    const [behind] = (
      await maren.browser.call(api.listStandings, { ...at, query: { state: 'behind' } })
    ).members
    assert.ok(behind)
    const body = { member: behind.member, from: '2026-12-01' }
    await maren.browser.call(api.grantExcuse, { ...at, body })
    const freed = await maren.browser.call(api.readStanding, {
      params: { ...params, member: behind.member },
    })
    assert.equal(freed.state, 'good')
    assert.equal(freed.lines[0]?.state, 'excused')
  })
})

suite('the roll', () => {
  test('says who votes and who does not, each once, with the reason', async () => {
    const now = hall.clock.now()
    const loft = await hall.hall.transact((tx) =>
      makeCircle(
        tx,
        { parent: coop, name: 'Wool Loft', purpose: '', kind: 'autonomous' },
        { by: maren.id, now },
      ),
    )
    const mute = await hall.hall.transact((tx) =>
      makeCircle(
        tx,
        { parent: coop, name: 'Pedal Post', purpose: '', kind: 'autonomous' },
        { by: maren.id, now },
      ),
    )
    await hall.hall.transact(async (tx) => {
      for (const person of [oisin.id, chiara.id])
        await sendDelegate(
          tx,
          { circle: coop, body: loft, person, alternate: false, mandate: '', ends: null },
          { by: maren.id, now },
        )
      await pauseMember(
        tx,
        { circle: coop, member: chiara.id, ends: '2027-06-01T00:00:00.000Z' },
        { by: maren.id, now },
      )
    })
    const roll = await rollOn(hall.hall.db, coop, '2027-01-11')
    assert.equal(new Set(roll.map(({ member }) => member)).size, roll.length)
    const line = (member: string) => roll.find((one) => one.member === member)
    assert.deepEqual(
      [line(loft)?.votes, line(loft)?.why, line(loft)?.delegates.length],
      [true, 'co-op', 2],
    )
    assert.deepEqual([line(mute)?.votes, line(mute)?.why], [false, 'no-delegate'])
    assert.deepEqual([line(chiara.id)?.votes, line(chiara.id)?.why], [false, 'paused'])
    assert.deepEqual(line(oisin.id)?.speaksFor, [loft])
    const shown = await maren.browser.call(api.readRoll, { ...at, query: { words: 'loft' } })
    assert.deepEqual(
      shown.lines.map(({ name, delegates }) => [name, delegates.length]),
      [['Wool Loft', 2]],
    )
    const yesterday = await rollOn(hall.hall.db, coop, '2027-01-10')
    assert.equal(
      yesterday.some(({ member }) => member === loft),
      false,
    )
  })

  test('keeps the reasons of others from members, and never lets a name run in a spreadsheet', async () => {
    const now = hall.clock.now()
    const evil = await somebody(hall, '=HYPERLINK("x")')
    await hall.hall.transact((tx) => joinCircle(tx, coop, evil.id, { by: null, now }))
    const { lines } = await evil.browser.call(api.readRoll, at)
    const paused = lines.find(({ member }) => member === chiara.id)
    assert.deepEqual([paused?.votes, paused?.why], [false, null])
    const csv = await evil.browser.fetch(`/api/circles/${coop}/roll.csv`)
    assert.match(await csv.text(), /"'=HYPERLINK\(""x""\)"/)
  })
})

test('a mode is seen by the member with what it rests on, and by others only as numbers', async () => {
  const mine = await maren.browser.call(api.readMode, at)
  assert.equal(mine.mode, 'stewarding')
  assert.ok(mine.holdsRole)
  for (const one of mine.counts)
    for (const count of [one.enjoying, one.curating, one.stewarding])
      assert.ok(count === null || count >= 3)
  await maren.browser.call(api.wishMode, {
    ...at,
    body: { wish: 'enjoying', said: 'Two years are enough' },
  })
  assert.equal((await maren.browser.call(api.readMode, at)).wish, 'enjoying')
})

test('who is erased leaves what they gave as a fact, and nothing of themselves', async () => {
  hall.clock.pass(DAY)
  const now = hall.clock.now()
  const going = await somebody(hall, 'Leaves Soon', { circles: [coop] })
  const body = {
    member: going.id,
    unit: 'EUR',
    amount: 700,
    happened: now.slice(0, 10),
    note: 'from Leaves Soon',
  }
  await maren.browser.call(api.recordEvidence, { ...at, body })
  await going.browser.call(api.makeClaim, {
    ...at,
    body: { unit: 'minutes', amount: 60, happened: now.slice(0, 10), said: 'my own words' },
  })
  hall.clock.pass(HOUR)
  await going.browser.call(eraseMe)
  const { rows } = await sql<{ note: string; amount: number }>`
    select note, amount from evidence where member = ${going.id}`.execute(hall.hall.db)
  assert.deepEqual(rows, [{ note: '', amount: 700 }])
  const { claims } = await maren.browser.call(api.listClaims, at)
  assert.ok(claims.every(({ said }) => said !== 'my own words'))
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
