import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { openCluster, visitCluster } from './cluster.ts'
import { isErrno } from './errno.ts'
import { StartError } from './start-error.ts'

const isRoot = process.getuid?.() === 0
const HOLDER = fileURLToPath(new URL('../testing/hold-cluster.ts', import.meta.url))
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder for data that is gone at the end, with every server in it. */
async function dataFolder(...below: string[]) {
  const top = await mkdtemp(join(memory, 'moothall-cluster-'))
  await chmod(top, 0o755)
  return {
    top,
    path: join(top, ...below, 'data'),
    async [Symbol.asyncDispose]() {
      for (const pid of await serversIn(top)) killNow(pid)
      await until(async () => (await serversIn(top)).length === 0)
      await rm(top, { recursive: true, force: true })
    },
  }
}

/** The processes that work below a folder: PostgreSQL's all stand in its files. */
async function serversIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const standing = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')),
  )
  return pids.filter((_, index) => standing[index]?.startsWith(`${folder}/`))
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (cause) {
    if (!isErrno(cause, 'ESRCH')) throw cause
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const last = Date.now() + 30_000; !(await holds()); await rest(10)) {
    assert.ok(Date.now() < last, 'this should have come true within 30 s')
  }
}

/** Another hall, as a process of its own; `said` is its first line. */
async function anotherHall(data: string): Promise<{ hall: ChildProcess; said: string }> {
  const hall = spawn(process.execPath, [HOLDER, data], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(createInterface({ input: hall.stdout }), 'line')
  return { hall, said: String(said) }
}

async function end(hall: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, signal)
  await gone
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows
  } finally {
    await client.end()
  }
}

const urlIn = (said: string) => said.split(' ')[2] ?? ''

describe('our own PostgreSQL', { concurrency: 2 }, () => {
  test('a hall opens, keeps what was written, and leaves no server behind', async () => {
    await using folder = await dataFolder()
    const first = await openCluster({ data: folder.path, as: 'first' })
    await ask(first.url, "create table said as select 'good evening' as words")
    await first.close()
    assert.deepEqual(await serversIn(folder.top), [])
    const second = await openCluster({ data: folder.path, as: 'second' })
    assert.deepEqual(await ask(second.url, 'select words from said'), [{ words: 'good evening' }])
    await second.close()
  })

  test('nobody reaches the database by the network', async () => {
    await using folder = await dataFolder()
    const cluster = await openCluster({ data: folder.path, as: 'hall' })
    assert.deepEqual(await ask(cluster.url, 'show listen_addresses'), [{ listen_addresses: '' }])
    await cluster.close()
  })

  test('a second start on the same folder is refused, says who has it, and disturbs nothing', async () => {
    await using folder = await dataFolder()
    const cluster = await openCluster({ data: folder.path, as: 'moothall start' })
    const { said, hall } = await anotherHall(folder.path)
    assert.match(
      said,
      /^refused The data folder .* is already open \(moothall start, process \d+\)\. Stop that first/,
    )
    await once(hall, 'close')
    assert.deepEqual(await ask(cluster.url, 'select 1 as here'), [{ here: 1 }])
    await cluster.close()
  })

  test('of two halls started at the same instant on a fresh folder, one opens', async () => {
    await using folder = await dataFolder()
    const both = await Promise.all([anotherHall(folder.path), anotherHall(folder.path)])
    const words = both.map(({ said }) => said.split(' ')[0]).toSorted()
    assert.deepEqual(words, ['open', 'refused'])
    for (const { hall, said } of both) if (said.startsWith('open')) await end(hall, 'SIGTERM')
    assert.deepEqual(await serversIn(folder.top), [])
  })

  test('Ctrl-C in the terminal ends the hall and its database', async () => {
    await using folder = await dataFolder()
    const { hall, said } = await anotherHall(folder.path)
    assert.match(said, /^open started/)
    await end(hall, 'SIGINT')
    assert.equal(hall.exitCode, 0)
    assert.deepEqual(await serversIn(folder.top), [])
  })

  test('after kill -9 of the hall, the next one takes the living server over', async () => {
    await using folder = await dataFolder()
    const before = await anotherHall(folder.path)
    await ask(urlIn(before.said), 'create table kept as select 1 as one')
    await end(before.hall, 'SIGKILL')
    assert.ok((await serversIn(folder.top)).length > 0, 'the server lives on')
    const after = await openCluster({ data: folder.path, as: 'after' })
    assert.equal(after.adopted, true)
    assert.deepEqual(await ask(after.url, 'select one from kept'), [{ one: 1 }])
    await after.close()
    assert.deepEqual(await serversIn(folder.top), [])
  })

  test('after kill -9 of hall and database, the next start recovers what was committed', async () => {
    await using folder = await dataFolder()
    const before = await anotherHall(folder.path)
    await ask(urlIn(before.said), 'create table kept as select 1 as one')
    const pids = await serversIn(folder.top)
    await end(before.hall, 'SIGKILL')
    pids.forEach(killNow)
    const after = await openCluster({ data: folder.path, as: 'after' })
    assert.equal(after.adopted, false)
    assert.deepEqual(await ask(after.url, 'select one from kept'), [{ one: 1 }])
    await after.close()
  })

  test('a killed server that nobody reaps does not keep the next one out', async () => {
    await using folder = await dataFolder()
    const pidFile = join(folder.path, 'postgres/data/postmaster.pid')
    const before = await openCluster({ data: folder.path, as: 'before' })
    const [, ...lines] = (await readFile(pidFile, 'utf8')).split('\n')
    await before.close()
    const { uid, gid } = await stat(join(folder.path, 'postgres/data'))
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60'], {
      ...(isRoot && { uid, gid }),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [zombie] = await once(createInterface({ input: parent.stdout }), 'line')
    await until(async () => /\) Z /.test(await readFile(`/proc/${zombie}/stat`, 'utf8')))
    await writeFile(pidFile, [zombie, ...lines].join('\n'))
    await chown(pidFile, uid, gid)
    const after = await openCluster({ data: folder.path, as: 'after' })
    assert.deepEqual(await ask(after.url, 'select 1 as here'), [{ here: 1 }])
    await after.close()
    parent.kill()
  })

  test('a start while the old server still winds down waits for it', async () => {
    await using folder = await dataFolder()
    const before = await anotherHall(folder.path)
    const pid = Number(
      (await readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
    )
    const guest = new Client({ connectionString: urlIn(before.said) })
    guest.on('error', () => {})
    await guest.connect()
    await end(before.hall, 'SIGKILL')
    process.kill(pid, 'SIGTERM')
    const opening = openCluster({ data: folder.path, as: 'after' })
    await guest.end()
    const after = await opening
    assert.deepEqual(await ask(after.url, 'select 1 as here'), [{ here: 1 }])
    await after.close()
  })

  test('a database that dies under a living hall is started again', async () => {
    await using folder = await dataFolder()
    const cluster = await openCluster({ data: folder.path, as: 'hall' })
    const before = await readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8')
    process.kill(Number(before.split('\n')[0]), 'SIGQUIT')
    await until(() =>
      ask(cluster.url, 'select 1').then(
        () => true,
        () => false,
      ),
    )
    assert.notEqual(
      await readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8'),
      before,
    )
    await cluster.close()
    assert.deepEqual(await serversIn(folder.top), [])
  })

  test('a very long path and a path with blanks, quotes and other scripts will do', async () => {
    for (const name of ['x'.repeat(120), 'Our "hall", Oisín\'s – لينا']) {
      await using folder = await dataFolder(name)
      const cluster = await openCluster({ data: folder.path, as: 'hall' })
      assert.deepEqual(await ask(cluster.url, 'select 1 as here'), [{ here: 1 }])
      const home = await realpath(join(folder.path, 'postgres'))
      await cluster.close()
      assert.ok(home.startsWith(folder.top))
    }
  })

  test(
    'below a folder that is closed to others, root keeps the files aside and links to them',
    {
      skip: isRoot ? false : 'only root has this trouble',
    },
    async () => {
      await using folder = await dataFolder('closed')
      await mkdir(join(folder.top, 'closed'), { mode: 0o700 })
      const cluster = await openCluster({ data: folder.path, as: 'hall' })
      assert.deepEqual(await ask(cluster.url, 'select 1 as here'), [{ here: 1 }])
      await cluster.close()
      const aside = await realpath(join(folder.path, 'postgres'))
      assert.match(aside, /^\/var\/lib\/moothall\/[0-9a-f]{12}$/)
      await rm(aside, { recursive: true })
    },
  )

  test('a data folder that is a file, or cannot be made, is refused with a sentence', async () => {
    await using folder = await dataFolder()
    await writeFile(folder.path, 'not a folder')
    await assert.rejects(openCluster({ data: folder.path, as: 'hall' }), {
      constructor: StartError,
      message: `The data folder ${folder.path} can't be made: there is a file in its way. Set DATA to a folder.`,
    })
    await assert.rejects(openCluster({ data: '/proc/moothall', as: 'hall' }), {
      message:
        /^The data folder \/proc\/moothall can't be made \(\w+\)\. Set DATA to a folder that this user may write\.$/,
    })
  })

  test('files of another PostgreSQL are refused, not touched', async () => {
    await using folder = await dataFolder()
    await mkdir(join(folder.path, 'postgres/data'), { recursive: true })
    await writeFile(join(folder.path, 'postgres/data/PG_VERSION'), '15\n')
    await assert.rejects(openCluster({ data: folder.path, as: 'hall' }), {
      message: /written by PostgreSQL 15, not 18/,
    })
    assert.deepEqual(await readdir(join(folder.path, 'postgres/data')), ['PG_VERSION'])
  })

  test('a command uses the running hall’s database, and its own when no hall runs', async () => {
    await using folder = await dataFolder()
    const { hall, said } = await anotherHall(folder.path)
    const visiting = await visitCluster({ data: folder.path, as: 'a command' })
    assert.equal(visiting.url, urlIn(said))
    await visiting.close()
    assert.ok((await serversIn(folder.top)).length > 0, 'the hall goes on')
    await end(hall, 'SIGTERM')
    const alone = await visitCluster({ data: folder.path, as: 'a command' })
    assert.deepEqual(await ask(alone.url, 'select 1 as here'), [{ here: 1 }])
    await alone.close()
    assert.deepEqual(await serversIn(folder.top), [])
  })
})
