import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const MOOTHALL = fileURLToPath(new URL('../bin/moothall', import.meta.url))
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

async function dataFolder() {
  const path = await mkdtemp(join(memory, 'moothall-start-'))
  await chmod(path, 0o711)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

type Terminal = { hall: ChildProcess; origin: string }

const quiet = { ...process.env, PORT: '0', ORIGIN: '', DATABASE_URL: '', SMTP_URL: '', HOST: '' }

/** What a steward types, and the address the hall then says. */
async function start(env: Record<string, string>): Promise<Terminal> {
  const hall = spawn(MOOTHALL, ['start'], { env: { ...quiet, ...env }, detached: true })
  for await (const line of createInterface({ input: hall.stdout })) {
    const origin = /^The hall is open: (http:\S+)/.exec(line)?.[1]
    if (origin) return { hall, origin }
  }
  throw new Error('the hall ended before it was open')
}

async function run(args: string[], env: Record<string, string> = {}) {
  const moothall = spawn(MOOTHALL, args, { env: { ...quiet, ...env } })
  let said = ''
  for (const stream of [moothall.stdout, moothall.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const [code] = await once(moothall, 'close')
  return { code: Number(code), said }
}

async function stop({ hall }: Terminal, signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, signal)
  await gone
  return hall.exitCode
}

test('a steward starts a hall, reaches it by both addresses of localhost, and ends it by Ctrl-C', async () => {
  await using data = await dataFolder()
  const terminal = await start({ DATA: data.path })
  const { port } = new URL(terminal.origin)
  for (const host of ['localhost', '127.0.0.1']) {
    assert.equal((await fetch(`http://${host}:${port}/readyz`)).status, 200)
  }
  assert.equal(await stop(terminal, 'SIGINT'), 0)
  assert.ok(!existsSync(join(data.path, 'postgres/data/postmaster.pid')), 'the database ended too')
})

test('a service manager’s SIGTERM ends the hall within ten seconds, whoever still hangs on', async () => {
  await using data = await dataFolder()
  const terminal = await start({ DATA: data.path })
  const idler = connect(Number(new URL(terminal.origin).port), '127.0.0.1')
  idler.on('error', () => {})
  await once(idler, 'connect')
  idler.write('GET /healthz HTTP/1.1\r\nHost: hall\r\nX-Never')
  const from = Date.now()
  assert.equal(await stop(terminal, 'SIGTERM'), 0)
  assert.ok(Date.now() - from < 10_000)
  idler.destroy()
})

test('a second start on the same folder, and one on a taken port, are refused with a sentence', async () => {
  await using data = await dataFolder()
  await using other = await dataFolder()
  const terminal = await start({ DATA: data.path })
  const sameData = await run(['start'], { DATA: data.path })
  assert.equal(sameData.code, 1)
  assert.match(sameData.said, /is already open \(moothall start, process \d+\)/)
  const samePort = await run(['start'], { DATA: other.path, PORT: new URL(terminal.origin).port })
  assert.equal(samePort.code, 1)
  assert.match(
    samePort.said,
    /^Port \d+ is taken on 127\.0\.0\.1\. Stop what listens there, or set PORT\.$/m,
  )
  assert.equal((await fetch(`${terminal.origin}/readyz`)).status, 200)
  assert.equal(await stop(terminal, 'SIGTERM'), 0)
})

test('a wrong setting stops the start with exit code 78 and names it, without its value', async () => {
  const { code, said } = await run(['start'], { PORT: 'eighty', SMTP_URL: 'secret-thing' })
  assert.equal(code, 78)
  assert.match(said, /^PORT must be/m)
  assert.match(said, /^SMTP_URL must be/m)
  assert.ok(!said.includes('secret-thing'))
})

test('a database server that refuses us is named, and its password is not', async () => {
  const { code, said } = await run(['start'], {
    DATABASE_URL: 'postgres://hall:pssst@host.invalid/hall',
  })
  assert.equal(code, 1)
  assert.match(said, /DATABASE_URL can't be used/)
  assert.ok(!said.includes('pssst'))
})

test('help lists the commands, and an unknown one says where to look', async () => {
  const help = await run(['help'])
  assert.equal(help.code, 0)
  for (const name of ['start', 'verify']) assert.match(help.said, new RegExp(`^  ${name}`, 'm'))
  const unknown = await run(['verfiy'])
  assert.equal(unknown.code, 64)
  assert.match(unknown.said, /There is no command "verfiy"\. See: moothall help/)
})
