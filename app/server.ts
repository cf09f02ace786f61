/**
 * The hall, put together: every slice mounted on one HTTP server, the live socket, jobs and timers.
 * It answers 503 until it is ready, and closes in the reverse order of its opening.
 */
import { getRequestListener } from '@hono/node-server'
import { bytesIn, filesFolder } from '#kernel/bytes.ts'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { Config } from '#kernel/config.ts'
import { openDatabase } from '#kernel/database.ts'
import { localFanout, redisFanout } from '#kernel/fanout.ts'
import type { Hall } from '#kernel/hall.ts'
import { createJobs } from '#kernel/jobs.ts'
import { createLimits } from '#kernel/limits.ts'
import { createLive } from '#kernel/live.ts'
import { openLiveSocket } from '#kernel/live-socket.ts'
import { createLog, type Log } from '#kernel/log.ts'
import { createMail, mailJob } from '#kernel/mail.ts'
import { type Media, openMedia } from '#kernel/media/media.ts'
import { migrate } from '#kernel/migrate.ts'
import type { Slice } from '#kernel/slice.ts'
import { transact } from '#kernel/transact.ts'
import { createTurns } from '#kernel/turns.ts'
import { buildApp } from './build.ts'
import { type Front, listen } from './front.ts'
import type { DevPage } from './web.ts'
import { kernelTimers } from './timers.ts'

export type OpenHall = {
  hall: Hall
  /** The address it listens on. */
  origin: string
  /** What the slices have to say in the terminal, line by line. */
  announce(): Promise<string[]>
  close(): Promise<void>
}

export type OpenOptions = {
  /** With `databaseUrl` set: the embedded database is opened before. */
  config: Config & { databaseUrl: string }
  slices: readonly Slice[]
  clock?: Clock
  log?: Log
  /** Timers stand still: a test runs them itself. */
  quiet?: boolean
  /** Listening already; else it listens by itself. */
  front?: Front
  /** The web as it is written, instead of the built one. */
  devPage?: DevPage
}

/** Opens the hall; resolves when it answers. */
export async function openHall(options: OpenOptions): Promise<OpenHall> {
  const { slices, log = createLog(), quiet = false } = options
  await using opening = new AsyncDisposableStack()
  const front = options.front ?? (await listen(options.config, log))
  opening.defer(() => front.drain())
  const config = { ...options.config, origin: options.config.origin || front.origin }
  const database = openDatabase({
    url: config.databaseUrl,
    max: config.databasePool,
    log: (cause) => log.error('the database', cause),
  })
  opening.defer(() => database.close())
  await migrate(database.db)
  const media = openMedia({ plan: config.media, data: config.data, hooks: front.hooks, log })
  opening.defer(() => media.close())
  const hall = assemble({ ...options, config, log, media }, database)
  const { app, ...porch } = buildApp(hall, slices, options.devPage)
  const closeSocket = openLiveSocket(front.server, hall, porch)
  const timers = [...kernelTimers, ...slices.flatMap((slice) => slice.timers ?? [])]
  await hall.jobs.start(
    hall,
    [mailJob, ...slices.flatMap((slice) => slice.jobs ?? [])],
    quiet ? [] : timers,
  )
  front.answer(getRequestListener(app.fetch))
  opening.move()
  return {
    hall,
    origin: front.origin,
    async announce() {
      const said = await Promise.all(slices.map((slice) => slice.announce?.(hall) ?? []))
      return said.flat()
    },
    async close() {
      const drained = front.drain()
      await closeSocket()
      await drained
      await media.close()
      await hall.jobs.stop()
      await database.close()
    },
  }
}

type Assembly = Pick<OpenOptions, 'config' | 'slices' | 'clock'> & { log: Log; media: Media }

/** The kernel's parts on an open database, made into one hall. */
export function assemble(
  { config, slices, clock = systemClock, log, media }: Assembly,
  database: ReturnType<typeof openDatabase>,
): Hall {
  const { db, pool } = database
  const fanout = config.redisUrl ? redisFanout(config.redisUrl, log) : localFanout()
  const live = createLive({ db, log, fanout })
  const jobs = createJobs(pool, log)
  const mail = createMail({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    db,
    jobs,
    now: clock.now,
  })
  const inTurn = createTurns()
  const listeners = (kind: string) => slices.flatMap(({ listeners: heard }) => heard?.[kind] ?? [])
  return {
    config,
    db,
    clock,
    live,
    jobs,
    mail,
    log,
    media,
    limits: createLimits(),
    bytes: bytesIn(filesFolder(config)),
    transact(work, turn) {
      const once = () => transact({ db, listeners, publish: live.publish }, work)
      return turn === undefined ? once() : inTurn(turn, once)
    },
  }
}
