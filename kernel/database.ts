/**
 * PostgreSQL through Kysely. One dialect everywhere: instants come back as ISO strings, bigint as
 * numbers while they are safe. A store function takes `Reader` to read and `Transaction` to write,
 * so that nothing is written outside a transaction by mistake.
 */
import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely'
import { Pool, types } from 'pg'
import { preparing } from './prepared.ts'
import type { KernelTables } from './tables.ts'

export type Reader = Kysely<KernelTables>
export type Transaction = KyselyTransaction<KernelTables>

const TIMESTAMPTZ = 1184
const INT8 = 20
const DATE = 1082

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}

const parsers: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [INT8]: safeInteger,
  [DATE]: (text) => text,
}

export type Database = {
  db: Reader
  pool: Pool
  close(): Promise<void>
}

export type PoolSettings = {
  url: string
  max?: number
  /** For work in the background: no question of it takes more than one process of the server. */
  calm?: boolean
  log?: (cause: unknown) => void
}

/** Opens a pool of connections; `max` of them at the most. A lost connection is logged, never fatal. */
export function openDatabase({ url, max = 10, calm = false, log }: PoolSettings): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 15_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'moothall',
    ...(calm ? { options: '-c max_parallel_workers_per_gather=0' } : {}),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? types.getTypeParser(oid, format),
    },
  })
  // A connection that breaks in the middle of a transaction, between two queries, has nobody else
  // who listens; the next query fails, and that is how the caller hears of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  let closing = false
  pool.on('error', (cause) => {
    if (!closing) log?.(cause)
  })
  const db = new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return {
    db,
    pool,
    async close() {
      closing = true
      await db.destroy()
    },
  }
}
