import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { dataFolder, moothall, startHall, stopHall } from '#testing/terminal.ts'

/** Bytes lie under their sha-256. */
const KEPT = `c0${'1'.repeat(62)}`

test('a steward backs up a living hall, and opens it again elsewhere: in another folder, on a server', async () => {
  await using old = await dataFolder()
  await using fresh = await dataFolder()
  await using server = await testDatabase()
  const file = join(old.path, 'monday.moothall')
  await mkdir(join(old.path, 'files/c0'), { recursive: true })
  await writeFile(join(old.path, 'files/c0', KEPT), 'Come to the hall')
  await mkdir(join(old.path, 'files.on-the-way'))
  await writeFile(join(old.path, 'files.on-the-way/half'), 'Come to')

  const hall = await startHall({ DATA: old.path })
  const made = await moothall(['backup', file], { DATA: old.path })
  assert.equal(made.code, 0, made.said)
  assert.match(made.said, /and 1 files in \d+ bytes/)
  const refused = await moothall(['restore', file], { DATA: old.path })
  assert.equal(refused.code, 1)
  assert.match(refused.said, /is already open \(moothall start/)
  assert.equal(await stopHall(hall, 'SIGTERM'), 0)

  for (const env of [
    { DATA: fresh.path },
    { DATA: join(fresh.path, 'b'), DATABASE_URL: server.url },
  ]) {
    const restored = await moothall(['restore', file], env)
    assert.equal(restored.code, 0, restored.said)
    assert.match(restored.said, /Everything fits\./)
    assert.equal((await moothall(['verify'], env)).code, 0)
    const poster = join(env.DATA, 'files/c0', KEPT)
    assert.equal(await readFile(poster, 'utf8'), 'Come to the hall')
  }
  const again = await startHall({ DATA: fresh.path })
  assert.equal(await stopHall(again, 'SIGINT'), 0)
})

test('who forgets the file, or names one that is not there, is told how it goes', async () => {
  const forgotten = await moothall(['backup'])
  assert.equal(forgotten.code, 64)
  assert.match(forgotten.said, /Name one file\.\nUsage: moothall backup FILE/)
  const missing = await moothall(['restore', '/nowhere/at/all'])
  assert.equal(missing.code, 1)
  assert.match(missing.said, /There is no file \/nowhere\/at\/all\./)
})
