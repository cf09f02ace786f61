/** Interpretation of an evening, with real media: heard by those who chose it, the floor beneath. */
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

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })
const pick = async (page: Page, menu: RegExp | string, name: RegExp | string) => {
  await button(page, menu).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

async function joins({ page }: Visitor): Promise<void> {
  await button(page, 'Join with sound').click()
  await page.getByRole('button', { name: 'Join and listen' }).click()
  await button(page, 'Sound').waitFor()
}

/** Somebody is heard this loud, and what plays of them has energy; null: nothing of them plays here. */
const hears = ({ page }: Visitor, { who }: { who: string }, volume: number | null) =>
  until(
    page,
    volume === null
      ? `document.querySelector('audio[data-who="${who}"]') === null`
      : `(() => {
      const element = document.querySelector('audio[data-who="${who}"]')
      if (!element?.srcObject || Math.abs(element.volume - ${volume}) > 0.01) return false
      window.ears ??= new Map()
      const ear = window.ears.get(element.srcObject) ?? (() => {
        const context = new AudioContext()
        const analyser = context.createAnalyser()
        context.createMediaStreamSource(element.srcObject).connect(analyser)
        return { analyser, wave: new Float32Array(analyser.fftSize) }
      })()
      window.ears.set(element.srcObject, ear)
      ear.analyser.getFloatTimeDomainData(ear.wave)
      return ear.wave.some((one) => Math.abs(one) > 0.01)
    })()`,
  )

async function isWell({ page }: Visitor, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name)
  assert.deepEqual(await sticksOut(page), [], name)
  await picture(page, name)
}

test(
  'an interpreter is heard by those who chose the language, the floor beneath, and by nobody else',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    const { maren, chiara, joost, ngozi } = evening
    await using browser = await openBrowser(FAKE_DEVICES)
    const speaker = await evening.visit(browser, maren, AS)
    const interpreter = await evening.visit(browser, chiara, AS)
    const phone = { ...AS, viewport: { width: 360, height: 740 } }
    const listener = await evening.visit(browser, joost, phone)
    const other = await evening.visit(browser, ngozi, AS)
    await button(speaker.page, 'Begin').click()
    for (const one of [speaker, interpreter, listener, other]) await joins(one)
    await pick(speaker.page, 'Sound', 'Only the stage speaks')
    await says(interpreter.page, 'You are listening')

    await pick(speaker.page, 'Languages', 'Who interprets')
    await speaker.page.getByLabel('Who', { exact: true }).selectOption({ label: chiara.name })
    await speaker.page.getByLabel('Language').selectOption('es')
    await button(speaker.page, 'Name them').click()
    await button(speaker.page, 'No longer Chiara Bellandi').waitFor()
    await isWell(speaker, 'interpretation-naming')
    await button(speaker.page, 'Close').click()
    await button(speaker.page, 'Open the microphone').click()
    await hears(listener, maren, 1)

    await pick(listener.page, 'Languages', 'Spanish')
    await says(listener.page, /Nobody interprets into Spanish at this moment/)
    await hears(listener, maren, 1)
    await button(interpreter.page, 'Open the microphone').click()
    await says(interpreter.page, /You are heard in Spanish alone/)
    await hears(listener, chiara, 1)
    await hears(listener, maren, 0.15)
    await hears(other, maren, 1)
    await hears(other, chiara, null)
    await isWell(listener, 'interpretation-phone')
    await isWell(interpreter, 'interpretation-console')

    await pick(listener.page, 'Languages: Spanish', 'Without the floor')
    await hears(listener, maren, null)
    await hears(listener, chiara, 1)
    await button(interpreter.page, 'Mute the microphone').click()
    await hears(listener, maren, 1)

    await button(interpreter.page, 'Ask for slower').click()
    await says(speaker.page, 'A little slower, please: it is interpreted into Spanish.')
    await isWell(speaker, 'interpretation-slower')
    await button(interpreter.page, 'Lay it down').click()
    await says(interpreter.page, 'You are listening')
    const errors = [speaker, interpreter, listener, other].flatMap((one) => one.errors)
    assert.deepEqual(errors, [])
  },
)
