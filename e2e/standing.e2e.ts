/** Standing in a browser: my own with a way out, the treasurer's list, a statement, the roll. */
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPaying, recordEvidence } from '#slices/standing/api.ts'
import { adoptDuties } from '#testing/duties.ts'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, somebody, type Somebody } from '#testing/people.ts'
import { duties, duty, euros, hours } from '#testing/standing.ts'
import { statement } from '#testing/statements.ts'
import { openBrowser, type StoryBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let coop: Awaited<ReturnType<typeof foundedHall>>['coop']
let maren: Somebody
let oisin: Somebody

before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  const founded = await foundedHall(hall)
  coop = founded.coop
  maren = founded.maren
  const asked = [
    duty('dues', 'month', [euros(60), hours(4)], { grace: 10 }),
    duty('circle', 'year', [{ kind: 'circles', count: 1 }], { grace: 90 }),
  ]
  const exemptions = [{ key: 'hardship', for: { kind: 'hardship' as const }, duties: [] }]
  await adoptDuties(hall, coop, { ...duties(...asked), exemptions }, { by: maren.id })
  oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })
  await somebody(hall, 'لينا الخطيب', { circles: [coop] })
})
after(() => stack.disposeAsync())

async function visit(who: Somebody, path: string) {
  const visitor = await browser.visitor()
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

test('a member sees where they stand and why, and claims what they gave, by keyboard', async () => {
  const { page, errors } = await visit(oisin, `/circles/${coop}`)
  await page.getByRole('link', { name: 'in good standing' }).click()
  await page.getByText('You are in good standing.').waitFor()
  await page.getByText('Dues.').waitFor()
  await isFit(page, 'standing-mine')
  await page.getByRole('button', { name: 'Claim what I gave' }).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('How much').fill('one')
  await sheet.getByLabel('For what').fill('Took the minutes')
  await page.keyboard.press('Enter')
  await sheet.getByText('Hours that make whole minutes').waitFor()
  await sheet.getByLabel('How much').fill('1.5')
  await page.keyboard.press('Enter')
  await page.getByText('Waits to be acknowledged.').waitFor()
  await isFit(page, 'standing-claimed')
  assert.deepEqual(errors, [])
})

test('the steward says the account, and a member finds the code to pay', async () => {
  const { page } = await visit(maren, `/circles/${coop}/paying`)
  await page.getByLabel('In the name of').fill('Quillmarsh Commons')
  await page.getByLabel('IBAN', { exact: true }).fill('NL92 ABNA 0417 1643 00')
  await page.getByRole('button', { name: 'Keep this account' }).click()
  await page.getByText(/check digits do not fit/).waitFor()
  await page.getByLabel('IBAN', { exact: true }).fill('NL91 ABNA 0417 1643 00')
  await page.getByRole('button', { name: 'Keep this account' }).click()
  await page.getByText('NL91 ABNA 0417 1643 00').first().waitFor()
  const visitor = await visit(oisin, `/circles/${coop}/paying`)
  await visitor.page.getByRole('img', { name: /picture for banking apps/ }).waitFor()
  await isFit(visitor.page, 'standing-paying')
  assert.deepEqual(visitor.errors, [])
})

test('the steward acknowledges, brings a statement and places what is unclear', async () => {
  const { reference } = await oisin.browser.call(readPaying, { params: { circle: coop } })
  const day = new Date().toISOString().slice(0, 10)
  const yesterday = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  const paid = { amount: '20.00', day: yesterday, name: 'O Farrelly', text: reference, ref: 'A1' }
  const unclear = { ...paid, amount: '33.00', name: 'ACME Ltd', text: 'gift', ref: 'A2' }
  const file = join(tmpdir(), `moothall-statement-${process.pid}.xml`)
  stack.defer(() => rm(file, { force: true }))
  await writeFile(file, statement([paid, unclear]))
  const { page, errors } = await visit(maren, `/circles/${coop}/evidence`)
  await page.getByRole('button', { name: /Acknowledge: Oisín/ }).click()
  await page.getByText('None. What members say they gave').waitFor()
  await page.getByLabel('File of the bank (camt.053)').setInputFiles(file)
  await page.getByText(/It would bring 1 new; 1 would have to be placed/).waitFor()
  await page.getByRole('button', { name: 'Bring these payments' }).click()
  await page.getByText(/Done: 1 new; 1 to be placed/).waitFor()
  await page.getByText('ACME Ltd').waitFor()
  await isFit(page, 'standing-evidence')
  await page.getByRole('button', { name: /Look for the member/ }).click()
  await page.getByLabel('A part of the name').fill('الخطيب')
  await page.getByRole('button', { name: /It is from/ }).click()
  await page.getByText('None. Payments of a statement').waitFor()
  assert.deepEqual(errors, [])
})

test('the list of standings is searched, and the roll says who may vote', async () => {
  const happened = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const body = { member: maren.id, unit: 'EUR', amount: 6000, happened }
  await maren.browser.call(recordEvidence, { params: { circle: coop }, body })
  const { page, errors } = await visit(maren, `/circles/${coop}/standings`)
  await page.getByRole('link', { name: 'Oisín Farrelly' }).waitFor()
  await isFit(page, 'standing-all')
  await page.getByLabel('Name').fill('oisin')
  await page.getByRole('link', { name: 'Maren Solheim' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Oisín Farrelly' }).click()
  await page.getByRole('heading', { name: 'The standing of Oisín Farrelly' }).waitFor()
  await page.goto(`${hall.origin}/circles/${coop}/roll`)
  await page.getByText(/: 3 voices; 0 members have none/).waitFor()
  await isFit(page, 'standing-roll')
  assert.deepEqual(errors, [])
})

test('a member asks in confidence, the steward grants it, and the lines say until when', async () => {
  const mine = `/circles/${coop}/standing/${oisin.id}`
  const { page, errors } = await visit(oisin, mine)
  await page.getByRole('button', { name: 'Ask to be excused' }).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  await sheet.getByLabel('Until').fill(until)
  await sheet.getByLabel('How it is with you').fill('I lost my work.')
  await page.keyboard.press('Enter')
  await page.getByText(/It waits for an answer/).waitFor()
  const steward = await visit(maren, `/circles/${coop}/evidence`)
  await steward.page.getByText('I lost my work.').waitFor()
  await isFit(steward.page, 'standing-hardship')
  await steward.page.getByRole('button', { name: 'Excuse: Oisín Farrelly' }).click()
  await steward.page.getByRole('dialog').getByRole('button', { name: 'Excuse' }).click()
  await steward.page.getByText('I lost my work.').waitFor({ state: 'detached' })
  await page.reload()
  await page
    .getByText(/^Excused until/)
    .first()
    .waitFor()
  await isFit(page, 'standing-excused')
  assert.deepEqual([...errors, ...steward.errors], [])
})
