/**
 * From `npm start` to the first answer, in ms: the first start of a fresh data folder and a later
 * one, on the disk of the system's temporary folder. Beside it the smallest Hono server started the
 * same way: what npm and Node take by themselves. With `--clone`, in a clean clone of the last
 * commit, after an `npm ci` that is measured too (it needs the registry).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#kernel/free-port.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PATIENCE_MS = 120_000

const BARE = `import { serve } from '@hono/node-server'
import { Hono } from 'hono'
serve({ fetch: new Hono().get('/readyz', (c) => c.text('ok')).fetch, port: Number(process.env.PORT) })
`

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Starts it by `npm start`, waits for the first answer, ends it; answers the milliseconds. */
async function startOnce(folder: string, env: Record<string, string>): Promise<number> {
  const port = await freePort()
  const from = performance.now()
  const child: ChildProcess = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const gone = once(child, 'exit')
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - from > PATIENCE_MS)
      throw new Error('It did not start.')
    await rest(5)
  }
  const took = performance.now() - from
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await gone
  return Math.round(took)
}

async function bareIn(folder: string): Promise<string> {
  const bare = join(folder, 'bare')
  await mkdir(bare)
  await symlink(join(ROOT, 'node_modules'), join(bare, 'node_modules'))
  await writeFile(join(bare, 'server.mjs'), BARE)
  await writeFile(
    join(bare, 'package.json'),
    JSON.stringify({ scripts: { start: 'exec node server.mjs' } }),
  )
  return bare
}

function mustRun(command: string, args: string[], cwd: string): number {
  const from = performance.now()
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
  return Math.round(performance.now() - from)
}

async function cloneIn(folder: string): Promise<{ place: string; npmCi: number }> {
  const place = join(folder, 'clone')
  mustRun('git', ['clone', '--quiet', '--local', ROOT, place], folder)
  return { place, npmCi: mustRun('npm', ['ci'], place) }
}

/** Measures. */
export async function run(args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-bench-'))
  await chmod(folder, 0o711)
  try {
    const cloned = args.includes('--clone') ? await cloneIn(folder) : null
    const place = cloned?.place ?? ROOT
    const env = { DATA: join(folder, 'data'), DATABASE_URL: '', ORIGIN: '' }
    const first = await startOnce(place, env)
    const later = await startOnce(place, env)
    const bare = await bareIn(folder)
    const reference = { first: await startOnce(bare, {}), later: await startOnce(bare, {}) }
    return { figures: { first, later, ...(cloned && { npmCi: cloned.npmCi }) }, reference }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
