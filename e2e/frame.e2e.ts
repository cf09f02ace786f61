import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestHall } from '#testing/hall.ts'
import { axe, openBrowser, type StoryBrowser, sticksOut } from './browser.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
before(async () => {
  hall = stack.use(await openHallForBrowsers())
  browser = stack.use(await openBrowser())
})
after(() => stack.disposeAsync())

test('who follows a dead link is told so, in their language, and can go home', async () => {
  const { page } = await browser.visitor({ locale: 'es-ES', viewport: { width: 360, height: 740 } })
  await page.goto(`${hall.origin}/no/such/place`)
  await page.getByRole('heading', { name: 'Aquí no hay nada' }).waitFor()
  assert.equal(await page.evaluate('document.documentElement.lang'), 'es')
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
})

test('a language chosen at the foot of the page is kept', async () => {
  const { page } = await browser.visitor()
  await page.goto(`${hall.origin}/no/such/place`)
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Aquí no hay nada' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Aquí no hay nada' }).waitFor()
})
