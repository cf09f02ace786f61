/** Groups go out and come back, with real sound: who hears whom is told by the tone each of them is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readBreakouts } from '#slices/breakouts/api.ts'
import type { GroupSet } from '#slices/breakouts/rules/state.ts'
import type { Somebody } from '#slices/room/routes/scene.test.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { takePen } from '#testing/pens.ts'
import {
  axe,
  FAKE_DEVICES,
  openBrowser,
  picture,
  sticksOut,
  type StoryBrowser,
  until,
  type Visitor,
} from './browser.ts'
import { type Evening, openEvening } from './evening.ts'

const AS = { viewport: { width: 1280, height: 800 }, permissions: ['microphone'] }
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

/** Their microphone is a tone of so many Hz. */
const toneFor = (hertz: number) => `navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext()
  const tone = new OscillatorNode(context, { frequency: ${hertz} })
  const out = context.createMediaStreamDestination()
  tone.connect(out)
  tone.start()
  return out.stream
}`

/** The tones that play on a page now, in hundreds of Hz. */
const HEARD = `(() => {
  window.context ??= new AudioContext()
  window.ears ??= new Map()
  const heard = new Set()
  for (const { srcObject, muted } of document.querySelectorAll('audio')) {
    if (!srcObject || muted) continue
    if (!window.ears.has(srcObject)) {
      const analyser = new AnalyserNode(window.context, { fftSize: 4096 })
      window.context.createMediaStreamSource(srcObject).connect(analyser)
      window.ears.set(srcObject, analyser)
    }
    const bins = new Float32Array(2048)
    window.ears.get(srcObject).getFloatFrequencyData(bins)
    const loudest = bins.reduce((best, one, at) => (one > bins[best] ? at : best), 0)
    if (bins[loudest] > -60)
      heard.add(Math.round((loudest * window.context.sampleRate) / 4096 / 100))
  }
  return [...heard].sort((a, b) => a - b).join()
})()`

const hears = (page: Page, tones: readonly number[]) =>
  until(page, `${HEARD} === '${tones.toSorted((a, b) => a - b).join()}'`)

type Singer = { who: Somebody; visitor: Visitor; tone: number }

async function sings(
  evening: Evening,
  browser: StoryBrowser,
  who: Somebody,
  tone: number,
): Promise<Singer> {
  const visitor = await evening.visit(browser, who, AS)
  visitor.page.setDefaultTimeout(60_000)
  await visitor.page.evaluate(toneFor(tone * 100))
  await button(visitor.page, 'Join with sound').click()
  await visitor.page.getByRole('button', { name: 'Join and listen' }).click()
  return { who, visitor, tone }
}

async function opens({ visitor: { page } }: Singer): Promise<void> {
  await button(page, 'Open the microphone').click()
  await button(page, 'Mute the microphone').waitFor()
}

async function setNow({ scene, maren }: Evening): Promise<GroupSet> {
  const { sets } = await maren.browser.call(readBreakouts, { params: scene.params })
  const last = sets.at(-1)
  assert.ok(last)
  return last
}

async function writesAnswer(evening: Evening, note: string | null, { who }: Singer, text: string) {
  const pen = takePen(evening.scene.test.origin, note ?? '', who.browser.cookieHeader)
  await pen.until(() => pen.provider.synced, 'the note')
  pen.writes(text)
  await pen.until(() => pen.saved())
  pen.end()
}

test(
  'six go into three groups, hear only their own, and come back; what they bring stands in the note',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    await using browser = await openBrowser(FAKE_DEVICES)
    const { scene, maren, chiara, joost, ngozi, lina } = evening
    const [devika, aroha] = [await scene.guest('Devika Rao'), await scene.guest('Aroha Ngata')]
    const steward = await sings(evening, browser, maren, 24)
    await button(steward.visitor.page, 'Begin').click()
    const six: Singer[] = []
    for (const [at, who] of [chiara, joost, ngozi, lina, devika, aroha].entries())
      six.push(await sings(evening, browser, who, 4 + at * 3))
    for (const one of six) await opens(one)
    const all = six.map(({ tone }) => tone)
    await hears(steward.visitor.page, all)

    const { page } = steward.visitor
    await button(page, 'Breakouts').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('How many groups').selectOption('3')
    await sheet.getByLabel('Questions, one a line').fill('Who holds the keys?\nWho should?')
    await picture(page, 'breakouts-plan')
    assert.deepEqual(await axe(page), [])
    await button(page, 'Sort them').click()
    await button(page, 'Let the groups go').waitFor()
    await picture(page, 'breakouts-planned')
    await button(page, 'Let the groups go').click()

    const set = await setNow(evening)
    const groupOf = ({ who }: Singer) => set.placed[who.who]
    for (const one of six) {
      const others = six.filter((other) => other !== one && groupOf(other) === groupOf(one))
      assert.equal(others.length, 1)
      await button(one.visitor.page, 'Back to the main hall').waitFor()
      await hears(
        one.visitor.page,
        others.map(({ tone }) => tone),
      )
    }
    await hears(page, [])
    const [first] = six
    assert.ok(first)
    await first.visitor.page.getByLabel('Write to everyone').fill('Only the two of us read this.')
    await first.visitor.page.keyboard.press('Enter')
    await picture(first.visitor.page, 'breakouts-group')
    assert.deepEqual(await axe(first.visitor.page), [])
    assert.deepEqual(await sticksOut(first.visitor.page), [])
    await picture(page, 'breakouts-out')

    await button(page, 'Speak to all groups').click()
    for (const one of six) {
      const others = six.filter((other) => other !== one && groupOf(other) === groupOf(one))
      await hears(one.visitor.page, [...others.map(({ tone }) => tone), steward.tone])
    }
    await button(page, 'All groups hear you: stop').click()
    for (const [at, { id, note }] of set.groups.entries()) {
      const writer = six.find((one) => groupOf(one) === id)
      assert.ok(writer)
      await writesAnswer(evening, note, writer, `Answer ${at + 1}`)
    }
    await button(page, 'Call all back').click()
    await page.getByRole('menuitem', { name: 'at once' }).click()
    for (const { visitor, tone } of six)
      await hears(
        visitor.page,
        all.filter((other) => other !== tone),
      )
    await page.getByRole('heading', { name: 'What the groups brought back' }).waitFor()
    for (const at of [1, 2, 3]) {
      await page
        .getByRole('list', { name: 'What the groups brought back' })
        .getByText(`Answer ${at}`)
        .waitFor()
      await page.locator('#pad').getByText(`Answer ${at}`).waitFor()
    }
    await picture(page, 'breakouts-back')
    assert.deepEqual(
      [steward, ...six].flatMap(({ visitor }) => visitor.errors),
      [],
    )
  },
)
