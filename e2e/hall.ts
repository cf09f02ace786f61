/** A hall for browser stories: the web is built first, once, and the clock runs. */
import { after } from 'node:test'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runningClock } from '#testing/running-clock.ts'
import { foundedHall } from '#testing/people.ts'
import { openBrowser } from './browser.ts'
import { openTestHall, type TestHall, type TestHallOptions } from '#testing/hall.ts'

const BUILD = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))

/** Builds the web as it is written, unless it is built already. */
export function buildWeb(): void {
  const { status, stderr } = spawnSync(process.execPath, [BUILD], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the web was not built: ${stderr}`)
}

/** Opens a hall that a browser can visit. */
export async function openHallForBrowsers(options: TestHallOptions = {}): Promise<TestHall> {
  buildWeb()
  return openTestHall({ clock: runningClock(), timers: true, ...options })
}

/** What most files of stories begin with: a founded hall and a browser, closed after the last story. */
export async function openFoundedHall() {
  const stack = new AsyncDisposableStack()
  after(() => stack.disposeAsync())
  const hall = stack.use(await openHallForBrowsers())
  const browser = stack.use(await openBrowser())
  return { hall, browser, ...(await foundedHall(hall)) }
}
