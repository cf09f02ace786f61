/**
 * Our own PostgreSQL, in the data folder, reached by its socket alone.
 *
 * 1. One hall a data folder: a lock is held from before the first file to after the last, and in
 *    the database a second one (an advisory lock, for life), which also sees a hall that reached
 *    the same files by another machine or container. Who does not get both leaves, and stops nothing.
 * 2. A server that outlived its hall is taken over as it stands; one that dies under us is started again.
 * 3. It ends after us: the last that a clean stop does.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { Client, escapeIdentifier } from 'pg'
import { type Home, layOut, openFolder } from './cluster-home.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { Log } from './log.ts'
import { type Fitting, initCluster, knock, startServer, stopServer, urlOf } from './postmaster.ts'
import { StartError } from './start-error.ts'

const DATABASE = 'moothall'
const HALL_LOCK = 8_020_002

export type Cluster = {
  /** For `openDatabase`. */
  url: string
  /** Was it running already? */
  adopted: boolean
  /** Ends the server and gives the folder back. */
  close(): Promise<void>
}

export type ClusterOptions = {
  /** The folder of data; made if it is missing. */
  data: string
  /** Who we are, told to whoever finds the folder taken. */
  as: string
  log?: Log
  fast?: boolean
}

/** Opens the cluster of a data folder, for ourselves alone. Throws a StartError that says why not. */
export async function openCluster({
  data,
  as,
  log,
  fast = false,
}: ClusterOptions): Promise<Cluster> {
  const folder = await openFolder(data)
  const lock = await lockFolder(folder, as)
  if ('takenBy' in lock) throw new StartError(takenSentence(folder, lock.takenBy))
  try {
    const home = await layOut(folder)
    await initCluster(home, { fast })
    const adopted = await answers(home)
    if (!adopted) await startServer(home, { fast })
    return await keep({ home, lock, log, fast, folder, adopted })
  } catch (cause) {
    await lock.release()
    throw cause
  }
}

function takenSentence(folder: string, by: string): string {
  return `The data folder ${folder} is already open (${by}). Stop that first, or set DATA to another folder.`
}

async function answers(home: Home): Promise<boolean> {
  const found = await knock(home, 'postgres')
  if (!(found instanceof Client)) return false
  await found.end()
  return true
}

async function makeDatabase(home: Home): Promise<void> {
  const admin = await knock(home, 'postgres')
  if (!(admin instanceof Client))
    throw new StartError('PostgreSQL went away while the hall was starting.')
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ])
    if (!rowCount) await admin.query(`create database ${escapeIdentifier(DATABASE)}`)
  } finally {
    await admin.end()
  }
}

async function takeHallLock(home: Home): Promise<Client | null> {
  const client = await knock(home, DATABASE)
  if (!(client instanceof Client))
    throw new StartError('PostgreSQL went away while the hall was starting.')
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
    HALL_LOCK,
  ])
  if (rows[0]?.got) return client
  await client.end()
  return null
}

type Kept = {
  home: Home
  lock: FolderLock
  log: Log | undefined
  folder: string
  adopted: boolean
} & Fitting

/** Holds the lock in the database, and brings the server back when it dies under us. */
async function keep({ home, lock, log, fast, folder, adopted }: Kept): Promise<Cluster> {
  await makeDatabase(home)
  const first = await takeHallLock(home)
  if (!first) {
    throw new StartError(takenSentence(folder, 'a hall in another container or on another machine'))
  }
  const keeping: Keeping = { held: first, closing: false, mending: Promise.resolve() }

  function watch(client: Client): void {
    client.once('end', () => {
      if (!keeping.closing) keeping.mending = mend()
    })
  }

  async function mend(): Promise<void> {
    log?.error('the database went away', 'it is being started again')
    keeping.held = null
    while (!keeping.closing && keeping.held === null) {
      keeping.held = await comeBack(home, fast).catch((cause) => {
        log?.error('the database does not come back yet', cause)
        return null
      })
      if (keeping.held === null) await rest(250)
    }
    if (keeping.held) watch(keeping.held)
  }

  watch(first)
  return {
    url: urlOf(home, DATABASE),
    adopted,
    async close() {
      keeping.closing = true
      await keeping.mending
      await keeping.held?.end()
      await stopServer(home)
      await lock.release()
    },
  }
}

type Keeping = { held: Client | null; closing: boolean; mending: Promise<void> }

async function comeBack(home: Home, fast: boolean): Promise<Client | null> {
  if (!(await answers(home))) await startServer(home, { fast })
  return takeHallLock(home)
}

/**
 * For commands: the cluster of a running hall through its socket, left as it is; else our own,
 * stopped at the end.
 */
export async function visitCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = await openFolder(options.data)
  const lock = await lockFolder(folder, options.as)
  if (!('takenBy' in lock)) {
    await lock.release()
    return openCluster(options)
  }
  const home = await layOut(folder)
  const client = await knock(home, DATABASE)
  if (!(client instanceof Client)) throw new StartError(takenSentence(folder, lock.takenBy))
  await client.end()
  return { url: urlOf(home, DATABASE), adopted: true, close: async () => {} }
}
