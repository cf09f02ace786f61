/**
 * Before all tests: one PostgreSQL server with a migrated template database. Our own, in memory
 * where the system allows it, or the one at TEST_DATABASE_URL. Test files find it by their
 * environment (database.ts).
 */
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openCluster } from '#kernel/cluster.ts'
import { openDatabase } from '#kernel/database.ts'
import { migrate } from '#kernel/migrate.ts'
import { inDatabase, SERVER, TEMPLATE } from './database.ts'

const closing = new AsyncDisposableStack()

async function ownServer(): Promise<string> {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const data = await mkdtemp(join(memory, 'moothall-test-'))
  await chmod(data, 0o711)
  closing.defer(() => rm(data, { recursive: true, force: true }))
  const cluster = await openCluster({ data, as: 'tests', fast: true })
  closing.defer(() => cluster.close())
  return inDatabase(cluster.url, 'postgres')
}

async function makeTemplate(server: string): Promise<string> {
  const name = `moothall_template_${process.pid}`
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  await client.end()
  closing.defer(async () => {
    const again = new Client({ connectionString: server })
    await again.connect()
    await again.query(`drop database ${name} with (force)`)
    await again.end()
  })
  const database = openDatabase({ url: inDatabase(server, name), max: 2 })
  await migrate(database.db)
  await database.close()
  return name
}

export async function globalSetup(): Promise<void> {
  try {
    const server = process.env['TEST_DATABASE_URL'] || (await ownServer())
    process.env[SERVER] = server
    process.env[TEMPLATE] = await makeTemplate(server)
  } catch (cause) {
    await closing.disposeAsync()
    throw cause
  }
}

export async function globalTeardown(): Promise<void> {
  await closing.disposeAsync()
}
