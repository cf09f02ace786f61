/** What a group said and decided on Loomio comes in by a page: looked at first, then for good, by keyboard. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody } from '#testing/people.ts'
import { openBrowser, signIn, type StoryBrowser } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const FILE = fileURLToPath(
  new URL('../slices/decisions/rules/import/vectors/loomio.ndjson', import.meta.url),
)
const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let coop: `cir_${string}`
let maren: Somebody
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  ;({ coop, maren } = await foundedHall(hall))
})
after(() => stack.disposeAsync())

test('a steward looks at an export, brings it in, and reads the thread', async () => {
  const visitor = await browser.visitor()
  await signIn(visitor, maren, hall.origin)
  const { page, errors } = visitor
  await page.goto(`${hall.origin}/circles/${coop}/decisions`)
  await page.getByRole('link', { name: /Bring in what was said/ }).press('Enter')
  await page.getByRole('heading', { name: 'Bring in from Loomio' }).waitFor()
  await isFit(page, 'bring-empty')
  await page.getByLabel('The export of the group').setInputFiles(FILE)
  await page.getByRole('button', { name: 'Look at it first' }).press('Enter')
  await page.getByRole('heading', { name: 'So it would be' }).waitFor()
  await page.getByText('Threads: 2 taken, 0 were here.').waitFor()
  await isFit(page, 'bring-tried')
  await page.getByRole('button', { name: 'Bring it in' }).press('Enter')
  await page.getByRole('heading', { name: 'Brought in' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Threads' }).press('Enter')
  await page.getByRole('link', { name: 'Where the lanterns go in winter' }).press('Enter')
  await page.getByText('The loft is dry, I looked.').first().waitFor()
  await isFit(page, 'bring-thread')
  assert.deepEqual(errors, [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
