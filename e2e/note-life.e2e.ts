/** The life of a note in real browsers: begun from a template, shared by a link, locked, approved. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeNote, makeNoteLink, readNote } from '#slices/notes/api.ts'
import { called } from '#testing/gatherings.ts'
import { padOfTwo } from '#testing/pads.ts'
import { type Visitor } from './browser.ts'
import { isFit } from './fit.ts'
import { openFoundedHall } from './hall.ts'

const { hall, browser, maren, coop } = await openFoundedHall()

async function visit(): Promise<Visitor> {
  const visitor = await browser.visitor()
  const cookies = [...maren.browser.cookies]
  await visitor.context.addCookies(
    cookies.map(([name, value]) => ({ name, value, url: hall.origin })),
  )
  return visitor
}

test('a member begins a note from a template on the page of the circle', async () => {
  const { page, errors } = await visit()
  await page.goto(`${hall.origin}/circles/${coop}`)
  await page.getByRole('button', { name: 'New note' }).click()
  await page.getByLabel('What it is called').fill('Looking back at spring')
  await page.getByLabel('Begin from').selectOption({ label: 'Looking back' })
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { name: 'What went well' }).waitFor()
  await isFit(page, 'note-life-new')
  await page.goto(`${hall.origin}/circles/${coop}`)
  await page.getByRole('link', { name: 'Looking back at spring' }).waitFor()
  assert.deepEqual(errors, [])
})

test('a pad comes in with the colours of its authors; its note moves to a gathering and back', async () => {
  await called(maren.browser, coop)
  const { page, errors } = await visit()
  await page.goto(`${hall.origin}/circles/${coop}`)
  const pad = Buffer.from(JSON.stringify(padOfTwo))
  await page
    .getByRole('region', { name: 'Bring a note in' })
    .locator('input[type=file]')
    .setInputFiles([{ name: 'spring.etherpad', mimeType: 'application/json', buffer: pad }])
  await page.getByRole('link', { name: 'spring cleaning' }).first().click()
  await page.getByRole('button', { name: 'Who wrote what' }).click()
  const vera = page.getByRole('list', { name: 'Who wrote how much' }).getByText('Вера Ильина')
  await vera.waitFor()
  const ground = await page.evaluate(`getComputedStyle(
    document.querySelector('.read [title="Вера Ильина"]'),
  ).backgroundColor`)
  assert.equal(ground, 'rgb(18, 171, 159)')
  await isFit(page, 'note-life-colours')
  await page.getByRole('button', { name: 'This note…' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move it…' }).press('Enter')
  await page
    .getByLabel('Where it belongs')
    .selectOption({ label: 'Who keeps the keys? (gathering)' })
  await page.getByRole('button', { name: 'Move it' }).press('Enter')
  await page.getByText('It belongs to Who keeps the keys? now.').waitFor()
  await isFit(page, 'note-life-moved')
  await page.getByRole('button', { name: 'Put it back' }).press('Enter')
  await page.getByText('It belongs to').waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'Quillmarsh Commons' }).last().waitFor()
  assert.deepEqual(errors, [])
})

test('a guest comes by a link, says a name and takes part; then the note is locked and approved', async () => {
  const body = { holder: { kind: 'circle' as const, id: coop }, title: 'Shared keys' }
  const { note } = await maren.browser.call(makeNote, { body })
  const params = { note }
  const { address } = await maren.browser.call(makeNoteLink, { params, body: { gives: 'write' } })
  const guest = await browser.visitor()
  await guest.page.goto(address)
  await isFit(guest.page, 'note-life-link')
  await guest.page.getByLabel('Your name').fill('Zoë')
  await guest.page.getByRole('button', { name: 'Open the note' }).click()
  await guest.page.waitForURL(`**/notes/${note}`)
  await guest.page.getByRole('heading', { name: 'Shared keys' }).waitFor()
  const { page, errors } = await visit()
  await page.goto(`${hall.origin}/notes/${note}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('list', { name: 'Who came by a link' }).getByText('Zoë').waitFor()
  await isFit(page, 'note-life-share')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'This note…' }).click()
  await page.getByRole('menuitem', { name: 'Approve it…' }).click()
  await page.getByRole('button', { name: 'Approve it', exact: true }).click()
  await page.getByText('It stays as it is.').first().waitFor()
  await isFit(page, 'note-life-approved')
  const seen = await maren.browser.call(readNote, { params })
  assert.equal(seen.me.right, 'read')
  assert.deepEqual([...errors, ...guest.errors], [])
})
