/**
 * Handing over: what was somebody's becomes somebody else's, remembered so that it can go back.
 *
 * 1. A row is *moved*: it names the other from then on. It goes back as it stands by then, if it is
 *    still the other's.
 * 2. A row that would say the same thing twice is put *aside* whole, and comes back as it was.
 * 3. A row is *added* for the other, and goes again.
 * 4. An id within a document is *reworded*; it goes back if nobody changed the document since.
 * 5. What is handed back is taken in the opposite order of the handing over.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'

/** Under which id it is remembered, whose it was, whose it becomes. */
export type Handing = { id: string; from: string; to: string }

/** Rows of a table that are somebody's by a column; `key`: the other columns that tell them apart. */
export type Owned = {
  table: string
  column: string
  key: readonly string[]
  /** Of rows alike in these columns, one person has one only; the other is put aside. */
  once?: readonly string[]
  /** `once` holds among rows in which this column is empty. */
  open?: string
  /** Only these rows. `t` is the table. */
  where?: RawBuilder<unknown>
}

type How = 'moved' | 'aside' | 'added' | 'reworded'
const ALL = sql`true`

const alike = (names: readonly string[]) =>
  names.length === 0
    ? ALL
    : sql.join(
        names.map(
          (name) => sql`${sql.ref(`t.${name}`)} is not distinct from ${sql.ref(`o.${name}`)}`,
        ),
        sql` and `,
      )

const keyOf = (names: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))})`

async function remember(
  tx: Transaction,
  { id }: Handing,
  what: { table: string; column: string; how: How },
  changed: RawBuilder<unknown>,
): Promise<void> {
  const { table, column, how } = what
  await sql`with changed as (${changed})
    insert into handed_over (handing, "table", "column", how, row)
    select ${id}::text, ${table}::text, ${column}::text, ${how}::text, row from changed`.execute(tx)
}

/** Hands rows over, each of them moved, or put aside where the other has the like of it. */
export async function handOver(
  tx: Transaction,
  handing: Handing,
  rows: readonly Owned[],
): Promise<void> {
  for (const owned of rows) {
    const { table, column, key, once, open, where = ALL } = owned
    const [t, mine] = [sql.table(table), sql.ref(`t.${column}`)]
    if (once) {
      const standing = open
        ? sql`${sql.ref(`t.${open}`)} is null and ${sql.ref(`o.${open}`)} is null`
        : ALL
      const clashes = sql`exists (select 1 from ${t} o where ${sql.ref(`o.${column}`)} = ${handing.to}
        and ${standing} and ${alike(once)})`
      await putAside(tx, handing, { table, column, where: sql`${where} and ${clashes}` })
    }
    const moved = sql`update ${t} t set ${sql.ref(column)} = ${handing.to}
      where ${mine} = ${handing.from} and ${where} returning ${keyOf(key)} as row`
    await remember(tx, handing, { table, column, how: 'moved' }, moved)
  }
}

/** Puts rows aside. */
export async function putAside(
  tx: Transaction,
  handing: Handing,
  { table, column, where = ALL }: Pick<Owned, 'table' | 'column' | 'where'>,
): Promise<void> {
  const mine = sql.ref(`t.${column}`)
  const taken = sql`delete from ${sql.table(table)} t where ${mine} = ${handing.from} and ${where}
    returning to_jsonb(t) as row`
  await remember(tx, handing, { table, column, how: 'aside' }, taken)
}

/** Remembers rows that were made for the other, by their keys. */
export async function rememberAdded(
  tx: Transaction,
  handing: Handing,
  { table, column }: Pick<Owned, 'table' | 'column'>,
  keys: readonly Record<string, unknown>[],
): Promise<void> {
  if (keys.length === 0) return
  const added = sql`select * from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as t(row)`
  await remember(tx, handing, { table, column, how: 'added' }, added)
}

/** Gives the other a row like each of these, where there is none; the rows themselves stay. */
export async function shareRows(
  tx: Transaction,
  handing: Handing,
  { table, column, key }: Owned,
): Promise<void> {
  const t = sql.table(table)
  const names = sql.join(key.map((name) => sql.ref(name)))
  const shared = sql`insert into ${t} as t (${names}, ${sql.ref(column)})
    select ${names}, ${handing.to} from ${t} o where ${sql.ref(`o.${column}`)} = ${handing.from}
    on conflict do nothing returning ${keyOf(key)} as row`
  await remember(tx, handing, { table, column, how: 'added' }, shared)
}

/** Puts the other's id in the place of the one in documents (jsonb). */
export async function reword(
  tx: Transaction,
  handing: Handing,
  { table, column, key, where = ALL }: Owned,
): Promise<void> {
  const [document, { from, to }] = [sql.ref(`t.${column}`), handing]
  const t = sql.table(table)
  const said = sql`select t.ctid as place, ${document} as before from ${t} t
    where strpos(${document}::text, ${from}) > 0 and ${where} for update`
  const done = sql`update ${t} t set ${sql.ref(column)} = replace(${document}::text, ${from}, ${to})::jsonb
    from (${said}) said where t.ctid = said.place
    returning ${keyOf(key)} || jsonb_build_object(${sql.lit(column)}, said.before) as row`
  await remember(tx, handing, { table, column, how: 'reworded' }, done)
}

/** Changes rows that were put aside, for when they come back: those that have all of `like`. */
export async function mendAside(
  tx: Transaction,
  { id }: Pick<Handing, 'id'>,
  table: string,
  { like, to }: { like: Record<string, unknown>; to: Record<string, unknown> },
): Promise<void> {
  await sql`update handed_over set row = row || ${JSON.stringify(to)}::jsonb
    where handing = ${id} and "table" = ${table} and how = 'aside'
      and row @> ${JSON.stringify(like)}::jsonb`.execute(tx)
}

type Remembered = { seq: string; table: string; column: string; how: How; row: object }

/** Hands all of it back, and forgets it. */
export async function handBack(tx: Transaction, handing: Handing): Promise<void> {
  const { rows } = await sql<Remembered>`select seq, "table", "column", how, row from handed_over
    where handing = ${handing.id} order by seq desc`.execute(tx)
  for (const run of runsOf(rows)) await giveBack(tx, handing, run)
  await forgetHanding(tx, [handing.id])
}

/** Forgets what was handed over: it cannot go back any more. */
export async function forgetHanding(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`delete from handed_over where handing = any(${[...ids]})`.execute(tx)
}

/** What follows upon each other and is of one kind, together. */
function runsOf(rows: readonly Remembered[]): Remembered[][] {
  const runs: Remembered[][] = []
  for (const row of rows) {
    const [last] = runs.at(-1) ?? []
    const same = last && last.table === row.table && last.column === row.column
    if (same && last.how === row.how) runs.at(-1)?.push(row)
    else runs.push([row])
  }
  return runs
}

async function giveBack(tx: Transaction, { from, to }: Handing, run: Remembered[]): Promise<void> {
  const [first] = run
  if (!first) return
  const { table, column, how } = first
  const [t, mine] = [sql.table(table), sql.ref(`t.${column}`)]
  const rows = sql`jsonb_populate_recordset(null::${t}, ${JSON.stringify(run.map(({ row }) => row))}::jsonb) o`
  const key = Object.keys(first.row).filter((name) => name !== column)
  if (how === 'aside') {
    const names = sql.join((await writable(tx, table)).map((name) => sql.ref(name)))
    await sql`insert into ${t} (${names}) select ${names} from ${rows} on conflict do nothing`.execute(
      tx,
    )
  }
  if (how === 'added')
    await sql`delete from ${t} t using ${rows} where ${mine} = ${to} and ${alike(key)}`.execute(tx)
  if (how === 'moved')
    await sql`update ${t} t set ${sql.ref(column)} = ${from} from ${rows}
      where ${mine} = ${to} and ${alike(key)}`.execute(tx)
  if (how === 'reworded')
    await sql`update ${t} t set ${sql.ref(column)} = ${sql.ref(`o.${column}`)} from ${rows}
      where ${alike(key)} and ${mine} = replace(${sql.ref(`o.${column}`)}::text, ${from}, ${to})::jsonb`.execute(
      tx,
    )
}

/** The columns that one may write. */
async function writable(tx: Transaction, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select column_name as name
    from information_schema.columns
    where table_schema = current_schema() and table_name = ${table}
      and is_generated = 'NEVER' and is_identity = 'NO'
    order by ordinal_position`.execute(tx)
  return rows.map(({ name }) => name)
}

/** How many rows are somebody's. */
export async function countOwned(
  db: Reader,
  { table, column, where = ALL }: Pick<Owned, 'table' | 'column' | 'where'>,
  whose: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = ${whose} and ${where}`.execute(db)
  return rows[0]?.count ?? 0
}
