/** The note of a gathering, in its room: in the middle, or beside the chat. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, openBrowser, picture } from './browser.ts'
import { openEvening } from './evening.ts'
import { isSaved, writes } from './notebook.ts'

test('the note is written in the room, in the middle and beside the chat, and follows the item', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { api, scene, maren } = evening
  const { params } = scene
  await scene.comesIn(maren)
  await scene.comesIn(evening.chiara)
  await maren.browser.call(api.giveARole, {
    params: { ...params, who: evening.chiara.who },
    body: { role: 'note-taker' },
  })
  const { page, errors } = await evening.visit(browser, evening.chiara)
  await page.getByRole('heading', { name: 'Panel: who holds them?' }).waitFor()
  await writes(page)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Two of three must agree.')
  await isSaved(page)
  await picture(page, 'room-note')
  assert.deepEqual(await axe(page), [])
  await maren.browser.call(api.beginTheGathering, { params })
  const goOn = (believed: string) =>
    maren.browser.call(api.goToNextItem, { params, body: { believed } })
  const live = (title: string) => page.locator('[aria-current=step]').getByText(title).waitFor()
  const section = (title: string) =>
    page.locator('.tiptap h2', { hasText: title }).locator('xpath=following-sibling::*[1]')
  /** The editor tells the browser where its cursor is a moment after it got the focus. */
  const cursorIn = (title: string) =>
    page.waitForFunction(`(() => {
      const at = getSelection().anchorNode
      let block = (at instanceof Element ? at : at?.parentElement)?.closest('.tiptap > *')
      while (block && block.localName !== 'h2') block = block.previousElementSibling
      return block?.textContent === '${title}'
    })()`)
  await goOn('itm_welcome')
  await live('Panel: who holds them?')
  await page.keyboard.type('Chiara begins.')
  await section('Panel: who holds them?').getByText('Chiara begins.').waitFor()
  // Who writes to the chat is not taken away from there.
  await page.getByRole('textbox', { name: /Write to everyone/ }).focus()
  await goOn('itm_panel')
  await live('Break')
  await goOn('itm_break')
  await live('Plenary: what came up')
  await page.keyboard.type('To the chat.')
  assert.equal(
    await page.getByRole('textbox', { name: /Write to everyone/ }).inputValue(),
    'To the chat.',
  )
  await page.locator('.tiptap').focus()
  await cursorIn('Plenary: what came up')
  await page.keyboard.type('It came up.')
  await section('Plenary: what came up').getByText('It came up.').waitFor()
  await page.getByRole('button', { name: 'Follow the item' }).click()
  await page.locator('.tiptap').focus()
  await goOn('itm_plenary')
  await live('Decision: who keeps them')
  await page.keyboard.type(' And stays.')
  await section('Plenary: what came up').getByText('It came up. And stays.').waitFor()
  await page.getByRole('button', { name: 'Begin a note for Decision: who keeps them' }).click()
  await page.getByRole('button', { name: 'Make it' }).click()
  await page
    .getByRole('list', { name: 'Notes of Decision: who keeps them' })
    .getByRole('link')
    .waitFor()
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
