/** At the door in a real browser: a stranger applies, a member vouches, a steward accepts. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { DAY } from '#kernel/clock.ts'
import { wordsIn } from '#kernel/words.ts'
import { makeCircle } from '#slices/circles/api.ts'
import { knowCoop } from '#slices/circles/api/members.ts'
import { joinCircle } from '#slices/circles/index.ts'
import { adoptParts, allSections, presetParts, todayIn } from '#slices/constitutions/index.ts'
import { waysSection } from '#slices/membrane/index.ts'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { codeIn, openPost, type Post } from '#testing/post.ts'
import {
  axe,
  openBrowser,
  picture,
  type StoryBrowser,
  sticksOut,
  type Visitor,
  signIn,
} from './browser.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let post: Post
let maren: Somebody
let joost: Somebody
let yuki: Somebody
let coop: `cir_${string}`
let lantern: `cir_${string}`
before(async () => {
  post = stack.use(await openPost())
  hall = stack.use(await openHallForBrowsers({ config: { smtpUrl: post.url } }))
  browser = stack.use(await openBrowser())
  const founded = await foundedHall(hall)
  maren = founded.maren
  coop = founded.coop
  joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
  yuki = await somebody(hall, 'Yuki Tanabe', { circles: [coop], roles: [[coop, 'steward']] })
  const now = hall.clock.now()
  const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
  const waysIn = waysSection.schema.parse(parts['waysIn'])
  for (const { application } of waysIn.ways)
    if (application) Object.assign(application, { sponsors: 1, waitDays: 0 })
  waysIn.noticeDays = 7
  if (waysIn.exclusion) waysIn.exclusion.decides = { kind: 'role', role: 'steward' }
  const by = { by: maren.id, now }
  await hall.hall.transact(async (tx) =>
    adoptParts(tx, coop, { parts: { ...parts, waysIn }, day: await todayIn(tx, now) }, by),
  )
  const body = { name: 'Wool Loft', country: 'GB', place: 'Llanfawr', does: 'spins and knits' }
  await maren.browser.call(knowCoop, { params: { circle: coop }, body })
  const made = { name: 'Lantern Press', kind: 'autonomous' as const }
  lantern = (await maren.browser.call(makeCircle, { params: { circle: coop }, body: made })).id
  const at = { by: maren.id, now }
  await hall.hall.transact((tx) => joinCircle(tx, lantern, yuki.id, at))
})
after(() => stack.disposeAsync())

async function visit(who: Somebody | null, width = 1280, dark = false): Promise<Visitor> {
  const visitor = await browser.visitor({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
  })
  if (who) await signIn(visitor, who, hall.origin)
  return visitor
}

async function isWell(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
}

test('the public page of the membrane is plain, and fits a phone', async () => {
  for (const [width, dark] of [
    [1280, false],
    [360, true],
  ] as const) {
    const { page, errors } = await visit(null, width, dark)
    await page.goto(`${hall.origin}/circles/${coop}/membrane`)
    await page.getByRole('heading', { name: /The membrane of/ }).waitFor()
    await page.getByRole('cell', { name: /Llanfawr/ }).waitFor()
    await isWell(page)
    await picture(page, `membrane-${width}`, true)
    assert.deepEqual(errors, [])
  }
})

test('a stranger applies, a member vouches by keyboard, a steward accepts', async () => {
  const stranger = await visit(null)
  const { page } = stranger
  await page.goto(`${hall.origin}/circles/${coop}/membrane`)
  await page.getByRole('link', { name: 'Apply: Producers' }).press('Enter')
  await page.getByLabel('Your name').fill('Tadeo Quiroga')
  await page.getByLabel('Your mail address').fill('tadeo@example.org')
  await isWell(page)
  await page.getByRole('button', { name: 'Send me a code' }).press('Enter')
  const code = codeIn(await post.lettersTo('tadeo@example.org'))
  await page.getByLabel('The code from the mail').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).press('Enter')
  await page.getByLabel('What brings you here?').fill('The rooms.')
  await page.getByLabel('What would you like to give, and to find?').fill('Bread on Thursdays.')
  await isWell(page)
  await picture(page, 'membrane-apply', true)
  await page.getByRole('button', { name: 'Apply' }).press('Enter')
  await page.getByRole('link', { name: 'See where it stands' }).press('Enter')
  await page.getByText('Waits for 1 member to vouch.').waitFor()
  await isWell(page)

  const member = await visit(joost, 360)
  await member.page.goto(`${hall.origin}/circles/${coop}/door`)
  await member.page.getByText('Tadeo Quiroga').waitFor()
  await isWell(member.page)
  await picture(member.page, 'membrane-door')
  await member.page.getByRole('link', { name: 'Tadeo Quiroga' }).press('Enter')
  await member.page.getByRole('button', { name: 'Vouch' }).press('Enter')
  await member.page.getByText('vouches').waitFor()

  const steward = await visit(maren)
  await steward.page.goto(`${hall.origin}/circles/${coop}`)
  await steward.page.getByRole('link', { name: '1 waits at the door' }).waitFor()
  await isWell(steward.page)
  await picture(steward.page, 'membrane-circle', true)
  await steward.page.getByRole('link', { name: '1 waits at the door' }).press('Enter')
  await steward.page.getByRole('link', { name: 'Tadeo Quiroga' }).press('Enter')
  await isWell(steward.page)
  await picture(steward.page, 'membrane-application', true)
  await steward.page.getByRole('button', { name: 'Accept' }).press('Enter')
  await steward.page.getByText('Accepted.').waitFor()

  await page.reload()
  await page.getByText('Accepted.').waitFor()
  for (const { errors } of [stranger, member, steward]) assert.deepEqual(errors, [])
})

test('a member gives notice by keyboard, and stays after all', async () => {
  const { page, errors } = await visit(joost)
  await page.goto(`${hall.origin}/circles/${coop}`)
  await page.getByRole('link', { name: 'Leave, rest: the ways out' }).press('Enter')
  await page.getByText('If you say so today, you leave on').waitFor()
  await isWell(page)
  await page.getByRole('button', { name: 'I want to leave…' }).press('Enter')
  await page.getByRole('button', { name: 'Give notice' }).press('Enter')
  await page.getByText('Until then you are inside as before.').waitFor()
  await picture(page, 'membrane-ways-out', true)
  await page.getByRole('button', { name: 'Stay after all' }).press('Enter')
  await page.getByRole('button', { name: 'I want to leave…' }).waitFor()
  assert.deepEqual(errors, [])
})

test('a member is heard before another than who proposed it decides, and told how to appeal', async () => {
  const first = await visit(maren)
  await first.page.goto(`${hall.origin}/circles/${coop}/ways-out`)
  await first.page.getByRole('button', { name: /^Propose that somebody/ }).press('Enter')
  await first.page.getByLabel('Who is it about').selectOption({ label: 'Joost van Dalen' })
  await first.page.getByLabel('The reason').fill('The keys were copied, twice.')
  await isWell(first.page)
  await picture(first.page, 'membrane-ways-out-steward', true)
  await first.page.getByRole('button', { name: 'Propose it' }).press('Enter')
  await first.page.getByText('Nothing is decided before').waitFor()

  const about = await visit(joost, 360, true)
  await about.page.goto(`${hall.origin}/circles/${coop}/ways-out`)
  await isWell(about.page)
  await about.page.getByRole('link', { name: 'Joost van Dalen' }).press('Enter')
  await about.page.getByLabel('What you say to it').fill('One copy, for the baker.')
  await about.page.getByRole('button', { name: 'Answer' }).press('Enter')
  await about.page.getByText('Joost van Dalen answers').waitFor()
  await isWell(about.page)
  await picture(about.page, 'membrane-case-phone', true)

  hall.clock.pass(14 * DAY)
  const second = await visit(yuki)
  await second.page.goto(first.page.url())
  const tomorrow = new Date(Date.parse(hall.clock.now()) + DAY).toISOString().slice(0, 16)
  await second.page.getByLabel('When').fill(tomorrow)
  await second.page.getByLabel('Where').fill('In the kitchen')
  await second.page.getByRole('button', { name: 'Set it, and tell them' }).press('Enter')
  await second.page.getByText(/They are heard on .* In the kitchen/).waitFor()
  await isWell(second.page)
  await picture(second.page, 'membrane-case', true)
  hall.clock.pass(2 * DAY)
  await second.page.getByLabel('The reason').fill('It was so.')
  await second.page.getByRole('button', { name: 'Put out', exact: true }).press('Enter')
  await second.page.getByText(/Until .* they may appeal/).waitFor()
  await isWell(second.page)
  await about.page.reload()
  await about.page.getByLabel('Why it is wrong').waitFor()
  await isWell(about.page)
  for (const { errors } of [first, about, second]) assert.deepEqual(errors, [])
})

test('a co-op names its delegate by keyboard, who is a member in their own right, too', async () => {
  const { page, errors } = await visit(maren)
  await page.goto(`${hall.origin}/circles/${lantern}`)
  await page.getByRole('button', { name: 'Name a delegate…' }).press('Enter')
  await page.getByLabel('One of its members').selectOption({ label: 'Yuki Tanabe' })
  await page.getByLabel('Mandate').fill('Agree to shared rooms.')
  await isWell(page)
  await picture(page, 'membrane-delegate', true)
  await page.getByRole('button', { name: 'Name them' }).press('Enter')
  await page.getByText('Agree to shared rooms.').waitFor()
  await page.setViewportSize({ width: 360, height: 800 })
  await isWell(page)
  await page.goto(`${hall.origin}/circles/${coop}`)
  await page.getByText('a member in their own right, too; counted once').waitFor()
  await isWell(page)
  await picture(page, 'membrane-voices-phone', true)
  assert.deepEqual(errors, [])
})
