/** What a page owes everybody, held in one go; its pictures go to PICTURES. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe, picture, sticksOut } from './browser.ts'

/** The page is fit for everybody: no serious finding, nothing sticks out, on a phone too. */
export async function isFit(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  assert.deepEqual(await axe(page), [], name)
  await picture(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await axe(page), [], `${name}, dark`)
  await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 740 })
  assert.deepEqual(await sticksOut(page), [], `${name}, phone`)
  await picture(page, `${name}-phone`)
  await page.setViewportSize({ width: 1280, height: 800 })
}
