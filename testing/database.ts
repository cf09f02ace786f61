/** A database for one test file: fresh, migrated, real. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type Database, openDatabase } from '#kernel/database.ts'

/** How the tests hear of the server and its template (setup.ts). */
export const SERVER = 'MOOTHALL_TEST_SERVER'
export const TEMPLATE = 'MOOTHALL_TEST_TEMPLATE'

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export type TestDatabase = Database & AsyncDisposable & { url: string }

/**
 * Makes a database from the template (about 30 ms): `await using database = await testDatabase()`.
 * `max` connections. Disposing closes the pool and drops the database.
 */
export async function testDatabase(max = 10): Promise<TestDatabase> {
  const server = process.env[SERVER]
  const template = process.env[TEMPLATE]
  if (!server || !template) {
    throw new Error('No test server: run node --test with --test-global-setup=testing/setup.ts.')
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} strategy wal_log`)
  const url = inDatabase(server, name)
  const database = openDatabase({ url, max, log: () => {} })
  return {
    ...database,
    url,
    async [Symbol.asyncDispose]() {
      await database.close()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}
