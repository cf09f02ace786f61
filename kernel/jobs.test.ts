/** Jobs and timers beside people who need the database, too. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { openTestHall } from '#testing/hall.ts'
import { createJobs } from './jobs.ts'
import { createLog } from './log.ts'

test('more timers than there are connections do their work without holding each other up', async () => {
  await using scene = await openTestHall()
  await using database = await testDatabase(4)
  const said: string[] = []
  const log = createLog((line) => void said.push(line))
  const hall = { ...scene.hall, db: database.db, log }
  const jobs = createJobs(database.pool, log)
  const ran = new Set<string>()
  const all = Promise.withResolvers<void>()
  const names = Array.from({ length: 12 }, (_, at) => `timer ${at}`)
  const timers = names.map((name) => ({
    name,
    everySeconds: 0.05,
    async run() {
      await sql`select 1`.execute(database.db)
      ran.add(name)
      if (ran.size === names.length) all.resolve()
    },
  }))
  await jobs.start(hall, [], timers)
  await all.promise
  await jobs.stop()
  assert.deepEqual(said, [])
})
