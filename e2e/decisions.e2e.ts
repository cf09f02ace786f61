/** Decisions on screen: a proposal is made, a ranking is cast and changed by keyboard alone, and counted. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import { type Commons, decidingCommons, proposed } from '#testing/decisions.ts'
import type { TestHall } from '#testing/hall.ts'
import type { Somebody } from '#testing/people.ts'
import { openBrowser, type StoryBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let commons: Commons
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  // A second of talk and a day of voting would do for a story: the kinds let it.
  commons = await decidingCommons(hall, (kind) => ({ ...kind, talkDays: 0, leastDays: 1 }))
})
after(() => stack.disposeAsync())

async function visit(who: Somebody, path: string) {
  const visitor = await browser.visitor()
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

const NAMES = ['Chiara Bellandi', 'Ngozi Okafor', 'لينا الخطيب', 'Yuki Tanabe']
const options = NAMES.map((name) => ({ name, note: '', person: null }))

test('a member ranks candidates, votes and changes the ballot by keyboard alone', async () => {
  const { coop, maren, producers, custodians } = commons
  const [oisin = maren, ngozi = maren] = producers
  const text = { title: 'A keeper of the keys', question: 'Who keeps them until spring?', options }
  const decision = await proposed(
    maren,
    coop,
    { kind: 'election', ...text },
    { talkDays: 0, openDays: 1 },
  )
  await keepDecisions(hall.hall, hall.clock.now())
  const { page, errors } = await visit(oisin, '/')
  await page.getByRole('link', { name: /Vote.*A keeper of the keys/ }).press('Enter')
  await page.getByRole('heading', { name: 'Your ballot', exact: true }).waitFor()
  await page.getByText('You can vote.').waitFor()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
  await press('Put in place 1: Ngozi Okafor')
  await press('Put in place 2: لينا الخطيب')
  await press('Put in place 3: Yuki Tanabe')
  await page.getByText('Yuki Tanabe is now number 3 of 3.').waitFor()
  await page.getByRole('button', { name: 'Move Yuki Tanabe up' }).focus()
  await page.keyboard.press('Enter')
  // The focus stays with what was moved.
  await page.keyboard.press('Enter')
  await page.getByText('Yuki Tanabe is now number 1 of 3.').waitFor()
  await press('Cast my ballot')
  await page.getByText(/Cast by Oisín Farrelly/).waitFor()
  await isFit(page, 'decision-open')
  await press('Take out Yuki Tanabe')
  await press('Change my ballot')
  await page.getByRole('button', { name: 'Change my ballot' }).waitFor()
  await page.reload()
  const order = page.getByRole('list', { name: 'Your order' })
  await order.getByText('Ngozi Okafor').waitFor()
  assert.equal(await order.getByText('Yuki Tanabe').count(), 0)
  for (const who of [ngozi, ...custodians])
    await who.browser.call(castBallot, {
      params: { decision },
      body: { vote: { kind: 'order', order: [2, 3] } },
    })
  hall.clock.pass(DAY)
  await keepDecisions(hall.hall, hall.clock.now())
  const counted = await visit(maren, `/decisions/${decision}`)
  await counted.page.getByRole('heading', { name: 'How it was counted' }).waitFor()
  await counted.page.getByText('Every step in sentences').click()
  await isFit(counted.page, 'decision-counted')
  await counted.page.getByRole('link', { name: 'The whole roll, with reasons' }).click()
  await counted.page.getByRole('heading', { name: 'Who is on it, and why' }).waitFor()
  await isFit(counted.page, 'decision-roll')
  assert.deepEqual([...errors, ...counted.errors], [])
})

test('a proposal is made, put before the circle and answered with a reason', async () => {
  const { coop, maren, producers } = commons
  const [oisin = maren, ngozi = maren] = producers
  const { page, errors } = await visit(oisin, `/circles/${coop}/decisions`)
  await page.getByRole('link', { name: 'Make a proposal' }).click()
  await page.getByLabel('What kind of decision').selectOption('ordinary')
  await page.getByText(/passes by consent/).waitFor()
  await page.getByLabel('In one line').fill('Tea before assemblies')
  await page.getByLabel('The question').fill('From January on there is tea half an hour before.')
  await isFit(page, 'decision-new')
  await page.getByRole('button', { name: 'Keep it as a draft' }).click()
  await page.getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByLabel('Days it is open').fill('1')
  await page.getByRole('dialog').getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByRole('heading', { name: 'Support' }).waitFor()
  await isFit(page, 'decision-talk')
  await keepDecisions(hall.hall, hall.clock.now())
  const other = await visit(ngozi, new URL(page.url()).pathname)
  await other.page.getByLabel('I object').check()
  await other.page.getByLabel('Your reason').fill('Half an hour is too early for the night shift.')
  await other.page.getByRole('button', { name: 'Cast my ballot' }).click()
  await other.page.getByText(/Cast by Ngozi Okafor/).waitFor()
  await isFit(other.page, 'decision-consent')
  await other.page.goto(`${hall.origin}/circles/${coop}/decisions`)
  await other.page.getByRole('link', { name: 'Tea before assemblies' }).waitFor()
  await isFit(other.page, 'decisions')
  await other.page.goto(`${hall.origin}/circles/${coop}`)
  await other.page.getByRole('link', { name: 'All decisions' }).waitFor()
  assert.deepEqual([...errors, ...other.errors], [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
