/** Captions of an evening without any sound: typed by one, seen by who wants them, kept for afterwards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, openBrowser, picture, sticksOut } from './browser.ts'
import { openEvening } from './evening.ts'

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })
const pick = async (page: Page, name: RegExp | string) => {
  await button(page, /^Captions( on)?$/).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

async function isWell(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  assert.deepEqual(await sticksOut(page), [], name)
  await picture(page, name)
}

test('captions are typed by who was named, seen by who wants them, and stand with the minutes', async () => {
  await using evening = await openEvening()
  const { scene, maren, chiara, joost } = evening
  const { params } = scene
  await using browser = await openBrowser()
  const desk = { viewport: { width: 1280, height: 800 } }
  const facilitator = await evening.visit(browser, maren, desk)
  const typist = await evening.visit(browser, chiara, { ...desk, colorScheme: 'dark' })
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
  const reader = await evening.visit(browser, joost, phone)
  await button(facilitator.page, 'Begin').click()
  await button(reader.page, /Ask for the floor/).waitFor()

  await pick(facilitator.page, 'Who writes captions')
  await facilitator.page.getByLabel('Who', { exact: true }).selectOption({ label: chiara.name })
  await isWell(facilitator.page, 'captions-naming')
  await button(facilitator.page, 'Name them').click()
  await button(facilitator.page, 'No longer Chiara Bellandi').waitFor()
  await button(facilitator.page, 'Close').click()
  await maren.browser.call(evening.api.giveTheFloor, {
    params,
    body: { who: [maren.who], seconds: 300, beside: false },
  })

  await pick(reader.page, 'Captions on')
  await says(reader.page, 'Captions come here as they are written.')
  const field = typist.page.getByLabel(/You write captions/)
  await field.pressSequentially('Four servers')
  await says(reader.page, /Four servers…/)
  await field.pressSequentially(', one keeper.')
  await field.press('Enter')
  const shown = reader.page.getByRole('region', { name: 'Captions, English' })
  await shown.getByText('Four servers, one keeper.').waitFor()
  assert.match((await shown.textContent()) ?? '', /^Maren: /)
  await field.pressSequentially('Is that how we want it?')
  await field.press('Enter')
  await shown.getByText('Is that how we want it?').waitFor()
  await pick(reader.page, 'Large letters')
  await isWell(reader.page, 'captions-phone')
  await isWell(typist.page, 'captions-typist')
  assert.equal(
    await facilitator.page.getByText('one keeper.').count(),
    0,
    'she did not ask for them',
  )

  await pick(facilitator.page, 'All captions')
  await button(facilitator.page, /^Hide: Is that how/).click()
  await says(facilitator.page, 'hidden')
  await isWell(facilitator.page, 'captions-all')
  await shown.getByText('Is that how we want it?').waitFor({ state: 'detached' })

  await maren.browser.call(evening.api.endTheGathering, { params })
  await facilitator.page.goto(`${scene.test.origin}/gatherings/${scene.gathering}/minutes`)
  await facilitator.page.getByRole('heading', { name: 'Captions' }).waitFor()
  await facilitator.page.locator('summary', { hasText: 'English' }).click()
  await says(facilitator.page, 'Four servers, one keeper.')
  await isWell(facilitator.page, 'captions-minutes')
  const errors = [...facilitator.errors, ...typist.errors, ...reader.errors]
  assert.deepEqual(errors, [])
})
