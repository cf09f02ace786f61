/**
 * LiveKit as a child of the hall.
 * 1. It is ready when it answers; a child that dies is started again at once, then with growing
 *    pauses of at most two seconds, and never given up.
 * 2. A child that outlived its hall (kill -9) is taken over with its calls, when it was told the same
 *    and still answers; else it is ended and a new one started.
 * 3. It ends with the hall: its first SIGTERM only asks it to drain, so it gets two.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import type { Log } from '#kernel/log.ts'
import { mediaConfig, type MediaPorts } from './settings.ts'
import type { MediaAt, MediaWord } from './state.ts'

const READY_MS = 15_000
const KNOCK_MS = 25
const SIGNAL_GAP_MS = 200
const LAST_PAUSE_MS = 2000

const Kept = z.object({
  pid: z.int().positive(),
  key: z.string(),
  secret: z.string(),
  ports: z.object({
    signal: z.int(),
    tcp: z.int(),
    udp: z.tuple([z.int(), z.int()]),
    turn: z.int(),
  }),
  told: z.string(),
})
type Kept = z.output<typeof Kept>

export type ChildOptions = {
  binary: string
  /** The folder of data: what is needed to take a child over is kept there. */
  data: string
  host: string | null
  hook: string
  redisUrl: string | null
  choosePorts(): Promise<MediaPorts>
  log: Log
  become(word: MediaWord): void
}

export type MediaChild = {
  at: MediaAt
  /** Keeps it running until it is closed. */
  run(): Promise<void>
  close(): Promise<void>
}

export const answers = async (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  )

const urlOf = ({ signal }: MediaPorts) => `http://127.0.0.1:${signal}`
const fileOf = (data: string) => join(data, 'media.json')

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Is this process the server of media that we started, and not somebody who got its number? */
async function isOurs(pid: number): Promise<boolean> {
  if (!isThere(pid)) return false
  const env = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
  return env.includes('LIVEKIT_CONFIG=')
}

async function endProcess(pid: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGKILL'] as const) {
    if (!isThere(pid)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < SIGNAL_GAP_MS && isThere(pid); waited += KNOCK_MS)
      await rest(KNOCK_MS)
  }
}

/** Law 2. What is kept of an older child, once it is sure whether it goes on. */
async function takeOver(options: ChildOptions): Promise<Kept | null> {
  const text = await readFile(fileOf(options.data), 'utf8').catch(() => null)
  if (text === null) return null
  const read = Kept.safeParse(JSON.parse(text))
  if (!read.success || !(await isOurs(read.data.pid))) return null
  const kept = read.data
  const same = kept.told === toldOf(configOf(kept, options))
  if (same && (await answers(urlOf(kept.ports)))) return kept
  await endProcess(kept.pid)
  return null
}

const toldOf = (config: string) => createHash('sha256').update(config).digest('hex')

type Keys = Pick<Kept, 'key' | 'secret' | 'ports'>

function configOf({ key, secret, ports }: Keys, { host, hook, redisUrl }: ChildOptions): string {
  return mediaConfig({ ports, host, key, secret, hook, redisUrl })
}

async function begin(keys: Keys, options: ChildOptions): Promise<ChildProcess> {
  const config = configOf(keys, options)
  // Told by the environment: what stands on a command line, everybody on the machine can read.
  const child = spawn(options.binary, [], {
    env: { PATH: process.env['PATH'] ?? '', LIVEKIT_CONFIG: config },
    stdio: 'ignore',
    detached: true,
  })
  await once(child, 'spawn')
  const kept: Kept = { ...keys, pid: child.pid ?? 0, told: toldOf(config) }
  // Whole or not at all: a hall that is killed meanwhile must be able to read it.
  const file = fileOf(options.data)
  await writeFile(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return child
}

/** Resolves when it answers; false when it ended before, or took too long. */
async function isReady(url: string, lives: () => boolean): Promise<boolean> {
  const till = Date.now() + READY_MS
  while (lives() && Date.now() < till) {
    if (await answers(url)) return true
    await rest(KNOCK_MS)
  }
  return false
}

/** Resolves when a process that is not our child has ended. */
async function gone(pid: number, closing: () => boolean): Promise<void> {
  while (!closing() && isThere(pid)) await rest(SIGNAL_GAP_MS)
}

/** Finds the older child or the ports for a new one; `run` keeps it, `become` hears how it goes. */
export async function readyChild(options: ChildOptions): Promise<MediaChild> {
  const older = await takeOver(options)
  const keys: Keys = older ?? {
    key: `hall${randomBytes(6).toString('hex')}`,
    secret: randomBytes(32).toString('hex'),
    ports: await options.choosePorts(),
  }
  const url = urlOf(keys.ports)
  const keeping = { closing: false, pid: older?.pid ?? 0 }

  async function live(): Promise<void> {
    if (older) {
      options.become('ready')
      await gone(older.pid, () => keeping.closing)
    }
    for (let failures = 0; !keeping.closing;) {
      options.become(failures === 0 && !older ? 'starting' : 'away')
      const child = await begin(keys, options)
      keeping.pid = child.pid ?? 0
      const ended = once(child, 'exit')
      const ready = await isReady(url, () => child.exitCode === null && child.signalCode === null)
      if (ready && !keeping.closing) {
        failures = 0
        options.become('ready')
      } else await endProcess(keeping.pid) // One that came up while the hall closed ends with it.
      await ended
      failures += 1
      if (keeping.closing) return
      options.log.info('the media server went away; it is being started again', { failures })
      options.become('away')
      if (failures > 1) await rest(Math.min(LAST_PAUSE_MS, 100 * 2 ** failures))
    }
  }

  let living = Promise.resolve()
  return {
    at: { url, key: keys.key, secret: keys.secret },
    run: () => (living = live()),
    async close() {
      keeping.closing = true
      if (keeping.pid) await endProcess(keeping.pid)
      await living.catch(() => {})
      await rm(fileOf(options.data), { force: true })
    },
  }
}
