/** Slides of an evening: shown to all, followed or looked through by oneself, without any sound. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { lockedPdf, pdfOf } from '#testing/pdf.ts'
import { axe, openBrowser, picture, sticksOut, until, type Visitor } from './browser.ts'
import { fillEvening, openEvening } from './evening.ts'

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const LINES = [
  'One keeper: quick, until they are ill',
  'Two of three: slower, and survives a holiday',
]
const talk = pdfOf(
  ['Who can open what', 'Three ways to hold a key', 'What it costs'].map((title) => ({
    title,
    lines: LINES,
  })),
)

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

/** The page is drawn, as sharply as the screen is, and not blank. */
const isDrawn = (page: Page, ratio: number) =>
  until(
    page,
    `(() => {
      const canvas = document.querySelector('.slide-page canvas')
      if (!canvas || canvas.width < canvas.clientWidth * ${ratio} - 2 || canvas.width < 100) return false
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return data.some((value, at) => at % 4 === 0 && value < 64)
    })()`,
  )

async function adds(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer }
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  await button(page, `Show ${name}`).waitFor()
}

/** Looked at by day, in the evening and without anything that sticks out. */
async function isWell({ page }: Visitor, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  assert.deepEqual(await sticksOut(page), [], name)
  await picture(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('slides are shown to all, followed and left, and a late comer sees the page', async () => {
  await using evening = await openEvening()
  await fillEvening(evening)
  await using browser = await openBrowser()
  const chiara = await evening.visit(browser, evening.chiara, { viewport: DESK })
  const phone = { viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
  const joost = await evening.visit(browser, evening.joost, phone)

  await button(chiara.page, 'Slides').click()
  await adds(chiara.page, 'locked.pdf', lockedPdf())
  await button(chiara.page, 'Show locked.pdf').click()
  await says(chiara.page, /asks for a password/)
  await adds(chiara.page, 'broken.pdf', Buffer.from('%PDF-1.7\nand then nothing'))
  await button(chiara.page, 'Show broken.pdf').click()
  await says(chiara.page, /This PDF is broken/)
  await adds(chiara.page, 'keys-talk.pdf', talk)
  await picture(chiara.page, 'slides-sheet')
  assert.deepEqual(await axe(chiara.page), [])
  await button(chiara.page, 'Show keys-talk.pdf').click()

  await says(joost.page, /Slide 1 of 3, shown by Chiara/)
  await isDrawn(joost.page, 2)
  assert.match((await joost.page.getByLabel('Words of this page').textContent()) ?? '', /open what/)
  const slide = chiara.page.getByRole('group', { name: /Arrows turn the page/ })
  await slide.press('ArrowRight')
  await says(joost.page, /Slide 2 of 3, shown by Chiara/)
  await isDrawn(chiara.page, 1)
  await isWell(chiara, 'slides-speaker')
  await isWell(joost, 'slides-phone')

  await button(joost.page, 'Next slide').click()
  await says(joost.page, /You look at slide 3 of 3, Chiara is at 2/)
  await slide.press('Home')
  await says(joost.page, /You look at slide 3 of 3, Chiara is at 1/)
  await button(joost.page, 'Back to Chiara’s page').click()
  await says(joost.page, /Slide 1 of 3, shown by Chiara/)

  await button(chiara.page, 'Point at the slide').click()
  await chiara.page.mouse.move(600, 300)
  await chiara.page.mouse.move(610, 310)
  await joost.page.locator('.slide-spot').waitFor()

  const maren = await evening.visit(browser, evening.maren, { viewport: DESK })
  await says(maren.page, /Slide 1 of 3, shown by Chiara/)
  await isDrawn(maren.page, 1)
  await picture(maren.page, 'slides-facilitator')
  await button(maren.page, 'Notes').first().click()
  await maren.page.locator('.slide').waitFor({ state: 'detached' })
  await button(chiara.page, 'Put the slides away').click()
  await joost.page.locator('.slide').waitFor({ state: 'detached' })
  assert.deepEqual([...chiara.errors, ...joost.errors, ...maren.errors], [])
})
