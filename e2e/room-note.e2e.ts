/** The note of a gathering, in its room: in the middle, or beside the chat. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, openBrowser, picture } from './browser.ts'
import { openEvening } from './evening.ts'
import { isSaved, writes } from './notebook.ts'

test('the note is written in the room, in the middle and beside the chat', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  await evening.scene.comesIn(evening.maren)
  const { page, errors } = await evening.visit(browser, evening.chiara)
  await page.getByRole('heading', { name: 'Panel: who holds them?' }).waitFor()
  await writes(page)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Two of three must agree.')
  await isSaved(page)
  await picture(page, 'room-note')
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Beside the chat' }).click()
  await page
    .getByRole('tabpanel', { name: 'Notes' })
    .getByText('Two of three must agree.')
    .waitFor()
  await picture(page, 'room-note-beside')
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(errors, [])
})
