/** Minutes in a real browser: a saved chat comes in, a member reads, amends and approves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { plus } from '#kernel/clock.ts'
import * as room from '#slices/room/api.ts'
import { called } from '#testing/gatherings.ts'
import { axe, picture, sticksOut, type Visitor } from './browser.ts'
import { openFoundedHall } from './hall.ts'

const CHAT = fileURLToPath(
  new URL('../slices/minutes/rules/vectors/evening-2.2.txt', import.meta.url),
)
const { hall, browser, maren, coop } = await openFoundedHall()

async function visit(options = {}): Promise<Visitor> {
  const visitor = await browser.visitor(options)
  const cookies = [...maren.browser.cookies]
  await visitor.context.addCookies(
    cookies.map(([name, value]) => ({ name, value, url: hall.origin })),
  )
  return visitor
}

/** In ten minutes, as a clock in Amsterdam writes it. */
function soon(): string {
  const there = new Date(plus(hall.clock.now(), 600_000))
  return there
    .toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' })
    .slice(0, 16)
    .replace(' ', 'T')
}

const phone = { viewport: { width: 360, height: 740 } }

test('a member imports a saved chat, and reads, amends, approves and finds its minutes', async () => {
  const { page, errors } = await visit()
  await page.goto(`${hall.origin}/memory/import`)
  await page.getByLabel('The saved chat, a text file').setInputFiles(CHAT)
  await page.getByLabel('Title of the gathering').fill('An evening of keys')
  await page.getByLabel('Day of its first line').fill('2024-12-03')
  await page.getByLabel('Zone of its clock').fill('Europe/Amsterdam')
  const order = '23:41 Context: Welcome (Maren Solheim) 10 min\n23:52 Panel: Keys 20 min'
  await page.getByLabel('Running order, if you know it').fill(order)
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await page.getByText('[00:05] nobody said this').waitFor()
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Import it' }).click()
  await page.getByRole('link', { name: 'Read the minutes' }).click()
  await page.getByRole('heading', { name: 'An evening of keys' }).waitFor()
  await page.getByText('Chat, 2 lines').click()
  await page.getByText('we have one keeper').waitFor()
  assert.deepEqual(await axe(page), [])
  await picture(page, 'minutes')
  await page.getByRole('button', { name: 'Approve the minutes' }).click()
  await page.getByText('Nothing in it can change from here on.').waitFor()
  await page.getByRole('link', { name: 'Memory' }).click()
  await page.getByLabel('Words').fill('keeper codes')
  await page.getByText('keeper').first().waitFor()
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(errors, [])
})

test('minutes fit a phone, in the evening and in Spanish', async () => {
  const { page } = await visit({ ...phone, colorScheme: 'dark' })
  await page.goto(`${hall.origin}/memory`)
  await page.getByRole('link', { name: 'An evening of keys' }).first().click()
  await page.getByRole('heading', { name: 'An evening of keys' }).waitFor()
  assert.deepEqual(await sticksOut(page), [])
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Este documento' }).waitFor()
})

test('who was there adds what was said and corrects own words, by keyboard', async () => {
  const gathering = await called(maren.browser, coop, { starts: soon() })
  const params = { gathering }
  await maren.browser.call(room.enterTheRoom, { params })
  await maren.browser.call(room.beginTheGathering, { params })
  await maren.browser.call(room.sayInChat, { params, body: { text: 'two of tree' } })
  await maren.browser.call(room.endTheGathering, { params })
  const { page, errors } = await visit()
  await page.goto(`${hall.origin}/gatherings/${gathering}/minutes`)
  await page.getByRole('button', { name: 'Add what was said, item 1' }).press('Enter')
  await page.keyboard.type('Maren read how we talk')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('was added. Maren Solheim').waitFor()
  await page.getByText('Chat, 1 line').click()
  await page.getByRole('button', { name: /^Correct your words/ }).press('Enter')
  await page.getByLabel('Your own words').fill('two of three')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('corrected', { exact: true }).waitFor()
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(errors, [])
})
