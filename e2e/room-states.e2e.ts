/** Everything that floats over the room, and its rarer states, held to axe. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, openBrowser, picture, sticksOut } from './browser.ts'
import { fillEvening, openEvening } from './evening.ts'

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

/** Opens something by its button, looks at it, and closes it by Escape. */
async function look(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.locator('[role=menu], [role=dialog]').first().waitFor()
  await sound(page, `open ${name}`)
  await page.keyboard.press('Escape')
  await page.locator('[role=menu], [role=dialog]').first().waitFor({ state: 'detached' })
}

async function sound(page: Page, what: string): Promise<void> {
  await picture(page, `state ${what}`.replaceAll(/\W+/g, '-'))
  assert.deepEqual(await axe(page), [], what)
  assert.deepEqual(await sticksOut(page), [], what)
}

test('whatever a facilitator opens is sound, and Escape closes it', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  await fillEvening(evening)
  const { page, errors } = await evening.visit(browser, evening.maren, { viewport: DESK })
  await page.getByRole('tab', { name: 'People' }).waitFor()
  for (const name of [/^Stack/, 'Poll', 'Announce', /^Door and chat/, 'Extend', 'Leave'])
    await look(page, name)
  for (const name of ['Ask for the floor', 'Write down an action', 'Add an item', /^Keys/])
    await look(page, name)
  await page.getByRole('tab', { name: 'People' }).click()
  await look(page, 'What to do with Devika Rao')
  assert.deepEqual(errors, [])
})

test('who waits in the lobby is let in by a facilitator and sees the room by itself', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { scene, api, maren } = evening
  const { params } = scene
  await scene.comesIn(maren)
  await maren.browser.call(api.ruleTheLobby, { params, body: { lobby: 'ask' } })
  const yuki = await evening.visit(browser, null, { viewport: PHONE })
  await yuki.page.getByLabel('Your name').fill('Yuki Tanabe')
  await yuki.page.keyboard.press('Enter')
  await yuki.page.getByText('You are in the lobby').waitFor()
  await sound(yuki.page, 'waiting')
  const care = await evening.visit(browser, maren, { viewport: DESK })
  await care.page.getByRole('tab', { name: 'People' }).click()
  await care.page.getByRole('button', { name: 'Let in Yuki Tanabe' }).click()
  await yuki.page.getByRole('tab', { name: 'People' }).waitFor()
  await sound(yuki.page, 'let in')
})

test('a private line is read by the two alone, and the end closes the room for writing', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { devika } = await fillEvening(evening)
  const { maren, ngozi } = evening
  const one = await evening.visit(browser, devika, { viewport: DESK })
  await one.page.getByRole('tab', { name: 'People' }).click()
  await one.page.getByRole('button', { name: 'What to do with Ngozi' }).click()
  await one.page.getByRole('menuitem', { name: /only/ }).click()
  await one.page.getByLabel(/Write to Ngozi only/).fill('Who lends the fourth server?')
  await one.page.keyboard.press('Enter')
  await one.page.getByRole('log').getByText('fourth server').waitFor()
  await sound(one.page, 'private')
  const two = await evening.visit(browser, ngozi, { viewport: PHONE })
  await two.page.getByRole('button', { name: /^Devika/ }).click()
  await two.page.getByRole('log').getByText('fourth server').waitFor()
  await sound(two.page, 'private phone')
  const care = await evening.visit(browser, maren, { viewport: DESK })
  await care.page.getByRole('tab', { name: 'People' }).waitFor()
  assert.equal(await care.page.getByText('fourth server').count(), 0)
  await care.page.getByRole('button', { name: 'Leave' }).click()
  await care.page.getByRole('menuitem', { name: 'End for everyone' }).click()
  await care.page.getByRole('button', { name: 'End it' }).click()
  await care.page.getByText('it is over').waitFor()
  await sound(care.page, 'over')
  await two.page.getByText('it is over').waitFor()
  await two.page.getByRole('link', { name: 'Read the minutes' }).waitFor()
})
