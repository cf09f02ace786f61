/**
 * Backup: every table in one snapshot and every file, beside a living hall. Jobs that wait are not
 * in it (they belong to the hall that sends them), nor the migrations' own effects: a restore runs
 * the same migrations and then loads the rows.
 */
import { createReadStream, existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { type ArchiveWriter, type Column, type Counts, FORMAT, writeArchive } from './archive.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { isErrno } from './errno.ts'
import { StartError } from './start-error.ts'

const ROWS = 500
/** A multiple of three bytes, so that the pieces of base64 join without padding. */
const PIECE = 48 * 1024

/** The setting that says when the last backup was made; for the stewards' page. */
export const BACKUP_LAST = 'backup.last'
export type LastBackup = { at: Instant; bytes: number; rows: number; files: number }

export type BackupOptions = {
  /** Where to; refused when it is there already. */
  to: string
  /** The folder of files that belong to the hall; it need not be there. */
  files: string
  now: Instant
}

/** Makes a backup and notes that it was made. */
export async function backUp(db: Reader, { to, files, now }: BackupOptions): Promise<LastBackup> {
  if (existsSync(to))
    throw new StartError(`${to} is there already. Choose another name, or remove it first.`)
  const half = `${to}.part`
  try {
    await rm(half, { force: true })
    const counts = await writeAll(db, writeArchive(half), files, now)
    const { size } = await stat(half)
    await rename(half, to)
    const last = { at: now, bytes: size, ...counts }
    await noteLast(db, last)
    return last
  } catch (cause) {
    await rm(half, { force: true }).catch(() => {})
    if (isErrno(cause, 'ENOENT', 'EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EDQUOT')) {
      throw new StartError(
        `${to} can't be written (${cause instanceof Error ? cause.message.split(':')[0] : ''}). Nothing was kept.`,
      )
    }
    throw cause
  }
}

async function noteLast(db: Reader, last: LastBackup): Promise<void> {
  const value = JSON.stringify(last)
  await db
    .insertInto('settings')
    .values({ name: BACKUP_LAST, value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
    .execute()
}

async function writeAll(
  db: Reader,
  archive: ArchiveWriter,
  files: string,
  at: Instant,
): Promise<Counts> {
  const rows = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local statement_timeout = 0`.execute(
        tx,
      )
      const migrations = await tx
        .selectFrom('migrations')
        .select(['name', 'sha256'])
        .orderBy('name')
        .execute()
      await archive.heading({ moothall: FORMAT, at, migrations })
      let count = 0
      for (const table of await tablesOf(tx)) count += await writeTable(tx, archive, table)
      return count
    })
  const written = await writeFiles(archive, files)
  const counts = { rows, files: written }
  await archive.end(counts)
  return counts
}

/** The tables that a backup holds: all of the hall's own but the list of migrations. */
export async function tablesOf(tx: Reader | Transaction): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
    order by relname collate "C"`.execute(tx)
  return found.rows.map(({ name }) => name)
}

/** The columns of a table with their types, without those that are computed. */
export async function columnsOf(tx: Reader | Transaction, table: string): Promise<Column[]> {
  const found = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`public."${table}"`}::regclass and attnum > 0
      and not attisdropped and attgenerated = ''
    order by attnum`.execute(tx)
  return found.rows
}

async function writeTable(tx: Transaction, archive: ArchiveWriter, table: string): Promise<number> {
  const columns = await columnsOf(tx, table)
  await archive.heading({ table, columns })
  const values = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  await sql`declare rows_of no scroll cursor for
    select to_json(array[${values}])::text as line from ${sql.table(table)}`.execute(tx)
  let count = 0
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS)} from rows_of`.execute(tx)
    if (rows.length === 0) break
    await archive.lines(rows.map(({ line }) => line))
    count += rows.length
  }
  await sql`close rows_of`.execute(tx)
  return count
}

async function writeFiles(archive: ArchiveWriter, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  for (const path of paths.toSorted()) {
    await archive.heading({ file: relative(folder, path) })
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      await archive.lines([JSON.stringify([Buffer.from(piece).toString('base64')])])
    }
  }
  return paths.length
}
