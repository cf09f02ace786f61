/** The rules of a co-op: begun from a model, changed by keyboard, adopted, compared, read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SESSION_COOKIE } from '#kernel/session.ts'
import { giveRole } from '#slices/circles/index.ts'
import { somebody, type Somebody } from '#testing/people.ts'
import { axe, picture, sticksOut, type Visitor } from './browser.ts'
import { openFoundedHall } from './hall.ts'

const { hall, browser, maren, coop } = await openFoundedHall()

async function visit(who: Somebody, width = 1280): Promise<Visitor> {
  const visitor = await browser.visitor({ viewport: { width, height: 900 }, locale: 'en-GB' })
  const value = who.browser.cookies.get(SESSION_COOKIE) ?? ''
  await visitor.context.addCookies([
    { name: SESSION_COOKIE, value, url: hall.origin },
    { name: 'moothall_locale', value: 'en', url: hall.origin },
  ])
  return visitor
}

async function isWell({ page }: Visitor): Promise<void> {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
}

test('a steward begins from a model, writes by keyboard beside the prose, and adopts it', async () => {
  const visitor = await visit(maren)
  const { page } = visitor
  await page.goto(`${hall.origin}/circles/${coop}/rules`)
  await page.getByText('There are no rules yet.').waitFor()
  await page.getByRole('button', { name: 'Begin from a model' }).press('Enter')
  await page.getByRole('radio', { name: /Full commons/ }).press('Space')
  await isWell(visitor)
  await page.getByRole('button', { name: 'Begin', exact: true }).press('Enter')
  const prose = page.getByRole('region', { name: 'The rules as sentences' })
  await prose.getByText('We keep tools in common').waitFor()
  await page.getByLabel('What are we for?').fill('We keep rooms and pads in common')
  await prose.getByText('We keep rooms and pads in common.').waitFor()
  await page.getByRole('button', { name: 'Add a line' }).first().press('Enter')
  await page.keyboard.type('We mend what breaks')
  await prose.getByText('We mend what breaks.').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move We mend what breaks up' }).waitFor()
  const focused = await page.locator('button:focus').getAttribute('aria-label')
  assert.match(focused ?? '', /^Move We mend what breaks (up|down)$/)
  await page.keyboard.press('Control+z')
  await page.getByText('The draft is kept.').waitFor()
  await isWell(visitor)
  await picture(page, 'constitution-edit')
  await page.getByRole('button', { name: 'Adopt it' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt it' }).press('Enter')
  await page.getByText('Version 1, in force since').waitFor()
  await page.getByText('We mend what breaks.').waitFor()
  await isWell(visitor)
  await picture(page, 'constitution-read')
})

test('a form that could never be adopted says so beside its field', async () => {
  const visitor = await visit(maren)
  const { page } = visitor
  await page.goto(`${hall.origin}/circles/${coop}/rules`)
  await page.getByRole('button', { name: 'Begin from these' }).click()
  await page.locator('summary', { hasText: 'How these rules are changed' }).click()
  const part = page.getByRole('group', { name: 'How many of them must take part' })
  await part.getByLabel('so many parts', { exact: true }).fill('5')
  await part.getByText('more than all would have to take part').waitFor()
  await page.getByRole('button', { name: 'Adopt it' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Adopt it' }).click()
  await sheet.getByText('These rules cannot be adopted yet.').waitFor()
  await sheet.getByRole('button', { name: 'Go back' }).click()
  await part.getByLabel('so many parts', { exact: true }).fill('1')
  await part.getByText('more than all').waitFor({ state: 'detached' })
  await page.getByRole('spinbutton', { name: 'Days to talk about it first' }).fill('21')
  await page.getByText('The draft is kept.').waitFor()
})

test('two stewards at once lose nothing, and adopt together what both have compared', async () => {
  const now = hall.clock.now()
  const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
  const role = { circle: coop, person: joost.id, role: 'steward' as const }
  await hall.hall.transact((tx) => giveRole(tx, role, { by: maren.id, now }))
  const first = await visit(maren)
  const second = await visit(joost, 360)
  for (const { page } of [first, second]) {
    await page.goto(`${hall.origin}/circles/${coop}/rules/edit`)
    await page.getByLabel('What are we for?').waitFor()
  }
  await first.page.getByLabel('What are we for?').fill('We keep tools for each other')
  await first.page.getByText('Keeping it…').waitFor()
  await first.page.getByText('The draft is kept.').waitFor()
  await second.page.getByLabel('What are we for?').fill('We lend each other tools')
  await second.page.getByText('Maren Solheim changed this section while you did.').waitFor()
  const both = second.page.getByRole('dialog')
  await both.getByText('We keep tools for each other').waitFor()
  await both.getByText('We lend each other tools').waitFor()
  await isWell(second)
  await picture(second.page, 'constitution-clash-phone')
  await both.getByRole('button', { name: 'Go back' }).press('Enter')
  await second.page.getByRole('button', { name: 'Choose…' }).press('Enter')
  await second.page.getByRole('button', { name: 'Keep mine' }).press('Enter')
  await second.page.getByText('The draft is kept.').waitFor()
  await isWell(second)
  await picture(second.page, 'constitution-edit-phone')
  await second.page.getByRole('button', { name: 'Put it forward' }).click()
  const sheet = second.page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Put it forward' }).click()
  await second.page.getByText('Another steward has to confirm it.').waitFor()
  const { page } = first
  await page.goto(`${hall.origin}/circles/${coop}/rules`)
  await page.getByRole('link', { name: 'What it would change' }).click()
  await page.getByText('It adds no sentence, changes 2').waitFor()
  await page.getByText('We lend each other tools').waitFor()
  await page.getByRole('heading', { name: /^For you, one of the/ }).waitFor()
  await isWell(first)
  await picture(page, 'constitution-compare')
  await page.setViewportSize({ width: 360, height: 800 })
  await isWell(first)
  await page.goBack()
  await page.getByRole('button', { name: 'Adopt it' }).click()
  await page.getByText('Adopted by Joost van Dalen, Maren Solheim.').waitFor()
  await isWell(first)
})

test('rules come in from a file, with what the hall says of them, by keyboard', async () => {
  const visitor = await visit(maren)
  const { page } = visitor
  const file = (name: string) =>
    fileURLToPath(new URL(`../slices/constitutions/rules/vectors/${name}`, import.meta.url))
  await page.goto(`${hall.origin}/circles/${coop}/rules`)
  await page.getByRole('button', { name: 'Import a file…' }).press('Enter')
  const sheet = page.getByRole('dialog')
  const given = sheet.getByLabel('The file (YAML or JSON)')
  await given.setInputFiles({ name: 'x.yaml', mimeType: 'text/yaml', buffer: Buffer.from('a: [') })
  await sheet.getByRole('button', { name: 'Read it' }).press('Enter')
  await sheet.getByText('This file cannot be read as a constitution.').waitFor()
  await given.setInputFiles(file('broken.yaml'))
  await sheet.getByRole('button', { name: 'Read it' }).press('Enter')
  await sheet.getByText('To mend').first().waitFor()
  await isWell(visitor)
  await picture(page, 'constitution-import')
  await page.setViewportSize({ width: 360, height: 800 })
  await isWell(visitor)
  await sheet.getByRole('button', { name: 'Go on with it' }).press('Enter')
  await page.getByRole('heading', { name: /^Changing the rules/ }).waitFor()
  await isWell(visitor)
})
