/**
 * The PostgreSQL server process: making its files, starting it apart from us (so that Ctrl-C
 * reaches only us and we stop it last), finding it again, ending it.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { Home } from './cluster-home.ts'
import { isErrno } from './errno.ts'
import { StartError } from './start-error.ts'

const run = promisify(execFile)
const MAJOR = '18'
const LOG_BYTES = 10_000_000
const START_MS = 60_000
const STOP_MS = 8000

export type Fitting = {
  /** For tests: gives up safety against a power cut. */
  fast: boolean
}

/** The address of a database in the cluster of a home. */
export function urlOf(home: Home, database: string): string {
  return `postgres://moothall@localhost/${database}?host=${encodeURIComponent(home.run)}`
}

const asUser = (home: Home) => ({
  cwd: home.folder,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...home.user,
})

/** Makes the files of a new cluster, all of them or none. */
export async function initCluster(home: Home, { fast }: Fitting): Promise<void> {
  if (existsSync(home.data)) return refuseOtherMajor(home)
  const half = `${home.data}.${process.pid}.new`
  await rm(half, { recursive: true, force: true })
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const wish = [
    '-D',
    half,
    '-U',
    'moothall',
    '-A',
    'trust',
    '-E',
    'UTF8',
    ...locale,
    '--no-instructions',
  ]
  try {
    await run(join(home.bin, 'initdb'), fast ? [...wish, '--no-sync'] : wish, asUser(home))
  } catch (cause) {
    throw new StartError(
      `PostgreSQL could not make its files in ${home.folder}: ${lastLines(textOf(cause))}`,
    )
  }
  await rename(half, home.data)
}

async function refuseOtherMajor(home: Home): Promise<void> {
  const found = (await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === MAJOR) return
  throw new StartError(
    `${home.data} was written by PostgreSQL ${found || '(unknown)'}, not ${MAJOR}. Restore a backup into an empty data folder.`,
  )
}

function textOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return 'stderr' in cause && cause.stderr ? String(cause.stderr) : cause.message
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' / ')
}

function settings(home: Home, { fast }: Fitting): string[] {
  const set = {
    unix_socket_directories: `"${home.run.replaceAll('"', '""')}"`,
    listen_addresses: '',
    max_connections: fast ? 400 : 100,
    log_checkpoints: 'off',
    timezone: 'UTC',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** A connection, or why there is none: nobody listens (`absent`), or it starts or ends (`busy`). */
export async function knock(home: Home, database: string): Promise<Client | 'absent' | 'busy'> {
  const client = new Client({
    connectionString: urlOf(home, database),
    application_name: 'moothall-keeper',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (cause) {
    await client.end().catch(() => {})
    if (isErrno(cause, '57P03', '57P01', '53300')) return 'busy'
    if (isErrno(cause, 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE')) return 'absent'
    if (cause instanceof Error && /Connection terminated/.test(cause.message)) return 'busy'
    throw cause
  }
}

/**
 * Starts the server and waits until it answers. While an old one winds down (after kill -9 its
 * process may linger as a zombie for seconds) it tries again, for a minute at the most.
 */
export async function startServer(home: Home, fitting: Fitting): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    await forgetDeadServer(home)
    const outcome = await startOnce(home, fitting, until)
    if (outcome === 'answers') return
    if (!/lock file .* already exists|still in use/.test(outcome)) {
      throw new StartError(`PostgreSQL did not start; ${home.log} says: ${lastLines(outcome)}`)
    }
    await rest(100)
  }
  throw new StartError(`PostgreSQL did not start within a minute; see ${home.log}.`)
}

async function startOnce(home: Home, fitting: Fitting, until: number): Promise<string> {
  const log = await openLog(home)
  const from = (await log.stat()).size
  const args = ['-D', home.data, ...settings(home, fitting)]
  const child = spawn(join(home.bin, 'postgres'), args, {
    ...asUser(home),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const fate = { ended: '' }
  child.once('error', (cause) => (fate.ended = String(cause)))
  child.once('exit', (code) => (fate.ended = `ended with ${code}`))
  child.unref()
  try {
    while (fate.ended === '' && Date.now() < until) {
      const found = await knock(home, 'postgres')
      if (found instanceof Client) {
        await found.end()
        return 'answers'
      }
      await rest(15)
    }
    return `${(await readFile(home.log, 'utf8')).slice(from)}\n${fate.ended || 'no answer'}`
  } finally {
    await log.close()
  }
}

async function openLog(home: Home) {
  const size = await stat(home.log).then(
    ({ size: bytes }) => bytes,
    () => 0,
  )
  if (size > LOG_BYTES) await rename(home.log, `${home.log}.old`)
  return open(home.log, 'a', 0o600)
}

/** The process id in postmaster.pid, null when there is none. */
export async function serverPid(home: Home): Promise<number | null> {
  const text = await readFile(join(home.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null
}

async function isZombie(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return /^\d+ \(.*\) [ZX]/s.test(text)
}

/** Does any process still work in the cluster's files? PostgreSQL's processes all stand in them. */
async function isWorkedIn(data: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)),
  )
  return folders.includes(data)
}

/**
 * Where nobody reaps dead processes (a container without an init), a killed server stays a zombie
 * for ever, and PostgreSQL takes its pid file for a living one's. Dead is dead: the file goes, once
 * no process works in the cluster's files any more.
 */
async function forgetDeadServer(home: Home): Promise<void> {
  const pid = await serverPid(home)
  if (pid === null || !(await isZombie(pid)) || (await isWorkedIn(home.data))) return
  await rm(join(home.data, 'postmaster.pid'), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return isErrno(cause, 'EPERM')
  }
}

/** Ends the server: open transactions are undone, everything committed is on the disk. */
export async function stopServer(home: Home): Promise<void> {
  const pid = await serverPid(home)
  if (pid === null || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + STOP_MS
  while (isAlive(pid) && !(await isZombie(pid))) {
    if (Date.now() > until) process.kill(pid, 'SIGQUIT')
    await rest(10)
  }
}
