/**
 * The media server is killed with -9 while two are in the sound: how long until the listener's
 * picture moves again. The hall starts it anew by itself; nobody presses anything.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { until } from '../e2e/browser.ts'
import { quantiles } from './load/figures.ts'
import type { Measured } from './load/measured.ts'
import { joinAndSee, openSound } from './load/sound.ts'

const TIMES = 5
const MOST_MS = 2500
/** LiveKit's own policy of reconnecting, measured when the server was away for a fifth of a second. */
const DEFAULT_MS = 1900

const SEEN = `document.querySelector('.tile video:not(.mirrored)')?.getVideoPlaybackQuality().totalVideoFrames ?? 0`

/** Milliseconds from now until a new picture moves, after the old one stopped. */
function seesAgain(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now()
    const old = document.querySelector('.tile video:not(.mirrored)')
    const look = () => {
      const video = document.querySelector('.tile video:not(.mirrored)')
      if (video && video !== old && video.getVideoPlaybackQuality().totalVideoFrames > 0)
        resolve(performance.now() - from)
      else requestAnimationFrame(look)
    }
    look()
  })`)
}

export async function run(): Promise<Measured> {
  await using sound = await openSound()
  const { page } = sound.listener
  await joinAndSee(page)
  const { data } = sound.evening.scene.test.hall.config
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    await until(page, `${SEEN} > 20`)
    const { pid } = JSON.parse(readFileSync(join(data, 'media.json'), 'utf8'))
    const seeing = seesAgain(page)
    process.kill(pid, 'SIGKILL')
    times.push(await seeing)
  }
  const { p50, most } = quantiles(times)
  return {
    figures: { p50, most },
    reference: { p50: DEFAULT_MS, most: DEFAULT_MS },
    judged: [{ wish: 'seen again <= 2.5 s after the kill', reached: most <= MOST_MS }],
  }
}
