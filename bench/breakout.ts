/**
 * From "go" to the first sound in the room of the group, and the silence between, ten times; and
 * the same on the way back to the main hall. Three people: one speaks on in the main hall, two go.
 */
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { callGroupsBack, goOut, planBreakouts } from '#slices/breakouts/api.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { globalSetup, globalTeardown } from '#testing/setup.ts'
import { FAKE_DEVICES, openBrowser, type StoryBrowser } from '../e2e/browser.ts'
import { type Evening, openEvening } from '../e2e/evening.ts'
import type { Somebody } from '#slices/room/routes/scene.test.ts'
import { quantiles } from './load/figures.ts'
import type { Measured } from './load/measured.ts'
import { becomeTone, listen, longestSilence, type Sample, samplesSince } from './load/tones.ts'

const TIMES = 10
const WISH_MS = 500
const PATIENCE_MS = 20_000
const PLANNED_MS = 4000
const AS = { viewport: { width: 1280, height: 800 }, permissions: ['microphone'] }

type Coming = { evening: Evening; browser: StoryBrowser }

async function comes({ evening, browser }: Coming, who: Somebody, hertz: number): Promise<Page> {
  const { page } = await evening.visit(browser, who, AS)
  page.setDefaultTimeout(120_000)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button('Join with sound').waitFor()
  await becomeTone(page, hertz)
  await button('Join with sound').click()
  await button('Join and listen').click()
  await button('Open the microphone').click()
  await button('Mute the microphone').waitFor()
  return page
}

/** Waits until a sample meets it; answers all of them since a moment. */
async function samplesUntil(
  page: Page,
  from: number,
  met: (sample: Sample) => boolean,
): Promise<{ samples: Sample[]; at: number }> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const samples = await samplesSince(page, from)
    const first = samples.find(met)
    if (first) return { samples, at: first.at }
    await rest(50)
  }
  throw new Error('the sound never came')
}

const numbersIn = (samples: readonly Sample[]) =>
  new Set(samples.flatMap(({ playing }) => playing.map(({ number }) => number)))

export async function run(): Promise<Measured> {
  if (withoutMedia) throw new Error(withoutMedia)
  await using stack = new AsyncDisposableStack()
  await globalSetup()
  stack.defer(globalTeardown)
  const evening = stack.use(await openEvening(ownMedia))
  const browser = stack.use(await openBrowser(FAKE_DEVICES))
  const { maren, chiara, joost, scene } = evening
  const steward = await comes({ evening, browser }, maren, 2400)
  await steward.getByRole('button', { name: 'Begin', exact: true }).click()
  const page = await comes({ evening, browser }, chiara, 1500)
  await comes({ evening, browser }, joost, 700)
  await listen(page)
  await samplesUntil(page, Date.now(), ({ playing }) => playing.length === 2)
  const { params } = scene
  const body = {
    groups: [{ name: 'Group', question: '', host: null, places: null }],
    way: 'hand' as const,
    placed: [chiara, joost].map(({ who }) => ({ who, group: 0 })),
  }
  const [there, back, silences]: number[][] = [[], [], []]
  for (let time = 0; time < TIMES; time += 1) {
    await maren.browser.call(planBreakouts, { params, body })
    // Groups are planned some seconds before they go; meanwhile people stand by.
    await rest(PLANNED_MS)
    const known = numbersIn(await samplesSince(page, 0))
    const went = Date.now()
    await maren.browser.call(goOut, { params })
    const first = await samplesUntil(page, went, ({ playing }) =>
      playing.some(({ number }) => !known.has(number)),
    )
    there?.push(first.at - went)
    await rest(1500)
    silences?.push(longestSilence(await samplesSince(page, went)))
    const called = Date.now()
    await maren.browser.call(callGroupsBack, { params, body: { seconds: 0 } })
    const home = await samplesUntil(page, called, ({ playing }) =>
      playing.some(({ number, hertz }) => known.has(number) && hertz > 2000),
    )
    back?.push(home.at - called)
    await rest(1500)
    silences?.push(longestSilence(await samplesSince(page, called)))
  }
  const [out, home, silence] = [there, back, silences].map((all) => quantiles(all ?? []))
  const [p50 = 0, most = 0] = [out?.p50, silence?.most]
  return {
    figures: {
      p50,
      p95: out?.p95 ?? 0,
      'back p50': home?.p50 ?? 0,
      'silence, longest': most,
    },
    reference: {},
    judged: [
      { wish: 'p50 <= 500 ms', reached: p50 <= WISH_MS },
      { wish: 'silence 0', reached: most === 0 },
    ],
  }
}
