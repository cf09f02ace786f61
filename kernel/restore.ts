/**
 * Restore: an archive into an empty hall, in one transaction: all of it or nothing. The schema is
 * made by the same migrations that the backup had; what this version has beyond them runs after.
 */
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { sql } from 'kysely'
import { type Counts, Opening, type Part, readArchive, type Table } from './archive.ts'
import { columnsOf, tablesOf } from './backup.ts'
import type { Reader, Transaction } from './database.ts'
import { migrate, migrateIn } from './migrate.ts'
import { StartError } from './start-error.ts'

const BATCH_ROWS = 500
const BATCH_CHARACTERS = 2_000_000

export type RestoreOptions = { from: string; files: string }

/** Fills an empty hall from an archive; answers what was restored. */
export async function restore(
  db: Reader,
  { from, files }: RestoreOptions,
): Promise<Counts & { at: string }> {
  const arriving = `${files}.arriving`
  await rm(arriving, { recursive: true, force: true })
  try {
    const restored = await db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0; set local timezone = 'UTC'`.execute(tx)
      await refuseFull(tx)
      return load(tx, readArchive(from), arriving)
    })
    if (restored.files > 0) await rename(arriving, files)
    await migrate(db)
    return restored
  } finally {
    await rm(arriving, { recursive: true, force: true })
  }
}

/** A hall is empty when nothing ever happened in it; then its schema may go. */
async function refuseFull(tx: Transaction): Promise<void> {
  const others = await sql`select 1 from pg_stat_activity where application_name = 'moothall'
    and datname = current_database() and pid <> pg_backend_pid()`.execute(tx)
  if (others.rows.length > 0)
    throw new StartError('A hall is open on this database. Stop it first, then restore.')
  const tables = await tablesOf(tx)
  if (tables.includes('record')) {
    const entry = await tx.selectFrom('record').select('id').limit(1).executeTakeFirst()
    if (entry)
      throw new StartError(
        'This hall is not empty. Restore into a new one: set DATA to a new folder, or DATABASE_URL to an empty database.',
      )
  } else if (tables.length > 0) {
    throw new StartError(
      'This database holds something that is not a hall. Set DATABASE_URL to an empty one.',
    )
  }
  await sql`drop schema if exists pgboss cascade; drop schema public cascade; create schema public`.execute(
    tx,
  )
}

async function load(
  tx: Transaction,
  parts: AsyncGenerator<Part>,
  folder: string,
): Promise<Counts & { at: string }> {
  const first = await parts.next()
  const opening = Opening.safeParse(first.value)
  if (!opening.success)
    throw new StartError('This is not a backup of a hall, or one of a newer format.')
  await migrateIn(tx, opening.data.migrations)
  const held = await looseConstraints(tx)
  const loading = { tx, folder, counts: { rows: 0, files: 0 } }
  await loadParts(loading, parts)
  await held()
  return { at: opening.data.at, ...loading.counts }
}

type Loading = { tx: Transaction; folder: string; counts: Counts }

async function loadParts(
  { tx, folder, counts }: Loading,
  parts: AsyncGenerator<Part>,
): Promise<void> {
  let into: Sink | null = null
  for await (const part of parts) {
    if ('line' in part) {
      await into?.take(part.line)
      continue
    }
    await into?.finish()
    into = null
    if ('table' in part) into = await intoTable(tx, part, counts)
    else if ('file' in part) into = await intoFile(folder, part.file, counts)
    else if ('end' in part && (part.end.rows !== counts.rows || part.end.files !== counts.files)) {
      throw new StartError('This is not a whole backup of a hall: rows are missing.')
    }
  }
}

type Sink = { take(line: string): Promise<void>; finish(): Promise<void> }

async function intoTable(
  tx: Transaction,
  { table, columns }: Table,
  counts: Counts,
): Promise<Sink> {
  const known = new Map((await columnsOf(tx, table)).map(({ name, type }) => [name, type]))
  if (columns.some(({ name, type }) => known.get(name) !== type)) {
    throw new StartError(`The backup's table ${table} is not as this version makes it.`)
  }
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(
    columns.map(({ type }, at) => sql`(line ->> ${sql.lit(at)})::${sql.raw(type)}`),
  )
  let batch: string[] = []
  let size = 0
  async function flush(): Promise<void> {
    if (batch.length === 0) return
    await sql`insert into ${sql.table(table)} (${names})
      select ${values} from jsonb_array_elements(${`[${batch.join(',')}]`}::jsonb) as line`.execute(
      tx,
    )
    counts.rows += batch.length
    batch = []
    size = 0
  }
  return {
    async take(line) {
      batch.push(line)
      size += line.length
      if (batch.length >= BATCH_ROWS || size >= BATCH_CHARACTERS) await flush()
    },
    finish: flush,
  }
}

async function intoFile(folder: string, name: string, counts: Counts): Promise<Sink> {
  const path = resolve(folder, name)
  if (!path.startsWith(resolve(folder) + sep))
    throw new StartError('The backup names a file outside of its folder.')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, '', { flag: 'wx', mode: 0o600 })
  counts.files += 1
  return {
    async take(line) {
      const [piece]: string[] = JSON.parse(line)
      await appendFile(path, Buffer.from(piece ?? '', 'base64'))
    },
    finish: async () => {},
  }
}

type Constraint = { on: string; name: string; rule: string }

/** Takes references, triggers and what migrations wrote away while rows come in any order; what it answers puts them back. */
async function looseConstraints(tx: Transaction): Promise<() => Promise<void>> {
  const { rows } = await sql<Constraint>`
    select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as rule
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(tx)
  const tables = await tablesOf(tx)
  const run = (text: string) => sql.raw(text).execute(tx)
  for (const { on, name } of rows) await run(`alter table ${on} drop constraint ${name}`)
  for (const table of tables) {
    await run(`alter table public."${table}" disable trigger user`)
    await run(`truncate public."${table}"`)
  }
  return async () => {
    for (const table of tables) await run(`alter table public."${table}" enable trigger user`)
    for (const { on, name, rule } of rows)
      await run(`alter table ${on} add constraint ${name} ${rule}`)
  }
}
