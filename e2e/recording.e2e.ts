/** A recording, with real media: asked and agreed to in the room, listened to on its page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import {
  axe,
  FAKE_DEVICES,
  openBrowser,
  picture,
  sticksOut,
  until,
  type Visitor,
} from './browser.ts'
import { openEvening } from './evening.ts'

const AS = { viewport: { width: 1280, height: 800 }, permissions: ['microphone'] }
const PHONE = { ...AS, viewport: { width: 360, height: 740 } }

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })
const pick = async (page: Page, menu: RegExp | string, name: RegExp | string) => {
  await button(page, menu).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

async function speaks({ page }: Visitor): Promise<void> {
  await button(page, 'Join with sound').click()
  await page.getByRole('button', { name: 'Join and listen' }).click()
  await button(page, 'Open the microphone').click()
}

async function isWell({ page }: Visitor, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  assert.deepEqual(await sticksOut(page), [], name)
  await picture(page, name)
}

/** The loudest that a file is once the browser has decoded it. */
const LOUDEST = `(async () => {
  const shown = await (await fetch(location.pathname.replace('/gatherings', '/api/gatherings'))).json()
  const id = shown.voices[0].id
  const gathering = location.pathname.split('/')[2]
  const bytes = await (await fetch('/recordings/' + gathering + '/' + id)).arrayBuffer()
  const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes)
  return [shown.voices.length, sound.getChannelData(0).reduce((most, one) => Math.max(most, one), 0)]
})()`

test(
  'each is asked; who agreed is heard on the page of the recording, in step, by keyboard too',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    const { maren, chiara, joost } = evening
    await using browser = await openBrowser(FAKE_DEVICES)
    const steers = await evening.visit(browser, maren, AS)
    const agrees = await evening.visit(browser, chiara, PHONE)
    const refuses = await evening.visit(browser, joost, AS)
    await button(steers.page, 'Begin').click()
    for (const one of [agrees, refuses]) await speaks(one)
    await pick(steers.page, /Not recorded/, 'Record the voices of those who agree')
    await button(agrees.page, 'Yes, record my voice').waitFor()
    await isWell(agrees, 'recording-question-phone')
    await isWell(refuses, 'recording-question')
    await button(agrees.page, 'Yes, record my voice').click()
    await button(refuses.page, 'No, not mine').click()
    const now = `fetch(location.pathname.replace('/gatherings', '/api/gatherings').replace('room', 'recording'))
      .then((answer) => answer.json()).then(({ voices }) => voices.some(({ seconds }) => seconds > 4))`
    await until(agrees.page, now)
    await isWell(steers, 'recording-on')
    await pick(steers.page, /Recording/, 'Stop the recording')
    await says(steers.page, 'Not recorded')

    const at = steers.page.url().replace('/room', '/recording')
    await agrees.page.goto(at)
    await button(agrees.page, 'Play').waitFor()
    const [voices, loudest] = await agrees.page.evaluate<[number, number]>(LOUDEST)
    assert.equal(voices, 1)
    assert.ok(loudest > 0.05, `as loud as ${loudest}`)
    await isWell(agrees, 'recording-phone')
    await steers.page.goto(at)
    await button(steers.page, 'Play').focus()
    await steers.page.keyboard.press('Enter')
    await until(steers.page, `Number(document.querySelector('input[type=range]').value) >= 1`)
    await steers.page.keyboard.press('Enter')
    const slider = steers.page.getByRole('slider')
    await slider.focus()
    await slider.press('Home')
    assert.equal(await slider.inputValue(), '0')
    await isWell(steers, 'recording-page')
    await steers.page.emulateMedia({ colorScheme: 'dark' })
    await isWell(steers, 'recording-page-dark')
    await button(agrees.page, 'Take my voice out').click()
    await button(agrees.page, 'Take it out for good').click()
    await says(agrees.page, 'No voice was recorded.')
    assert.deepEqual(
      [steers, agrees, refuses].flatMap(({ errors }) => errors),
      [],
    )
  },
)
