/**
 * The rows of an export, put aside for the length of one transaction: files are larger than memory and in
 * no order, so they are written down as they come and looked up afterwards.
 */
import { sql } from 'kysely'
import type { Transaction } from '#kernel/database.ts'
import { readLine, type RowOf, TABLES, type TableName } from '../../rules/import/loomio-lines.ts'

export type Broken = { line: number; why: 'no-json' | 'no-row' | 'unfit'; table: string | null }
export type Staged = {
  lines: number
  rows: Record<string, number>
  /** Tables that nothing is taken of. */
  others: Record<string, number>
  broken: Broken[]
  brokenCount: number
}

type Row = { table: TableName; id: string; of: string | null; record: object }

const AT_ONCE = 500
const MOST_TOLD = 50

async function writeRows(tx: Transaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into pg_temp.loomio (tab, id, under, record)
    select * from unnest(${rows.map(({ table }) => table)}::text[], ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ of }) => of)}::text[],
      ${rows.map(({ record }) => JSON.stringify(record))}::jsonb[])`.execute(tx)
}

/** Puts all rows aside that are taken; answers what was read. */
export async function stageLines(
  tx: Transaction,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Staged> {
  await sql`create temporary table loomio (nr bigint generated always as identity, tab text not null,
    id text not null, under text, record jsonb not null) on commit drop`.execute(tx)
  const staged: Staged = { lines: 0, rows: {}, others: {}, broken: [], brokenCount: 0 }
  let waiting: Row[] = []
  for await (const line of lines) {
    staged.lines += 1
    if (line.trim() === '') continue
    const read = readLine(line)
    if (read.kind === 'row') {
      staged.rows[read.table] = (staged.rows[read.table] ?? 0) + 1
      waiting.push(read)
    } else if (read.kind === 'other') {
      staged.others[read.table] = (staged.others[read.table] ?? 0) + 1
    } else {
      staged.brokenCount += 1
      if (staged.broken.length < MOST_TOLD)
        staged.broken.push({ line: staged.lines, why: read.why, table: read.table })
    }
    if (waiting.length < AT_ONCE) continue
    await writeRows(tx, waiting)
    waiting = []
  }
  await writeRows(tx, waiting)
  await sql`create index on pg_temp.loomio (tab, under)`.execute(tx)
  await sql`create index on pg_temp.loomio (tab, id)`.execute(tx)
  await sql`analyze pg_temp.loomio`.execute(tx)
  return staged
}

type Stored = { nr: string; record: unknown }

function rowsOf<T extends TableName>(table: T, rows: readonly Stored[]): RowOf<T>[] {
  const { schema } = TABLES[table]
  // oxlint-disable-next-line no-unsafe-type-assertion -- the schema is the one of this table
  return rows.map(({ record }) => schema.parse(record) as RowOf<T>)
}

/** The rows of a table that hang on one of these. */
export async function stagedUnder<T extends TableName>(
  tx: Transaction,
  table: T,
  under: readonly string[],
): Promise<RowOf<T>[]> {
  if (under.length === 0) return []
  const { rows } = await sql<Stored>`select nr, record from pg_temp.loomio
    where tab = ${table} and under = any(${[...under]}) order by nr`.execute(tx)
  return rowsOf(table, rows)
}

/** The row of an id; the last one where it is there twice. */
export async function stagedAt<T extends TableName>(
  tx: Transaction,
  table: T,
  id: string,
): Promise<RowOf<T> | null> {
  const { rows } = await sql<Stored>`select nr, record from pg_temp.loomio
    where tab = ${table} and id = ${id} order by nr desc limit 1`.execute(tx)
  return rowsOf(table, rows)[0] ?? null
}

/** All rows of a table, some at a time, in the order of the file. */
export async function* stagedRows<T extends TableName>(
  tx: Transaction,
  table: T,
): AsyncGenerator<RowOf<T>> {
  let after = '0'
  for (;;) {
    const { rows } = await sql<Stored>`select nr, record from pg_temp.loomio
      where tab = ${table} and nr > ${after} order by nr limit ${AT_ONCE}`.execute(tx)
    yield* rowsOf(table, rows)
    const last = rows.at(-1)
    if (!last) return
    after = last.nr
  }
}
