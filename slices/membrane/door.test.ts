/** Coming in, waiting at the door, leaving, and being put out. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { runTimer } from '#kernel/jobs.ts'
import { wordsIn } from '#kernel/words.ts'
import { listCoops, listDelegates, showMe } from '#slices/circles/api/members.ts'
import { belongs, classOf, type MemberId } from '#slices/circles/index.ts'
import { adoptParts, allSections, presetParts, todayIn } from '#slices/constitutions/index.ts'
import { askForCode, signInWithCode } from '#slices/people/api/sign-in.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, signInAgain, somebody } from '#testing/people.ts'
import { codeIn, openPost } from '#testing/post.ts'
import * as api from './api.ts'
import { recordEvidence, setAccount } from '#slices/standing/api.ts'
import * as door from './api/door.ts'
import { readFirst } from './api/first.ts'
import { waysIn as waysSection } from './rules/ways.ts'
import { timers } from './timers.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall
const at = { params: { circle: coop } }
const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
const yuki = await somebody(hall, 'Yuki Tanabe', { circles: [coop] })
await somebody(hall, 'Second Steward', { circles: [coop], roles: [[coop, 'steward']] })
await hall.hall.transact((tx) => {
  const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
  const now = hall.clock.now()
  return adoptParts(tx, coop, { parts, day: now.slice(0, 10) }, { by: maren.id, now })
})
const answers = { why: 'The rooms.', give: 'Bread, and a hand on Thursdays.' }
const producer = { class: 'producer', answers }

async function confirm(browser: Browser, email: string): Promise<void> {
  await browser.call(askForCode, { body: { email } })
  const code = codeIn(await post.lettersTo(email))
  await browser.call(signInWithCode, { body: { email, code } })
}

async function applied(name: string) {
  const who = await somebody(hall, name)
  await who.browser.call(door.apply, { ...at, body: producer })
  const { applications } = await who.browser.call(door.myApplications)
  const application = applications[0]?.id
  assert.ok(application)
  return { ...who, params: { application } }
}

suite('rules that begin to hold', () => {
  test('put everybody into a class: the steward where one votes and stands, others where one begins', async () => {
    assert.equal(await classOf(db, { circle: coop, member: maren.id }), 'custodian')
    assert.equal(await classOf(db, { circle: coop, member: joost.id }), 'consumer')
    const shown = await hall.browser().call(api.readMembrane, at)
    assert.deepEqual(
      shown.classes.map(({ key, open, applies }) => [key, open, applies]),
      [
        ['custodian', false, false],
        ['producer', false, true],
        ['consumer', true, false],
        ['individual', true, false],
      ],
    )
    assert.equal(shown.mine, null)
    assert.ok(shown.classes.every(({ gets, comesIn }) => gets[0]?.cite && comesIn[0]?.cite))
  })
})

suite('a stranger', () => {
  test('knocks, confirms their address and comes in where it is open; no account before that', async () => {
    const email = 'ilse.brandsma@example.org'
    const ilse = hall.browser()
    const body = { email, name: 'Ilse Brandsma', class: 'consumer' }
    await ilse.call(api.knock, { ...at, body })
    assert.equal(
      (await ilse.refused(api.comeInOpenly, { ...at, body: { class: 'consumer' } })).status,
      401,
    )
    await confirm(ilse, email)
    await ilse.call(api.comeInOpenly, { ...at, body: { class: 'consumer', shown: 'name' } })
    const again = { ...at, body: { class: 'consumer' } }
    assert.equal((await ilse.refused(api.comeInOpenly, again)).name, 'inside-already')
    const shut = await ilse.refused(api.comeInOpenly, { ...at, body: { class: 'custodian' } })
    assert.ok(shut.name === 'inside-already' || shut.name === 'no-such-way')
    const { mine } = await ilse.call(api.readMembrane, at)
    assert.deepEqual([mine?.class, mine?.shown], ['consumer', 'name'])
    const page = await (await hall.browser().fetch(`/circles/${coop}/membrane`)).text()
    assert.match(page, /Ilse Brandsma/)
    assert.doesNotMatch(page, /Yuki Tanabe/, 'who did not say so is only counted')
    await ilse.call(showMe, { ...at, body: { shown: 'number' } })
    const later = await (await hall.browser().fetch(`/circles/${coop}/membrane`)).text()
    assert.doesNotMatch(later, /Ilse Brandsma/)
  })

  test('who sells something is refused quietly: the same answer, no mail, nothing kept', async () => {
    const spam = hall.browser()
    const body = { email: 'x@spam.example', name: 'Cheap www.pills.shop', class: 'consumer' }
    assert.deepEqual(await spam.call(api.knock, { ...at, body }), {})
    const trapped = { ...body, name: 'Ann', website: 'https://x.example' }
    await spam.call(api.knock, { ...at, body: trapped })
    await spam.call(askForCode, { body: { email: body.email } })
    const someone = await somebody(hall, 'Seller')
    const advert = { ...producer, answers: { why: 'Buy cheap followers here', give: 'x' } }
    await someone.browser.call(door.apply, { ...at, body: advert })
    assert.deepEqual((await someone.browser.call(door.myApplications)).applications, [])
    const list = await maren.browser.call(door.listApplications, at)
    assert.deepEqual([list.applications.length, list.quiet], [0, 3])
    assert.ok(!post.mails.some(({ raw }) => raw.includes('spam.example')))
  })
})

suite('a link that invites', () => {
  test('lets in as many as it says, also when two take it at the same moment', async () => {
    const body = { class: 'custodian' }
    const made = await maren.browser.call(api.makeJoinLink, { ...at, body })
    const token = made.link.split('#')[1] ?? ''
    const stands = await hall.browser().call(api.readJoinLink, { body: { token } })
    assert.deepEqual([stands.name, stands.className], ['Quillmarsh Commons', 'Custodians'])
    const [one, two] = [await somebody(hall, 'First Taker'), await somebody(hall, 'Second Taker')]
    const taken = await Promise.allSettled(
      [one, two].map(({ browser }) => browser.call(api.takeJoinLink, { body: { token } })),
    )
    assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 1)
    const inside = await Promise.all([one, two].map(({ id }) => belongs(db, id, coop)))
    assert.equal(inside.filter(Boolean).length, 1)
    const late = await one.browser.refused(api.takeJoinLink, { body: { token } })
    assert.equal(late.name, 'link-over')
  })
  test('is made only by who may invite, only where the rules have it, and can be ended', async () => {
    const body = { class: 'custodian' }
    assert.equal((await joost.browser.refused(api.makeJoinLink, { ...at, body })).status, 403)
    const producers = { ...at, body: { class: 'producer' } }
    assert.equal((await maren.browser.refused(api.makeJoinLink, producers)).name, 'no-such-way')
    const many = { ...at, body: { ...body, uses: 5 } }
    assert.equal((await maren.browser.refused(api.makeJoinLink, many)).name, 'too-many-uses')
    const made = await maren.browser.call(api.makeJoinLink, { ...at, body })
    await maren.browser.call(api.endJoinLink, { params: { circle: coop, link: made.id } })
    const token = made.link.split('#')[1] ?? ''
    const over = await joost.browser.refused(api.takeJoinLink, { body: { token } })
    assert.equal(over.name, 'link-over')
  })
})

suite('an application', () => {
  test('is vouched for, waits, is accepted, and the applicant sees where it stands', async () => {
    const { browser, id, email, params } = await applied('Tadeo Quiroga')
    const step = async () => (await browser.call(door.readApplication, { params })).step
    assert.deepEqual([(await step()).waits, (await step()).sponsorsMissing], ['sponsors', 2])
    const vouch = { params, body: { kind: 'vouch' as const } }
    assert.equal((await browser.refused(door.sayToApplication, vouch)).name, 'own-application')
    for (const who of [joost, joost, yuki]) await who.browser.call(door.sayToApplication, vouch)
    assert.equal((await step()).waits, 'time')
    const ask = { params, body: { kind: 'question' as const, text: 'Which bread?' } }
    await yuki.browser.call(door.sayToApplication, ask)
    for (const text of ['Cheap likes: order 100 followers', 'Rye.'])
      await browser.call(door.sayToApplication, { params, body: { kind: 'answer', text } })
    const { words } = await yuki.browser.call(door.readApplication, { params })
    assert.deepEqual(
      words.flatMap(({ kind, text }) => (kind === 'answer' ? [text] : [])),
      ['Rye.'],
      'what is for sale is swallowed',
    )
    const accept = { params, body: { accept: true } }
    assert.equal(
      (await maren.browser.refused(door.decideApplication, accept)).name,
      'still-waiting',
    )
    hall.clock.pass(14 * DAY)
    assert.equal((await step()).waits, 'decision')
    for (const timer of timers) await runTimer(hall.hall, timer)
    assert.match((await post.lettersTo(maren.email)).subject ?? '', /Tadeo Quiroga waits/)
    assert.equal((await yuki.browser.refused(door.decideApplication, accept)).status, 403)
    await maren.browser.call(door.decideApplication, accept)
    assert.equal(await classOf(db, { circle: coop, member: id }), 'producer')
    assert.match((await post.lettersTo(email)).subject ?? '', /welcome to Quillmarsh/)
    const over = await maren.browser.refused(door.decideApplication, accept)
    assert.equal(over.name, 'application-over')
  })

  test('is refused with a reason only, and told where to appeal', async () => {
    const { browser, params, email } = await applied('Refused Person')
    const no = (reason: string) => ({ params, body: { accept: false, reason } })
    assert.equal(
      (await maren.browser.refused(door.decideApplication, no(''))).name,
      'reason-needed',
    )
    await maren.browser.call(door.decideApplication, no('We have no oven left.'))
    const seen = await browser.call(door.readApplication, { params })
    assert.deepEqual([seen.state, seen.reason], ['refused', 'We have no oven left.'])
    assert.match(seen.appeal ?? '', /assembly/)
    assert.match((await post.lettersTo(email)).text ?? '', /no oven left[\s\S]*appeal/)
  })

  test('is seen by members and the applicant, and by nobody else', async () => {
    const { params } = await applied('Private Person')
    const stranger = await somebody(hall, 'Passer By')
    assert.equal((await stranger.browser.refused(door.readApplication, { params })).status, 403)
    assert.equal((await stranger.browser.refused(door.listApplications, at)).status, 403)
    const withdraw = await joost.browser.refused(door.withdrawApplication, { params })
    assert.equal(withdraw.status, 403)
  })

  test('needs all answers, is made once, and can be withdrawn', async () => {
    const who = await somebody(hall, 'Hasty Person')
    const half = { ...producer, answers: { why: 'x' } }
    assert.equal(
      (await who.browser.refused(door.apply, { ...at, body: half })).name,
      'answers-missing',
    )
    await who.browser.call(door.apply, { ...at, body: producer })
    const twice = await who.browser.refused(door.apply, { ...at, body: producer })
    assert.equal(twice.name, 'applied-already')
    const [mine] = (await who.browser.call(door.myApplications)).applications
    assert.ok(mine)
    await who.browser.call(door.withdrawApplication, { params: { application: mine.id } })
    await who.browser.call(door.apply, { ...at, body: producer })
  })

  test('for a co-op makes it a member, known by its card, with its first delegate', async () => {
    const who = await somebody(hall, 'Aroha Ngata')
    const coopGiven = { name: 'Tide Kiosk', country: 'NZ', place: 'Ōpononi', does: 'ferries soup' }
    await who.browser.call(door.apply, { ...at, body: { ...producer, coop: coopGiven } })
    const [mine] = (await who.browser.call(door.myApplications)).applications
    assert.ok(mine)
    const params = { application: mine.id }
    for (const { browser } of [joost, yuki])
      await browser.call(door.sayToApplication, { params, body: { kind: 'vouch' } })
    hall.clock.pass(14 * DAY)
    await maren.browser.call(door.decideApplication, { params, body: { accept: true } })
    const { coops } = await hall.browser().call(listCoops, { ...at, query: { country: 'NZ' } })
    assert.deepEqual(
      coops.map((one) => [one.name, one.class, one.place]),
      [['Tide Kiosk', 'producer', 'Ōpononi']],
    )
    assert.equal(await belongs(db, who.id, coop), false)
    const { delegates } = await who.browser.call(listDelegates, at)
    assert.deepEqual(
      delegates.map(({ name, bodyName }) => [name, bodyName]),
      [['Aroha Ngata', 'Tide Kiosk']],
    )
  })
})

test('what is given first is read from the evidence; the applicant sees what is lacking', async () => {
  const now = hall.clock.now()
  await hall.hall.transact(async (tx) => {
    const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
    const waysIn = waysSection.schema.parse(parts['waysIn'])
    for (const way of waysIn.ways) {
      if (way.class === 'individual') way.first = { kind: 'hours', hours: 2 }
      if (way.class !== 'producer') continue
      way.first = { kind: 'fee', amount: { minor: 2500, currency: 'EUR' } }
      Object.assign(way.application ?? {}, { sponsors: 0, waitDays: 0 })
    }
    const day = await todayIn(tx, now)
    await adoptParts(tx, coop, { parts: { ...parts, waysIn }, day }, { by: maren.id, now })
  })
  await signInAgain(hall, maren)
  const account = { name: 'Quillmarsh Commons', iban: 'NL91ABNA0417164300' }
  await maren.browser.call(setAccount, { ...at, body: account })
  const gives = async (member: MemberId, unit: string, amount: number) => {
    const body = { member, unit, amount, happened: now.slice(0, 10) }
    await maren.browser.call(recordEvidence, { ...at, body })
  }
  const { browser, id, params } = await applied('Inga Paid')
  const step = async () => (await browser.call(door.readApplication, { params })).step
  assert.deepEqual([(await step()).waits, (await step()).first?.lacks], ['first', '25.00 EUR'])
  const first = { params: { circle: coop, class: 'producer' } }
  const how = await browser.call(readFirst, first)
  assert.match(how.paying?.reference ?? '', /^RF/)
  assert.match(how.paying?.code ?? '', /EUR25.00/)
  await gives(id, 'EUR', 1000)
  assert.equal((await step()).first?.lacks, '15.00 EUR')
  const accept = { params, body: { accept: true } }
  assert.equal(
    (await maren.browser.refused(door.decideApplication, accept)).name,
    'first-not-there',
  )
  await gives(id, 'EUR', 1500)
  assert.equal((await step()).waits, 'decision')
  const hours = await somebody(hall, 'Hugo Hours')
  const enter = { ...at, body: { class: 'individual' } }
  assert.equal((await hours.browser.refused(api.comeInOpenly, enter)).name, 'first-lacks')
  const asked = await hours.browser.call(readFirst, {
    params: { ...at.params, class: 'individual' },
  })
  assert.deepEqual([asked.first?.lacks, asked.paying], ['2 hours', null])
  await gives(hours.id, 'minutes', 120)
  await hours.browser.call(api.comeInOpenly, enter)
  assert.equal(await classOf(db, { circle: coop, member: hours.id }), 'individual')
})
