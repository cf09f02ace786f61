/** The stage on the wall of a village hall: read from the back row, followed by itself, nothing to press. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { caption, nameACaptioner } from '#slices/captions/api.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { pdfOf } from '#testing/pdf.ts'
import { axe, FAKE_DEVICES, openBrowser, picture, sticksOut, until } from './browser.ts'
import { fillEvening, openEvening } from './evening.ts'
import { hears, sees } from './hearing.ts'

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }
const talk = pdfOf(['Who can open what', 'Three ways to hold a key'].map((title) => ({ title })))

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

async function isWell(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of [
    ['', DESK],
    ['-phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    assert.deepEqual(await axe(page), [], name)
    assert.deepEqual(await sticksOut(page), [], name)
    await picture(page, `${name}${size}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `${name}${size}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(DESK)
}

test('the wall shows the turn, who has asked, the poll and the slide, and nothing to press', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { scene, api, maren, chiara, joost } = evening
  const { params } = scene
  const wall = await evening.visit(browser, maren, { viewport: DESK })
  await button(wall.page, 'Projector').click()
  const link = wall.page.getByRole('link', { name: 'Open in this browser' })
  const address = `${scene.test.origin}${await link.getAttribute('href')}`
  await wall.page.goto(address)
  await says(wall.page, 'the doors are open.')
  await isWell(wall.page, 'projector-empty')

  const { devika } = await fillEvening(evening)
  await says(wall.page, /Chiara has the floor|Chiara/)
  await says(wall.page, 'Should a keeper serve a fixed term?')
  await wall.page.locator('.projector-queue li').nth(2).waitFor()
  assert.equal(await wall.page.getByRole('button').count(), 0, 'nothing to press')
  assert.equal(
    await wall.page.getByText('Ours are in a drawer').count(),
    0,
    'the chat is not shown',
  )
  await isWell(wall.page, 'projector-turn')

  await maren.browser.call(api.giveTheFloor, {
    params,
    body: { who: [devika.who], seconds: 60, beside: false },
  })
  await until(
    wall.page,
    `/Devika has the floor/.test(document.querySelector('header').textContent)`,
  )

  const speaker = await evening.visit(browser, joost, { viewport: DESK })
  await maren.browser.call(api.giveTheFloor, {
    params,
    body: { who: [joost.who], seconds: 60, beside: false },
  })
  await button(speaker.page, 'Slides').click()
  const file = { name: 'keys.pdf', mimeType: 'application/pdf', buffer: talk }
  await speaker.page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  await button(speaker.page, 'Show keys.pdf').click()
  await wall.page.getByRole('img', { name: 'Slide 1 of 2' }).waitFor()
  await speaker.page.getByRole('group', { name: /Arrows turn the page/ }).press('ArrowRight')
  await wall.page.getByRole('img', { name: 'Slide 2 of 2' }).waitFor()
  await until(wall.page, `document.querySelector('.slide-page canvas')?.width > 300`)
  assert.equal(await wall.page.getByRole('button').count(), 0)
  await isWell(wall.page, 'projector-slide')

  await wall.context.setOffline(true)
  await chiara.browser.call(api.askForTheFloor, { params, body: { kind: 'process' } })
  await wall.context.setOffline(false)
  await until(wall.page, `/Chiara/.test(document.querySelector('.projector-queue').textContent)`)
  assert.deepEqual(speaker.errors, [])
})

test('a laptop opens the link of a facilitator, shows the captions, and is dark when it is taken back', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { scene, maren, chiara } = evening
  const { params } = scene
  const desk = await evening.visit(browser, maren, { viewport: DESK })
  await button(desk.page, 'Begin').click()
  await button(desk.page, 'Projector').click()
  await desk.page.getByLabel('Which machine?').fill('Laptop in the village hall')
  await desk.page.getByRole('button', { name: 'Make a link' }).press('Enter')
  const address = await desk.page.getByLabel(/Shown only now/).inputValue()
  await isWell(desk.page, 'projector-links')

  const laptop = await browser.visitor({ viewport: DESK })
  await laptop.page.goto(address)
  await says(laptop.page, /has the floor/)
  await scene.comesIn(chiara)
  const named = { params: { ...params, who: chiara.who }, body: { language: 'en' } }
  await maren.browser.call(nameACaptioner, named)
  await chiara.browser.call(caption, { params, body: { text: 'Two of three must agree.' } })
  await says(laptop.page, 'Two of three must agree.')
  await isWell(laptop.page, 'projector-captions')
  await laptop.page.keyboard.press('c')
  await laptop.page.getByText('Two of three must agree.').waitFor({ state: 'detached' })
  await laptop.page.keyboard.press('c')
  await says(laptop.page, 'Two of three must agree.')
  assert.equal(await laptop.page.getByRole('button').count(), 0, 'nothing to press')
  assert.equal(Object.keys((await scene.seenBy(maren)).walls).length, 1)

  await button(desk.page, 'Take back Laptop in the village hall').click()
  await says(laptop.page, 'The stage is not shown')
  const again = await browser.visitor({ viewport: PHONE })
  await again.page.goto(address)
  await says(again.page, /This link shows nothing any more/)
  assert.deepEqual(desk.errors, [])
})

test('the wall sees and hears who speaks, after one press', { skip: withoutMedia }, async () => {
  await using evening = await openEvening(ownMedia)
  await using browser = await openBrowser(FAKE_DEVICES)
  const as = { viewport: DESK, permissions: ['camera', 'microphone'] }
  const chiara = await evening.visit(browser, evening.chiara, as)
  const wall = await evening.visit(browser, evening.maren, { viewport: DESK })
  await button(chiara.page, 'Join with sound').click()
  for (const name of ['Microphone open', 'Camera on'])
    await chiara.page.getByRole('dialog').getByRole('button', { name }).click()
  await button(chiara.page, 'Join').click()
  await button(chiara.page, 'Sound').waitFor()
  await wall.page.goto(wall.page.url().replace(/room$/, 'projector'))
  await button(wall.page, 'Let the hall hear').press('Enter')
  await sees(wall.page)
  await hears(wall.page)
  assert.equal(await wall.page.getByRole('button').count(), 0, 'nothing more to press')
  await isWell(wall.page, 'projector-faces')
  assert.deepEqual([...chiara.errors, ...wall.errors], [])
})
