import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { openDatabase } from './database.ts'

test('a connection cut in the middle of a transaction fails that one, and nobody else', async () => {
  await using database = await testDatabase()
  const client = await database.pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const gone = new Promise((resolve) => client.once('end', resolve))
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await gone
  await assert.rejects(client.query('select 1'))
  client.release(true)
  assert.deepEqual((await sql`select 1 as here`.execute(database.db)).rows, [{ here: 1 }])
})

test('instants come back as they are written, and a number too large is refused, not rounded', async () => {
  await using database = await testDatabase()
  const { rows } =
    await sql`select '2026-12-03 19:00+01'::timestamptz as at, 42::bigint as many, '2026-12-03'::date as day`.execute(
      database.db,
    )
  assert.deepEqual(rows, [{ at: '2026-12-03T18:00:00.000Z', many: 42, day: '2026-12-03' }])
  await assert.rejects(
    sql`select 9007199254740993 as many`.execute(database.db),
    /too large for a number/,
  )
})

test('what a lost connection says is logged while the hall is open, not when it closes', async () => {
  await using own = await testDatabase()
  const logged: unknown[] = []
  const database = openDatabase({ url: own.url, max: 1, log: (cause) => logged.push(cause) })
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const broken = new Promise((resolve) => database.pool.once('remove', resolve))
  await own.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await broken
  assert.equal(logged.length, 1)
  await database.close()
})
