/** Notes through real browsers: written by several, read by others, away and back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { NoteScene } from '#testing/note-scene.ts'
import { openBrowser, type StoryBrowser } from './browser.ts'
import { isFit } from './fit.ts'
import { isSaved, openNotebook, opens, pastePicture, writes } from './notebook.ts'

let scene: NoteScene
let browser: StoryBrowser
before(async () => {
  scene = await openNotebook()
  browser = await openBrowser()
})
after(async () => {
  await browser[Symbol.asyncDispose]()
  await scene[Symbol.asyncDispose]()
})

test('two write and see each other, a third reads, undo takes back only what is mine', async () => {
  const chiara = await opens(scene, browser, scene.chiara)
  const yuki = await opens(scene, browser, scene.yuki)
  const reader = await opens(scene, browser, scene.maren)
  await reader.page.getByText('Nothing is written here yet.').waitFor()
  await writes(chiara.page)
  await chiara.page.keyboard.type('# Who keeps the keys?\nTwo of three must agree.')
  await isSaved(chiara.page)
  await writes(yuki.page)
  await yuki.page.keyboard.press('Control+End')
  await yuki.page.keyboard.type(' And no holiday has stopped us.')
  await chiara.page.getByText('And no holiday has stopped us.').waitFor()
  await chiara.page.locator('.caret').getByText('田辺 ゆき').waitFor()
  await reader.page.getByText('And no holiday has stopped us.').waitFor()
  await reader.page.getByText(/Writing now/).waitFor()
  assert.equal(await reader.page.getByRole('heading', { name: 'Who keeps the keys?' }).count(), 1)
  await chiara.page.keyboard.press('Control+z')
  await yuki.page.getByText('Two of three must agree.').waitFor({ state: 'hidden' })
  await yuki.page.getByText('And no holiday has stopped us.').waitFor()
  for (const one of [chiara, yuki, reader]) {
    assert.deepEqual(one.errors, [])
    await one.context.close()
  }
})

test('who wrote what is shown to readers and writers, in colour, in words, with shares', async () => {
  const reader = await opens(scene, browser, scene.maren)
  await reader.page.getByRole('button', { name: 'Who wrote what' }).click()
  const legend = reader.page.getByRole('list', { name: 'Who wrote how much' })
  await legend.getByText('田辺 ゆき').waitFor()
  const words = await legend.innerText()
  assert.match(words, /\d+ %/)
  assert.equal(
    await reader.page.locator('[data-by]', { hasText: 'no holiday' }).getAttribute('title'),
    '田辺 ゆき',
  )
  await isFit(reader.page, 'note-who')
  await writes(reader.page)
  const mine = reader.page.locator('.tiptap [data-by]', { hasText: 'no holiday' })
  assert.equal(await mine.getAttribute('title'), '田辺 ゆき')
  await reader.page.keyboard.press('Control+End')
  await reader.page.keyboard.type(' Mine.')
  await reader.page.locator('.tiptap [data-by][title="Maren Solheim"]').waitFor()
  assert.deepEqual(reader.errors, [])
  await reader.context.close()
})

test('away, the page says so and keeps what is typed; back, all of it comes together', async () => {
  const chiara = await opens(scene, browser, scene.chiara)
  const yuki = await opens(scene, browser, scene.yuki)
  await writes(chiara.page)
  await writes(yuki.page)
  await isSaved(chiara.page)
  await chiara.context.setOffline(true)
  await chiara.page.getByText(/Away\. What you write is kept in this browser/).waitFor()
  await chiara.page.keyboard.press('Control+End')
  await chiara.page.keyboard.type(' Written on a train.')
  await yuki.page.keyboard.press('Control+Home')
  await yuki.page.keyboard.type('Meanwhile, at home. ')
  await isSaved(yuki.page)
  assert.equal(await chiara.page.locator('[data-kept=saved]').count(), 0)
  await chiara.context.setOffline(false)
  await isSaved(chiara.page)
  for (const page of [chiara.page, yuki.page]) {
    await page.getByText('Written on a train.').waitFor()
    await page.getByText('Meanwhile, at home.').waitFor()
  }
  for (const one of [chiara, yuki]) await one.context.close()
})

test('without sockets the text goes another way and nobody is overwritten', async () => {
  const chiara = await opens(scene, browser, scene.chiara)
  const yuki = await opens(scene, browser, scene.yuki)
  await chiara.page.routeWebSocket(/\/notes\/live/, (socket) => socket.close())
  await writes(yuki.page)
  await yuki.page.keyboard.press('Control+End')
  await yuki.page.keyboard.type(' Before the wall.')
  await isSaved(yuki.page)
  await writes(chiara.page)
  await chiara.page.keyboard.press('Control+End')
  await chiara.page.keyboard.type(' Over the wall.')
  await chiara.page.getByText(/Saved .*, by the slower way/).waitFor()
  await yuki.page.getByText('Over the wall.').waitFor()
  await chiara.page.getByText('Before the wall.').waitFor()
  for (const one of [chiara, yuki]) await one.context.close()
})

test('a heading, a task and a picture with its words go by keyboard alone', async () => {
  const { page, context, errors } = await opens(scene, browser, scene.yuki)
  const { keyboard } = page
  await page.getByRole('button', { name: 'Write', exact: true }).focus()
  await keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^The note/ }).waitFor()
  await page.locator('.tiptap:focus').waitFor()
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await keyboard.press('Control+Alt+2')
  await keyboard.type('What we do')
  await keyboard.press('Control+Alt+n')
  await keyboard.press('Enter')
  await keyboard.type('[] list who can open what, ask @Chi')
  await page.getByRole('option', { name: 'Chiara Bellandi' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Control+Alt+t')
  await page.getByRole('combobox', { name: 'Who does it' }).waitFor()
  await keyboard.type('Chiara Bellandi')
  await keyboard.press('Enter')
  await page.locator('li[data-type=task][data-told]').getByText('Chiara Bellandi').last().waitFor()
  await page.locator('.tiptap:focus').waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await pastePicture(page, 'keys.png')
  await page.getByLabel(/^In a sentence/).waitFor()
  await keyboard.type('A red dot')
  await keyboard.press('Enter')
  await page.getByRole('img', { name: 'A red dot' }).waitFor()
  await keyboard.press('Alt+F10')
  await page.locator('[role=toolbar] :focus').waitFor()
  await keyboard.press('Escape')
  await page.locator('.tiptap:focus').waitFor()
  await isSaved(page)
  await isFit(page, 'note-written')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.locator('.read h2[data-next]').getByText('What we do').waitFor()
  await page.locator('.read').getByRole('img', { name: 'A red dot' }).waitFor()
  await page.locator('.read').getByText('Chiara Bellandi').first().waitFor()
  await isFit(page, 'note-read')
  assert.deepEqual(errors, [])
  await context.close()
})
