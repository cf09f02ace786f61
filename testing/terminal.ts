/** A steward's terminal: the real command in a process of its own, as people type it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MOOTHALL = fileURLToPath(new URL('../bin/moothall', import.meta.url))
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder for data, gone at the end. */
export async function dataFolder() {
  const path = await mkdtemp(join(memory, 'moothall-start-'))
  await chmod(path, 0o711)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export type Terminal = {
  hall: ChildProcess
  origin: string
  /** All that stands in the terminal so far. */
  said(): string
}

const quiet = {
  ...process.env,
  MEDIA: 'off',
  PORT: '0',
  ORIGIN: '',
  DATABASE_URL: '',
  SMTP_URL: '',
  HOST: '',
}

/** What a steward types, and the address the hall then says. */
export async function startHall(
  env: Record<string, string>,
  args: string[] = [],
): Promise<Terminal> {
  const hall = spawn(MOOTHALL, ['start', ...args], {
    env: { ...quiet, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const said = () => text
  const lines = createInterface({ input: hall.stdout })
  const opened = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      text += `${line}\n`
      const origin = /^The hall is open: (https?:\S+)/.exec(line)?.[1]
      if (origin) resolve(origin)
    })
    lines.on('close', () => resolve(''))
  })
  const origin = await opened
  if (origin) return { hall, origin, said }
  throw new Error('the hall ended before it was open')
}

/** Runs a command to its end. */
export async function moothall(args: string[], env: Record<string, string> = {}) {
  const child = spawn(MOOTHALL, args, { env: { ...quiet, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}

/** Ends a hall as a terminal or a service manager does; answers its exit code. */
export async function stopHall(
  { hall }: Terminal,
  signal: 'SIGINT' | 'SIGTERM',
): Promise<number | null> {
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, signal)
  await gone
  return hall.exitCode
}
