/** The hall as hosts run it: a process of its own on an empty folder, its own PostgreSQL, fsync on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { visitHall } from '#app/visit.ts'
import { readConfig } from '#kernel/config.ts'
import type { Hall } from '#kernel/hall.ts'

const MAIN = fileURLToPath(new URL('../../app/main.ts', import.meta.url))
const END_MS = 15_000

export type HallProcess = AsyncDisposable & {
  origin: string
  /** Of the Node process. */
  pid: number
  data: string
  /** The hall as a command beside it sees it: to set the stage without counting that as load. */
  backstage: Hall
}

export type HallProcessOptions = {
  /** More for its environment. */
  env?: Record<string, string>
  /** Flags of node, such as --cpu-prof. */
  flags?: readonly string[]
}

/** Starts a hall; disposing ends it, its database and its folder. */
export async function openHallProcess(options: HallProcessOptions = {}): Promise<HallProcess> {
  await using stack = new AsyncDisposableStack()
  const data = await mkdtemp(join(tmpdir(), 'moothall-bench-'))
  await chmod(data, 0o711)
  stack.defer(() => rm(data, { recursive: true, force: true }))
  const { child, origin } = await start(data, options)
  stack.defer(() => end(child))
  const visit = stack.use(
    visitHall({ ...readConfig({ PORT: '0', MEDIA: 'off' }), data, origin }, 'a bench'),
  )
  const backstage = await visit.open()
  const owned = stack.move()
  return {
    origin,
    pid: child.pid ?? 0,
    data,
    backstage,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

/** Starts the process and waits for the line that says where it is open. */
export async function start(
  data: string,
  { env = {}, flags = [] }: HallProcessOptions,
): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [...flags, MAIN], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ORIGIN: '', DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whatever ends us ends it too: it closes its database by itself.
  process.once('exit', () => child.kill('SIGTERM'))
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^The hall is open: (http:\S+)/.exec(line)?.[1]
    if (!origin) continue
    child.stdout.resume()
    return { child, origin: origin.replace('localhost', '127.0.0.1') }
  }
  throw new Error('the hall ended before it was open')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS)
  await gone
  clearTimeout(late)
}
