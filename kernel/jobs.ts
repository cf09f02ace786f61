/**
 * Jobs: work that may wait and must not be lost (a mail, an index), kept in PostgreSQL by pg-boss
 * and tried again with growing pauses. A job is sent in the transaction that gives rise to it, and
 * taken as soon as that commits; other nodes look every second.
 * Timers: what happens because time passes; one node at a time runs each.
 */
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import type { Reader, Transaction } from './database.ts'
import type { Hall } from './hall.ts'
import type { Log } from './log.ts'
import type { Job, Timer } from './slice.ts'
import { afterCommit } from './transact.ts'
import { createTurns } from './turns.ts'

export type Jobs = {
  /** Sends a job; with a transaction it exists only if that commits. `after` delays it, in seconds. */
  send(name: string, data: Record<string, unknown>, how?: SendOptions): Promise<void>
  /** For commands: makes ready to send, takes no job itself. */
  prepare(jobs: readonly Job[]): Promise<void>
  start(hall: Hall, jobs: readonly Job[], timers: readonly Timer[]): Promise<void>
  stop(): Promise<void>
}

export type SendOptions = {
  tx?: Transaction
  afterSeconds?: number
  /** Only one job of this name and key waits or runs at a time. */
  key?: string
  /** Goes before those that wait: somebody stands there for it, such as for a code. */
  first?: boolean
}

const RETRIES = 8
/** A job that is done may hold a name and an address: it goes soon. */
const DONE_KEPT_SECONDS = 3600

type Rows = { rows: unknown[] }

/** pg-boss speaks `$1` and an array of values; Kysely runs the same text in its transaction. */
async function executeIn(
  db: Reader | Transaction,
  text: string,
  values: unknown[] = [],
): Promise<Rows> {
  const parts = text.split(/\$(\d+)/)
  const strings = parts.filter((_, index) => index % 2 === 0)
  const bound = parts
    .filter((_, index) => index % 2 === 1)
    .map((place) => values[Number(place) - 1])
  const query = strings.reduce(
    (whole, piece, index) =>
      index === 0 ? sql`${sql.raw(piece)}` : sql`${whole}${bound[index - 1]}${sql.raw(piece)}`,
    sql``,
  )
  return query.execute(db)
}

export function createJobs(pool: Pool, log: Log): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    supervise: true,
  })
  boss.on('error', (cause) => log.error('jobs', cause))
  /** The workers of this node, by the name of their jobs. */
  const workers = new Map<string, string>()
  const wake = (name: string) => boss.notifyWorker(workers.get(name) ?? '')
  const ticking = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  /**
   * A timer holds a connection for its lock and needs another for its work. Were all of them to run at
   * once, they would hold the whole pool and wait for each other.
   */
  const inTurn = createTurns(Infinity)
  let over = false
  return {
    async send(name, data, { tx, afterSeconds, key, first } = {}) {
      await boss.send(name, data, {
        retryLimit: RETRIES,
        retryBackoff: true,
        ...(afterSeconds ? { startAfter: afterSeconds } : {}),
        ...(first ? { priority: 1 } : {}),
        ...(key ? { singletonKey: key } : {}),
        ...(tx
          ? {
              db: { executeSql: (text: string, values?: unknown[]) => executeIn(tx, text, values) },
            }
          : {}),
      })
      if (tx) afterCommit(tx, () => wake(name))
      else wake(name)
    },
    async prepare(jobs) {
      await boss.start()
      for (const { name } of jobs)
        await boss.createQueue(name, { deleteAfterSeconds: DONE_KEPT_SECONDS })
    },
    async start(hall, jobs, timers) {
      await boss.start()
      for (const job of jobs)
        workers.set(job.name, await workOn(boss, hall, job, () => wake(job.name)))
      for (const timer of timers) {
        const run = () =>
          inTurn('timers', async () => {
            if (!over) await runTimer(hall, timer)
          })
        ticking.add(every(hall, timer, running, run))
      }
    },
    async stop() {
      for (const tick of ticking) clearInterval(tick)
      over = true
      await Promise.allSettled(running)
      await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}

/** Takes jobs one by one, the next at once, so that a thousand letters need no thousand seconds. */
async function workOn(boss: PgBoss, hall: Hall, job: Job, next: () => void): Promise<string> {
  await boss.createQueue(job.name, { deleteAfterSeconds: DONE_KEPT_SECONDS })
  return boss.work<Record<string, unknown>>(
    job.name,
    { pollingIntervalSeconds: 1 },
    async (batch) => {
      for (const { data } of batch) await job.run(hall, data)
      next()
    },
  )
}

/** Runs a timer when this node holds its lock; a run that fails is logged and comes again. */
function every(
  hall: Hall,
  timer: Timer,
  running: Set<Promise<void>>,
  runInTurn: () => Promise<void>,
): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    const run = runInTurn()
      .catch((cause) => hall.log.error(`the timer ${timer.name} failed`, cause))
      .finally(() => {
        busy = false
        running.delete(run)
      })
    running.add(run)
  }, timer.everySeconds * 1000)
}

/** One run of a timer, by one node at a time. */
export async function runTimer(hall: Hall, timer: Timer): Promise<void> {
  await hall.db.connection().execute(async (own) => {
    const lock = sql`hashtext(${`timer ${timer.name}`})`
    const got = await sql<{
      got: boolean
    }>`select pg_try_advisory_lock(8021, ${lock}) as got`.execute(own)
    if (!got.rows[0]?.got) return
    try {
      await timer.run(hall, hall.clock.now())
    } finally {
      await sql`select pg_advisory_unlock(8021, ${lock})`.execute(own)
    }
  })
}
