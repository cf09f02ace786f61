/** The database a configuration speaks of: our own in the data folder, or a server elsewhere. */
import { setTimeout as rest } from 'node:timers/promises'
import { Client } from 'pg'
import { type Cluster, openCluster, visitCluster } from '#kernel/cluster.ts'
import type { Config } from '#kernel/config.ts'
import { isErrno } from '#kernel/errno.ts'
import type { Log } from '#kernel/log.ts'
import { StartError } from '#kernel/start-error.ts'

const PATIENCE_MS = 30_000

export type DataOptions = { config: Config; as: string; log?: Log }

/** Opens the database for a hall, alone in its data folder. */
export async function openData({ config, as, log }: DataOptions): Promise<Cluster> {
  if (config.databaseUrl) return elsewhere(config.databaseUrl)
  return openCluster({ data: config.data, as, ...(log ? { log } : {}) })
}

/** Opens the database for a command, beside a running hall or alone. */
export async function visitData({ config, as }: DataOptions): Promise<Cluster> {
  if (config.databaseUrl) return elsewhere(config.databaseUrl)
  return visitCluster({ data: config.data, as })
}

/** A server that is just starting (compose starts all at once) is waited for. */
async function elsewhere(url: string): Promise<Cluster> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const trouble = await tryServer(url)
    if (trouble === null) return { url, adopted: true, close: async () => {} }
    if (!trouble.passing || Date.now() > until) throw new StartError(trouble.say)
    await rest(250)
  }
}

type Trouble = { say: string; passing: boolean }

async function tryServer(url: string): Promise<Trouble | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
    const passing = !isErrno(cause, '28P01', '28000', '3D000', 'ENOTFOUND')
    return {
      say: `The server at DATABASE_URL can't be used (${code}). See that it runs, and that name, password and database are right.`,
      passing,
    }
  } finally {
    await client.end().catch(() => {})
  }
}
