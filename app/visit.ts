/** A hall for a command: the same database and the same rules, without serving anybody. */
import type { Config } from '#kernel/config.ts'
import { openDatabase } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Jobs } from '#kernel/jobs.ts'
import { createLog } from '#kernel/log.ts'
import { mailJob } from '#kernel/mail.ts'
import { migrate } from '#kernel/migrate.ts'
import { visitData } from './data.ts'
import { assemble } from './server.ts'
import { openMedia } from '#kernel/media/media.ts'
import { slices } from './slices.ts'

export type Visit = AsyncDisposable & { open(): Promise<Hall> }

/** Opens nothing until it is asked to; disposing closes what was opened. `as`: who we are. */
export function visitHall(config: Config, as: string): Visit {
  const stack = new AsyncDisposableStack()
  let opened: Promise<Hall> | undefined
  return {
    open: () => (opened ??= openQuietly(config, as, stack)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

async function openQuietly(config: Config, as: string, stack: AsyncDisposableStack): Promise<Hall> {
  const data = stack.adopt(await visitData({ config, as }), (open) => open.close())
  const log = createLog()
  const database = openDatabase({
    url: data.url,
    max: 4,
    log: (cause) => log.error('the database', cause),
  })
  stack.defer(() => database.close())
  await migrate(database.db)
  const media = openMedia({ plan: { by: 'nobody' }, data: config.data, hooks: config.origin, log })
  const hall = assemble(
    { config: { ...config, databaseUrl: data.url }, slices, log, media },
    database,
  )
  stack.defer(() => hall.live.shut())
  const jobs = sendingOnly(hall.jobs)
  stack.defer(() => jobs.stop())
  return { ...hall, jobs }
}

/** Jobs are sent, and done by the hall; what it takes to send is made ready at the first. */
function sendingOnly(jobs: Jobs): Jobs {
  let ready: Promise<void> | undefined
  const names = [mailJob, ...slices.flatMap((slice) => slice.jobs ?? [])]
  return {
    ...jobs,
    async send(...given) {
      await (ready ??= jobs.prepare(names))
      return jobs.send(...given)
    },
    async stop() {
      if (ready) await jobs.stop()
    },
  }
}
