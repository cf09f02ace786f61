/**
 * Migrations: plain SQL files in one total order, each run once in a transaction, under a lock so
 * that nodes starting together are safe. A file changed after it ran, or a schema newer than the
 * code, stops the start with a sentence.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'
import { StartError } from './start-error.ts'

const FOLDER = new URL('../migrations/', import.meta.url)
const LOCK = 8_020_001

type Migration = { name: string; text: string; sha256: string }

async function migrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Brings the schema up to the code; answers the names of what was run. */
export async function migrate(db: Reader): Promise<string[]> {
  return db.transaction().execute((tx) => migrateIn(tx))
}

export type Done = { name: string; sha256: string }

/** The same in a transaction of the caller's, with `only` just these, for a restore. */
export async function migrateIn(tx: Transaction, only?: readonly Done[]): Promise<string[]> {
  const known = await migrations()
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
  await sql`create table if not exists migrations
    (name text primary key, sha256 text not null, at timestamptz not null default now())`.execute(
    tx,
  )
  const done = await tx.selectFrom('migrations').select(['name', 'sha256']).execute()
  refuseStrangers(known, [...done, ...(only ?? [])])
  const isWanted = (name: string) => !only || only.some((each) => each.name === name)
  const ahead = known.filter(({ name }) => isWanted(name) && !done.some((row) => row.name === name))
  for (const { name, text, sha256 } of ahead) {
    await sql.raw(text).execute(tx)
    await tx.insertInto('migrations').values({ name, sha256 }).execute()
  }
  return ahead.map(({ name }) => name)
}

function refuseStrangers(known: Migration[], done: readonly Done[]): void {
  for (const row of done) {
    const file = known.find(({ name }) => name === row.name)
    if (!file) {
      throw new StartError(
        `The database has ${row.name}, which this version does not know: start the newer version.`,
      )
    }
    if (file.sha256 !== row.sha256) {
      throw new StartError(
        `The migration ${row.name} was changed after it ran: restore the file as it was.`,
      )
    }
  }
}
