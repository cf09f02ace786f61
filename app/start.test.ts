import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { dataFolder, moothall, startHall, stopHall } from '#testing/terminal.ts'

test('a steward starts a hall, reaches it by both addresses of localhost, and ends it by Ctrl-C', async () => {
  await using data = await dataFolder()
  const terminal = await startHall({ DATA: data.path })
  const { port } = new URL(terminal.origin)
  for (const host of ['localhost', '127.0.0.1']) {
    assert.equal((await fetch(`http://${host}:${port}/readyz`)).status, 200)
  }
  assert.equal(await stopHall(terminal, 'SIGINT'), 0)
  assert.ok(!existsSync(join(data.path, 'postgres/data/postmaster.pid')), 'the database ended too')
})

test('a service manager’s SIGTERM ends the hall within ten seconds, whoever still hangs on', async () => {
  await using data = await dataFolder()
  const terminal = await startHall({ DATA: data.path })
  const idler = connect(Number(new URL(terminal.origin).port), '127.0.0.1')
  idler.on('error', () => {})
  await once(idler, 'connect')
  idler.write('GET /healthz HTTP/1.1\r\nHost: hall\r\nX-Never')
  const from = Date.now()
  assert.equal(await stopHall(terminal, 'SIGTERM'), 0)
  assert.ok(Date.now() - from < 10_000)
  idler.destroy()
})

test('when its database dies, the hall says so to whoever asks and is back by itself', async () => {
  await using data = await dataFolder()
  const terminal = await startHall({ DATA: data.path })
  const pidFile = join(data.path, 'postgres/data/postmaster.pid')
  const [pid = ''] = (await readFile(pidFile, 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGQUIT')
  const seen = new Set<number>()
  for (const last = Date.now() + 20_000; Date.now() < last; await rest(20)) {
    const { status } = await fetch(`${terminal.origin}/readyz`)
    seen.add(status)
    const now = await readFile(pidFile, 'utf8').catch(() => '')
    if (status === 200 && now && !now.startsWith(`${pid}\n`)) break
  }
  assert.deepEqual(
    [...seen].filter((status) => status !== 200 && status !== 503),
    [],
  )
  assert.equal((await fetch(`${terminal.origin}/readyz`)).status, 200)
  assert.equal(await stopHall(terminal, 'SIGTERM'), 0)
})

test('a second start on the same folder, and one on a taken port, are refused with a sentence', async () => {
  await using data = await dataFolder()
  await using other = await dataFolder()
  const terminal = await startHall({ DATA: data.path })
  const sameData = await moothall(['start'], { DATA: data.path })
  assert.equal(sameData.code, 1)
  assert.match(sameData.said, /is already open \(moothall start, process \d+\)/)
  const samePort = await moothall(['start'], {
    DATA: other.path,
    PORT: new URL(terminal.origin).port,
  })
  assert.equal(samePort.code, 1)
  assert.match(
    samePort.said,
    /^Port \d+ is taken on 127\.0\.0\.1\. Stop what listens there, or set PORT\.$/m,
  )
  assert.equal((await fetch(`${terminal.origin}/readyz`)).status, 200)
  assert.equal(await stopHall(terminal, 'SIGTERM'), 0)
})

test('a wrong setting stops the start with exit code 78 and names it, without its value', async () => {
  const { code, said } = await moothall(['start'], { PORT: 'eighty', SMTP_URL: 'secret-thing' })
  assert.equal(code, 78)
  assert.match(said, /^PORT must be/m)
  assert.match(said, /^SMTP_URL must be/m)
  assert.ok(!said.includes('secret-thing'))
})

test('a database server that refuses us is named, and its password is not', async () => {
  const { code, said } = await moothall(['start'], {
    DATABASE_URL: 'postgres://hall:pssst@host.invalid/hall',
  })
  assert.equal(code, 1)
  assert.match(said, /DATABASE_URL can't be used/)
  assert.ok(!said.includes('pssst'))
})

test('help lists the commands, and an unknown one says where to look', async () => {
  const help = await moothall(['help'])
  assert.equal(help.code, 0)
  for (const name of ['start', 'verify', 'backup', 'restore'])
    assert.match(help.said, new RegExp(`^  ${name}`, 'm'))
  const unknown = await moothall(['verfiy'])
  assert.equal(unknown.code, 64)
  assert.match(unknown.said, /There is no command "verfiy"\. See: moothall help/)
})

test('who wants to look around starts a demo, and comes in by a link from the terminal', async () => {
  await using data = await dataFolder()
  const terminal = await startHall({ DATA: data.path }, ['--demo'])
  const home = await fetch(`${terminal.origin}/api/home`)
  const { on }: { on: { title: string }[] } = JSON.parse(await home.text())
  assert.deepEqual(
    on.map(({ title }) => title),
    ['Who keeps the keys?'],
  )
  assert.equal(await stopHall(terminal, 'SIGINT'), 0)
  assert.match(terminal.said(), /Come in as[^]*Maren Solheim\n\s+http:\S+\/link#/)
})
