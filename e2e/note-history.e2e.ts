/** The history of a note by keyboard alone: through its versions, two compared, one brought back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as Y from 'yjs'
import { keepVersion } from '#slices/notes/api/history.ts'
import { makeNote, newClient, type NoteId, noteText, writeAs } from '#slices/notes/index.ts'
import type { TestHall } from '#testing/hall.ts'
import { appendParagraph } from '#testing/pens.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { openBrowser, type StoryBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let chiara: Somebody
let note: NoteId
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  const { coop, maren } = await foundedHall(hall)
  chiara = await somebody(hall, 'Chiara Bellandi', { circles: [coop] })
  const now = hall.clock.now()
  note = await hall.hall.transact((tx) =>
    makeNote(tx, { holder: { kind: 'circle', id: coop }, title: 'The keys', by: maren.id, now }),
  )
  await write(maren, 'Maren Solheim', 'Three people hold the keys.')
  await keep(maren, 'the beginning')
  await write(chiara, 'Chiara Bellandi', 'Who holds them next?')
  await keep(maren, 'before the break')
  await write(maren, 'Maren Solheim', 'Nobody knows.')
})
after(() => stack.disposeAsync())

async function write(who: Somebody, name: string, text: string): Promise<void> {
  const doc = new Y.Doc()
  doc.clientID = newClient()
  appendParagraph(doc, text)
  const writing = { client: doc.clientID, who: who.id, name, update: Y.encodeStateAsUpdate(doc) }
  const now = hall.clock.now()
  await hall.hall.transact((tx) =>
    writeAs(tx, note, [writing], { by: who.id, how: 'template', now }),
  )
}

async function keep(who: Somebody, label: string): Promise<void> {
  await who.browser.call(keepVersion, { params: { note }, body: { label } })
}

test('a member goes back to the beginning, compares, brings it back and takes that back', async () => {
  const visitor = await browser.visitor()
  await signIn(visitor, chiara, hall.origin)
  const { page, errors } = visitor
  await page.goto(`${hall.origin}/notes/${note}/history`)
  await page.locator('ins', { hasText: 'Nobody knows.' }).waitFor()
  await isFit(page, 'note-history')
  await page.getByRole('slider', { name: 'Version' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByText('“before the break”').first().waitFor()
  await page.locator('ins', { hasText: 'Who holds them next?' }).waitFor()
  assert.equal(await page.getByText('Nobody knows.').count(), 0)
  await page.keyboard.press('Home')
  await page.locator('ins', { hasText: 'Three people hold the keys.' }).waitFor()
  const slider = page.getByRole('slider', { name: 'Version' })
  assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /the beginning.*Maren Solheim/)
  await page.getByLabel('Changes since').selectOption({ label: await labelOf(page) })
  await page.locator('del', { hasText: 'Who holds them next?' }).waitFor()
  await isFit(page, 'note-history-compared')
  const bring = page.getByRole('button', { name: 'Bring this version back' })
  await bring.focus()
  await page.keyboard.press('Enter')
  await page.getByText('It is back.').waitFor()
  assert.equal(await noteText(hall.hall.db, note), 'Three people hold the keys.')
  await page.getByRole('button', { name: 'Take that back' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('It is back.').waitFor({ state: 'hidden' })
  assert.match(await noteText(hall.hall.db, note), /Nobody knows/)
  assert.deepEqual(errors, [])
  assert.deepEqual(hall.errors, [])
})

async function labelOf(
  page: Awaited<ReturnType<StoryBrowser['visitor']>>['page'],
): Promise<string> {
  const options = await page.getByLabel('Changes since').locator('option').allTextContents()
  return options.find((text) => text.includes('before the break')) ?? ''
}
