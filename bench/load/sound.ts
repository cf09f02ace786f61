/** A call with real browsers: one who speaks and shows themselves, one who comes to hear. */
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { globalSetup, globalTeardown } from '#testing/setup.ts'
import { FAKE_DEVICES, openBrowser, until, type Visitor } from '../../e2e/browser.ts'
import { type Evening, openEvening } from '../../e2e/evening.ts'

const CLIENT = createRequire(import.meta.url).resolve('livekit-client')
const AS = { viewport: { width: 1280, height: 800 }, permissions: ['camera', 'microphone'] }

const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

export type Sound = AsyncDisposable & {
  evening: Evening
  speaker: Visitor
  listener: Visitor
  /** A page of the hall with LiveKit's own client and nothing of ours. */
  vanilla: Page
}

/** Opens the hall, its media server and three pages; the speaker is in the sound, with a picture. */
export async function openSound(): Promise<Sound> {
  if (withoutMedia) throw new Error(withoutMedia)
  const stack = new AsyncDisposableStack()
  await globalSetup()
  stack.defer(globalTeardown)
  const evening = stack.use(await openEvening(ownMedia))
  const browser = stack.use(await openBrowser(FAKE_DEVICES))
  const speaker = await evening.visit(browser, evening.maren, AS)
  const listener = await evening.visit(browser, evening.chiara, AS)
  await button(speaker.page, 'Join with sound').click()
  for (const name of ['Microphone open', 'Camera on']) await button(speaker.page, name).click()
  await button(speaker.page, 'Join').click()
  await until(speaker.page, `document.querySelector('.tile video') !== null`)
  const other = await browser.visitor({ bypassCSP: true })
  await other.page.goto(`${evening.scene.test.origin}/healthz`)
  await other.page.addScriptTag({ path: CLIENT })
  return {
    evening,
    speaker,
    listener,
    vanilla: other.page,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** Milliseconds from the press to the first frame of the other that was decoded. */
export async function joinAndSee(page: Page): Promise<number> {
  await button(page, 'Join with sound').click()
  const measuring = page.evaluate<number>(`new Promise((resolve) => {
    document.addEventListener('click', () => {
      const from = performance.now()
      const look = () => {
        const video = document.querySelector('.tile video:not(.mirrored)')
        if (video?.getVideoPlaybackQuality().totalVideoFrames > 0) resolve(performance.now() - from)
        else requestAnimationFrame(look)
      }
      look()
    }, { once: true, capture: true })
  })`)
  await button(page, /^Join and listen$/).click()
  return measuring
}

export async function leaveSound(page: Page): Promise<void> {
  await button(page, 'Sound').click()
  await page.getByRole('menuitem', { name: /Leave the sound/ }).click()
  await button(page, 'Join with sound').waitFor()
}

/** The same with LiveKit's own client, straight to its server. */
export function vanillaSees(page: Page, url: string, token: string): Promise<number> {
  return page.evaluate<number>(`new Promise(async (resolve) => {
    const { Room } = LivekitClient
    const room = new Room()
    const video = document.body.appendChild(document.createElement('video'))
    video.muted = true
    const from = performance.now()
    room.on('trackSubscribed', (track) => {
      if (track.kind === 'video') track.attach(video)
    })
    const look = async () => {
      if (video.getVideoPlaybackQuality().totalVideoFrames > 0) {
        resolve(performance.now() - from)
        await room.disconnect()
        video.remove()
      } else requestAnimationFrame(look)
    }
    await room.connect(${JSON.stringify(url.replace(/^http/, 'ws'))}, ${JSON.stringify(token)})
    look()
  })`)
}
