/**
 * From "gives the floor" to being heard in a plenary, ten times: the hall lets the microphone be
 * opened, and whoever got the floor opens it the moment that it is offered (a press made by the page,
 * so that nobody's hand is measured). Two people: one facilitates and hears, one gets the floor.
 */
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { endATurn, giveTheFloor } from '#slices/room/api.ts'
import type { Somebody } from '#slices/room/routes/scene.test.ts'
import { ruleVoices } from '#slices/voices/api.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { globalSetup, globalTeardown } from '#testing/setup.ts'
import { FAKE_DEVICES, openBrowser, type StoryBrowser } from '../e2e/browser.ts'
import { type Evening, openEvening } from '../e2e/evening.ts'
import { quantiles } from './load/figures.ts'
import type { Measured } from './load/measured.ts'
import { becomeTone, listen, samplesSince } from './load/tones.ts'

const TIMES = 10
const WISH_MS = 500
const PATIENCE_MS = 20_000
const LOOK_MS = 50
const HERTZ = 1500
const AS = { viewport: { width: 1280, height: 800 }, permissions: ['microphone'] }

type Coming = { evening: Evening; browser: StoryBrowser }

async function comes({ evening, browser }: Coming, who: Somebody): Promise<Page> {
  const { page } = await evening.visit(browser, who, AS)
  page.setDefaultTimeout(120_000)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button('Join with sound').waitFor()
  await becomeTone(page, HERTZ)
  await button('Join with sound').click()
  await button('Join and listen').click()
  await button('Sound').waitFor()
  return page
}

/** From now on the page presses "Open the microphone" as soon as that is offered. */
const openWhenOffered = (page: Page) =>
  page.evaluate(`(() => {
    const look = () => {
      document.querySelector('[aria-label="Open the microphone"]')?.click()
      requestAnimationFrame(look)
    }
    look()
  })()`)

/** When, from a moment on, something plays (or nothing does); in ms since that moment. */
async function playsSince(page: Page, from: number, plays: boolean): Promise<number> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const samples = await samplesSince(page, from)
    const met = samples.find(({ playing }) => playing.length > 0 === plays)
    if (met) return met.at - from
    await rest(LOOK_MS)
  }
  throw new Error(plays ? 'nobody was heard' : 'it never fell silent')
}

export async function run(): Promise<Measured> {
  if (withoutMedia) throw new Error(withoutMedia)
  await using stack = new AsyncDisposableStack()
  await globalSetup()
  stack.defer(globalTeardown)
  const evening = stack.use(await openEvening(ownMedia))
  const browser = stack.use(await openBrowser(FAKE_DEVICES))
  const { maren, chiara, scene } = evening
  const hearing = await comes({ evening, browser }, maren)
  await hearing.getByRole('button', { name: 'Begin', exact: true }).click()
  const speaking = await comes({ evening, browser }, chiara)
  const { params } = scene
  await maren.browser.call(ruleVoices, { params, body: { shape: 'plenary' } })
  await speaking.getByText('You are listening').waitFor()
  await listen(hearing)
  await openWhenOffered(speaking)
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    await playsSince(hearing, Date.now(), false)
    const from = Date.now()
    const body = { who: [chiara.who], beside: false }
    await maren.browser.call(giveTheFloor, { params, body })
    times.push(await playsSince(hearing, from, true))
    const ending = { params: { ...params, who: chiara.who } }
    await maren.browser.call(endATurn, ending)
    await speaking.getByText('You are listening').waitFor()
  }
  const { p50, p95, most } = quantiles(times)
  return {
    figures: { p50, p95, most },
    reference: {},
    judged: [{ wish: 'p50 <= 500 ms', reached: p50 <= WISH_MS }],
  }
}
