/** Notes through real browsers: written by several, read by others, away and back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { lockNote, makeNoteLink, revokeNoteLink } from '#slices/notes/api.ts'
import { keepVersion } from '#slices/notes/api/history.ts'
import { noteText } from '#slices/notes/index.ts'
import { deskOf } from '#slices/notes/routes/door.ts'
import { WRITERS_MOST } from '#slices/notes/rules/limits.ts'
import type { NoteScene } from '#testing/note-scene.ts'
import { openBrowser, type StoryBrowser, sticksOut } from './browser.ts'
import { isFit } from './fit.ts'
import {
  dropFile,
  isSaved,
  openNotebook,
  opens,
  pastePage,
  pastePicture,
  pressesTool,
  RED_DOT,
  writes,
} from './notebook.ts'

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
  // Who reads has nothing of the editor, nor of the engine under it.
  const scripts: string[] = await reader.page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => name)`,
  )
  assert.ok(!scripts.some((name) => /\/(Desk|yjs|pieces)-/.test(name)), scripts.join('\n'))
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

test('by keyboard alone: a heading, a task, a table and a picture with its words; an older version comes back', async () => {
  const { note } = scene
  const { hall } = scene.test
  const text = () => noteText(hall.db, note)
  await scene.maren.browser.call(keepVersion, {
    params: { note },
    body: { label: 'the beginning' },
  })
  const begun = await text()
  const { page, context, errors } = await opens(scene, browser, scene.yuki)
  const { keyboard } = page
  await page.getByRole('button', { name: 'Write', exact: true }).focus()
  await keyboard.press('Enter')
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
  await keyboard.press('Tab')
  await keyboard.type('10122026')
  await keyboard.press('Enter')
  await page
    .locator('li[data-type=task][data-told]')
    .getByText(/Chiara Bellandi · \d+ \w+/)
    .waitFor()
  await page.locator('.tiptap:focus').waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('> **Two** of *three*\n\n')
  await pressesTool(page, 'More tools')
  await keyboard.type('Table')
  await page.getByRole('menuitem', { name: 'Table' }).and(page.locator(':focus')).waitFor()
  await keyboard.press('Enter')
  await page.locator('.tiptap th').first().waitFor()
  for (const words of ['Who', 'What', 'Until', 'Yuki', 'door', 'May', 'Maren', 'cellar', 'June']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  await keyboard.type('a row too many')
  assert.equal(await page.locator('.tiptap tr').count(), 4)
  await pressesTool(page, 'This table')
  await keyboard.type('Take this row')
  await page
    .getByRole('menuitem', { name: 'Take this row away' })
    .and(page.locator(':focus'))
    .waitFor()
  await keyboard.press('Enter')
  await page.getByText('a row too many').waitFor({ state: 'hidden' })
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await pastePicture(page, 'keys.png')
  await page.getByLabel(/^In a sentence/).waitFor()
  await keyboard.type('A red dot')
  await keyboard.press('Enter')
  await page.getByRole('img', { name: 'A red dot' }).waitFor()
  await page.locator('.tiptap:focus').waitFor()
  await keyboard.press('Alt+F10')
  await page.locator('[role=toolbar] :focus').waitFor()
  await keyboard.press('Escape')
  await page.locator('.tiptap:focus').waitFor()
  await isSaved(page)
  await isFit(page, 'note-written')
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  const read = page.locator('.read')
  await read.locator('h2[data-next]').getByText('What we do').waitFor()
  await read.getByRole('img', { name: 'A red dot' }).waitFor()
  await read.getByText('Chiara Bellandi').first().waitFor()
  await read.locator('blockquote strong').getByText('Two').waitFor()
  assert.equal(await read.locator('table tr').count(), 3)
  await isFit(page, 'note-read')
  const written = await text()
  await goesBack(page)
  assert.equal(await text(), begun)
  await page.getByRole('button', { name: 'Take that back' }).press('Enter')
  await page.getByText('It is back.').waitFor({ state: 'hidden' })
  assert.equal(await text(), written)
  assert.deepEqual(errors, [])
  await context.close()
})

/** Through the versions of the note by keyboard, two of them compared, back to the beginning. */
async function goesBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History' }).press('Enter')
  const slider = page.getByRole('slider', { name: 'Version' })
  await slider.focus()
  await page.locator('ins', { hasText: 'What we do' }).waitFor()
  await isFit(page, 'note-history')
  await page.getByLabel('Keep this version as').fill('the end')
  await page.keyboard.press('Enter')
  await page.getByText('“the end”').first().waitFor()
  await slider.focus()
  await page.keyboard.press('Home')
  await page.locator('ins', { hasText: 'no holiday' }).waitFor()
  assert.equal(await page.getByText('What we do').count(), 0)
  assert.match(
    (await slider.getAttribute('aria-valuetext')) ?? '',
    /the beginning.*Chiara Bellandi/,
  )
  const since = page.getByLabel('Changes since')
  const labels = await since.locator('option').allTextContents()
  await since.selectOption({ label: labels.find((one) => one.includes('the end')) ?? '' })
  await page.locator('del', { hasText: 'What we do' }).waitFor()
  await isFit(page, 'note-history-compared')
  await page.getByRole('button', { name: 'Bring this version back' }).press('Enter')
  await page.getByText('It is back.').waitFor()
}

test('a page comes in by paste without its script, a file by drop; what is no picture is refused', async () => {
  const note = await scene.newNote('Pasted')
  const { page, context, errors } = await opens({ ...scene, note }, browser, scene.chiara)
  await writes(page)
  await pastePage(
    page,
    `<h2 onclick="window.evil = 1">Keys</h2><script>window.evil = 1</script><p>Two <b>of three</b>
    <a href="javascript:evil()">bad</a> <a href="https://example.org">good</a></p>
    <ul><li>one<ul><li>within</li></ul></li></ul><table><tr><td>a cell</td></tr></table>
    <img src="x" onerror="window.evil = 1"><iframe src="https://example.org"></iframe>`,
  )
  const tree = page.locator('.tiptap')
  await tree.locator('li li').getByText('within').waitFor()
  await tree.locator('td').getByText('a cell').waitFor()
  assert.equal(await tree.locator('h2').innerText(), 'Keys')
  assert.deepEqual(await tree.locator('a').allTextContents(), ['good'])
  assert.equal(await tree.locator('img, iframe, script, [onclick]').count(), 0)
  assert.equal(await page.evaluate(`'evil' in window`), false)
  const dot = { name: 'dot.png', type: 'image/png', base64: RED_DOT }
  await dropFile(page, dot)
  await page.getByLabel(/^In a sentence/).fill('A red dot')
  await page.getByRole('button', { name: 'Say it' }).press('Enter')
  assert.equal(await tree.locator('> *').first().getByRole('img', { name: 'A red dot' }).count(), 1)
  const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)])
  const refused: [Parameters<typeof dropFile>[1], RegExp][] = [
    [{ ...dot, base64: program.toString('base64') }, /This is a program, whatever its name says/],
    [{ ...dot, bytes: 26 * 1024 * 1024 }, /larger than 25 MB/],
    [{ ...dot, name: 'bylaws.pdf', type: 'application/pdf' }, /Only pictures stand in a note/],
  ]
  for (const [file, sentence] of refused) {
    await dropFile(page, file)
    await page.getByRole('dialog').getByText(sentence).first().waitFor()
    await page.getByRole('button', { name: 'Close' }).press('Enter')
  }
  await isSaved(page)
  assert.equal(await tree.locator('img').count(), 1)
  assert.ok(
    errors.every((error) => /Content Security Policy|status of 415/.test(error)),
    errors.join(),
  )
  await context.close()
})

test('who may no longer write is told and keeps the words; who finds no place waits for one', async () => {
  const note = await scene.newNote('Narrow')
  const params = { note }
  const { maren, chiara, yuki } = scene
  const { hall } = scene.test
  const { page, context } = await opens({ ...scene, note }, browser, chiara)
  await writes(page)
  await page.keyboard.type('Two of three. ')
  await isSaved(page)
  await maren.browser.call(lockNote, { params, body: { locked: true } })
  await page.getByText('This note is locked.').waitFor()
  await page.getByRole('button', { name: 'Copy my text' }).click()
  assert.match(await page.getByRole('textbox', { name: 'Your text' }).inputValue(), /Two of three/)
  await page.getByRole('button', { name: 'Close' }).click()
  await isFit(page, 'note-ended')
  await page.getByRole('button', { name: 'Read on' }).click()
  await page.locator('.read').getByText('Two of three.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Write', exact: true }).count(), 0)
  await maren.browser.call(lockNote, { params, body: { locked: false } })
  const body = { gives: 'write' as const }
  const { address, link } = await maren.browser.call(makeNoteLink, { params, body })
  const guest = await browser.visitor()
  await guest.page.goto(address)
  await guest.page.getByLabel('Your name').fill('Zoë')
  await guest.page.getByRole('button', { name: 'Open the note' }).click()
  await writes(guest.page)
  await guest.page.keyboard.type('A guest was here. ')
  await isSaved(guest.page)
  deskOf(hall).places = 1
  const waiting = await opens({ ...scene, note }, browser, yuki)
  await waiting.page.getByRole('button', { name: 'Write', exact: true }).click()
  await waiting.page.getByText('you are the next').waitFor()
  await isFit(waiting.page, 'note-waiting')
  await maren.browser.call(revokeNoteLink, { params: { note, link } })
  await guest.page.getByText('You can read this note, but not write in it.').waitFor()
  await guest.page.getByRole('button', { name: 'Read on' }).click()
  await guest.page.getByText('There is nothing here').waitFor()
  await waiting.page.getByRole('textbox', { name: /^The note/ }).waitFor()
  await waiting.page.getByText('A guest was here.').waitFor()
  await isSaved(waiting.page)
  deskOf(hall).places = WRITERS_MOST
  assert.deepEqual(waiting.errors, [])
  for (const one of [context, guest.context, waiting.context]) await one.close()
})

test('on a phone one writes by touch, and a template comes in and goes out again', async () => {
  const note = await scene.newNote('On the tram')
  const { page, context, errors } = await opens({ ...scene, note }, browser, scene.chiara, {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: 'Write', exact: true }).tap()
  await page.getByRole('textbox', { name: /^The note/ }).tap()
  await page.keyboard.type('Typed by thumb')
  await page.getByRole('button', { name: 'Tasks' }).tap()
  await page.getByRole('button', { name: /Say who does it/ }).tap()
  await page.getByRole('combobox', { name: 'Who does it' }).fill('Yuki')
  await page.getByRole('button', { name: 'Set it' }).tap()
  await page.locator('li[data-told]').getByText('Yuki').waitFor()
  await page.getByRole('checkbox').tap()
  await page.locator('li[data-checked=true]').waitFor()
  const low: string[] = await page.evaluate(`[...document.querySelectorAll('main button')]
    .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)`)
  assert.deepEqual(low, [])
  await page.getByRole('button', { name: 'More tools' }).tap()
  await page.getByRole('menuitem', { name: 'A template…' }).tap()
  await page.getByLabel('Which one').selectOption({ label: 'Looking back' })
  await page.getByRole('button', { name: 'Put it in' }).tap()
  await page.getByRole('heading', { name: 'What was hard' }).waitFor()
  await page.getByRole('button', { name: 'Take back' }).tap()
  await page.getByRole('heading', { name: 'What was hard' }).waitFor({ state: 'hidden' })
  await page.getByText('Typed by thumb').waitFor()
  await isSaved(page)
  assert.deepEqual(await sticksOut(page), [])
  assert.deepEqual(errors, [])
  await context.close()
})
