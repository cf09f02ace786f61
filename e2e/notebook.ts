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
