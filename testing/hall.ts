/**
 * A hall for stories: the real server on a port of its own, a database of its own, a clock that
 * stands until it is moved. People call it as the web does, with cookies and schemas.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenHall, openHall } from '#app/server.ts'
import { slices } from '#app/slices.ts'
import { type MovableClock, movableClock } from '#kernel/clock.ts'
import { type Config, readConfig } from '#kernel/config.ts'
import type { Log } from '#kernel/log.ts'
import type { Slice } from '#kernel/slice.ts'
import { Browser } from './browser.ts'
import { testDatabase } from './database.ts'

export type TestHall = AsyncDisposable & {
  origin: string
  hall: OpenHall['hall']
  clock: MovableClock
  /** What was logged as an error; look at it at the end of a story. */
  errors: string[]
  /** A new browser without any cookie. */
  browser(): Browser
  close(): Promise<void>
}

export type TestHallOptions = {
  now?: string
  /** Another clock than one that stands still (running-clock.ts). */
  clock?: MovableClock
  slices?: readonly Slice[]
  config?: Partial<Config>
  /** A database to open again, as after a restart. */
  databaseUrl?: string
  /** Timers run by themselves. */
  timers?: boolean
}

export const EVENING = '2026-12-03T18:00:00.000Z'

/** Opens a hall; `await using hall = await openTestHall()` closes it. */
export async function openTestHall(options: TestHallOptions = {}): Promise<TestHall> {
  const clock = options.clock ?? movableClock(options.now ?? EVENING)
  const own = options.databaseUrl ? null : await testDatabase()
  const errors: string[] = []
  const log: Log = {
    info: () => {},
    error: (what, cause) =>
      errors.push(`${what}: ${cause instanceof Error ? cause.stack : String(cause)}`),
  }
  const data = await mkdtemp(join(tmpdir(), 'moothall-'))
  const here = { port: 0, host: '127.0.0.1', origin: '', data }
  const config = { ...readConfig({ MEDIA: 'off' }), ...here, ...options.config }
  const open = await openHall({
    config: { ...config, databaseUrl: options.databaseUrl ?? own?.url ?? '' },
    slices: options.slices ?? slices,
    clock,
    log,
    quiet: !options.timers,
  })
  async function close() {
    await open.close()
    await own?.[Symbol.asyncDispose]()
    await rm(data, { recursive: true, force: true })
  }
  return {
    origin: open.origin,
    hall: open.hall,
    clock,
    errors,
    browser: () => new Browser(open.origin),
    close,
    [Symbol.asyncDispose]: close,
  }
}
