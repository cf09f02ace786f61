/** Home in a hall with a life: what is on, what comes, what was missed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPeople, fillDemo } from '#slices/hall/index.ts'
import { makeWayBack } from '#slices/people/index.ts'
import { myCircles } from '#slices/circles/api.ts'
import type { TestHall } from '#testing/hall.ts'
import { somebody } from '#testing/people.ts'
import { openBrowser, picture, type StoryBrowser, signIn } from './browser.ts'
import { openHallForBrowsers } from './hall.ts'
import { isFit } from './fit.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  await fillDemo(hall.hall, { steward: null, now: hall.clock.now() })
})
after(() => stack.disposeAsync())

test('a member sees at once what is on and what comes, in their own time', async () => {
  const [, oisin] = await demoPeople(hall.hall.db)
  assert.ok(oisin)
  const now = hall.clock.now()
  const { token } = await hall.hall.transact((tx) =>
    makeWayBack(tx, { person: oisin, by: null, now }),
  )
  const { page, errors } = await browser.visitor()
  await page.goto(`${hall.origin}/link#${token}`)
  await page.getByText('You come in as Oisín Farrelly').waitFor()
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('heading', { name: /Good \w+, Oisín/ }).waitFor()
  await page.getByRole('link', { name: 'Who keeps the keys?' }).first().waitFor()
  await page.getByText('Chiara Bellandi has the floor').waitFor()
  await page.getByText('11 people are there.').waitFor()
  await page.getByRole('link', { name: 'Winter assembly' }).first().waitFor()
  await isFit(page, 'home')
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('Chiara Bellandi tiene la palabra').waitFor()
  await isFit(page, 'home-es')
  assert.deepEqual(errors, [])
})

test('who was not there finds the minutes of what they missed', async () => {
  const asking = await somebody(hall, 'Late Comer')
  const { coop } = await asking.browser.call(myCircles)
  assert.ok(coop)
  const late = await somebody(hall, 'Later Comer', { circles: [coop.id] })
  const visitor = await browser.visitor()
  await signIn(visitor, late, hall.origin)
  const { page } = visitor
  await page.goto(hall.origin)
  await page.getByRole('heading', { name: /What you missed/ }).waitFor()
  await isFit(page, 'home-missed')
  await page.getByRole('link', { name: 'Read the minutes of Which tools do we share?' }).click()
  await page.getByText('The forum stays until the winter assembly').first().waitFor()
  await picture(page, 'minutes-of-demo')
})

test('a stranger sees what is public, and how to come in', async () => {
  const { page, errors } = await browser.visitor()
  await page.goto(hall.origin)
  await page.getByText('The hall of a co-op.').waitFor()
  await page.getByRole('link', { name: 'Welcome evening' }).waitFor()
  assert.equal(await page.getByText('Winter assembly').count(), 0)
  await isFit(page, 'home-stranger')
  assert.deepEqual(errors, [])
  assert.deepEqual(hall.errors, [])
})
