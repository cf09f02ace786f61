/** A note for browser stories: a circle, its members, one empty note, and pages that show it. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openNoteScene, type NoteScene } from '#testing/note-scene.ts'
import type { Somebody } from '#testing/people.ts'
import { runningClock } from '#testing/running-clock.ts'
import type { StoryBrowser, Visitor } from './browser.ts'
import { buildWeb } from './hall.ts'

/** A red dot as PNG: the smallest picture. */
export const RED_DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=='

export async function openNotebook(): Promise<NoteScene> {
  buildWeb()
  return openNoteScene({ clock: runningClock(), timers: true })
}

/** Opens the note as somebody, in a browser of their own. */
export async function opens(
  { test, note }: NoteScene,
  browser: StoryBrowser,
  who: Pick<Somebody, 'browser'>,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await browser.visitor(options)
  await visitor.context.addCookies(
    [...who.browser.cookies].map(([name, value]) => ({ name, value, url: test.origin })),
  )
  await visitor.page.goto(`${test.origin}/notes/${note}`)
  return visitor
}

/** Presses "Write" and comes into the text. */
export async function writes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await page.getByRole('textbox', { name: /^The note/ }).click()
}

/** Waits until the page says that all is saved. */
export async function isSaved(page: Page): Promise<void> {
  await page.locator('[data-kept=saved]').waitFor()
}

/** Pastes a picture as the clipboard holds one. */
export async function pastePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${RED_DOT}'), (sign) => sign.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], '${name}', { type: 'image/png' }))
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })()`)
}

/** Pastes what a page or a document puts on the clipboard: words with their look, and a picture of them. */
export async function pastePage(page: Page, html: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/html', ${JSON.stringify(html)})
    data.items.add(new File(['as it looked'], 'picture.png', { type: 'image/png' }))
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })()`)
}

/** Drops a file before the first line of the text; of so many bytes, when that is said. */
export async function dropFile(
  page: Page,
  { name, type, base64, bytes = 0 }: { name: string; type: string; base64: string; bytes?: number },
): Promise<void> {
  await page.evaluate(`(() => {
    const begin = Uint8Array.from(atob('${base64}'), (sign) => sign.charCodeAt(0))
    const whole = new Uint8Array(Math.max(begin.length, ${bytes}))
    whole.set(begin)
    const data = new DataTransfer()
    data.items.add(new File([whole], '${name}', { type: '${type}' }))
    const line = document.querySelector('.tiptap > *')
    const { left, bottom } = line.getBoundingClientRect()
    line.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        clientX: left + 2,
        clientY: bottom - 4,
      }),
    )
  })()`)
}

/** Goes to a tool by its name, with the arrows, and presses it. */
export async function pressesTool(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+F10')
  await page.locator('[role=toolbar] :focus').waitFor()
  const places = await page.getByRole('toolbar').getByRole('button').count()
  for (let place = 0; place < places; place += 1) {
    if ((await page.evaluate(`document.activeElement.ariaLabel`)) === name) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
}
