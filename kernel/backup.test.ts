import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { BACKUP_LAST, backUp, columnsOf, tablesOf } from './backup.ts'
import { type Database, openDatabase, type Reader } from './database.ts'
import { note, redact } from './record.ts'
import { restore } from './restore.ts'
import { sealHeads } from './seal.ts'
import { StartError } from './start-error.ts'
import { transact } from './transact.ts'
import { verifyRecord } from './verify.ts'

const NOW = '2026-12-03T18:00:00.000Z'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'moothall-backup-'))
  return {
    path,
    files: join(path, 'files'),
    archive: join(path, 'monday.moothall'),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

const change = ({ db }: Database, work: Parameters<typeof transact<void>>[1]) =>
  transact({ db, listeners: () => [], publish: () => {} }, work)

/** A hall with a past in which everything odd that a row can hold occurs. */
async function withPast() {
  const database = await testDatabase()
  const words = ['one', 'two\nlines', '\u2028 and "quotes" \\', 'لينا الخطيب 🎈', '']
  await change(database, async (tx) => {
    const facts = words.map((each) => ({
      kind: 'chat.said',
      data: { words: each, deep: [null, 1e21, { a: -0.5 }] },
    }))
    await note(tx, 'gathering:1', facts, { now: NOW, actor: 'per_maren' })
    await redact(
      tx,
      { topic: 'gathering:1', seq: 2, stands: { words: '—' } },
      { now: NOW, actor: null },
    )
    await sealHeads(tx, NOW)
    await tx
      .insertInto('settings')
      .values([
        { name: 'nothing', value: 'null' },
        { name: 'zone', value: '"Europe/Oslo"' },
      ])
      .execute()
    await tx
      .insertInto('search')
      .values({
        id: 's1',
        circle: null,
        audience: 'public',
        kind: 'minutes',
        title: 'Årsmøte',
        body: 'São Tomé',
        href: '/m/1',
        at: NOW,
      })
      .execute()
  })
  return database
}

/** Every row of every table as text, but what says when the last backup was. */
async function everything(db: Reader): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of await tablesOf(db)) {
    const columns = sql.join(
      (await columnsOf(db, table)).map(({ name }) => sql`${sql.ref(name)}::text`),
    )
    const { rows } = await sql<{
      row: string
    }>`select to_json(array[${columns}])::text as row from ${sql.table(table)} order by 1`.execute(
      db,
    )
    all[table] = rows.map(({ row }) => row).filter((row) => !row.includes(`"${BACKUP_LAST}"`))
  }
  return all
}

async function restoreInto(url: string, given: { from: string; files: string }) {
  const database = openDatabase({ url, max: 2 })
  try {
    return await restore(database.db, given)
  } finally {
    await database.close()
  }
}

test('a restored hall has every row, every file, and the same chains', async () => {
  await using here = await folder()
  await using there = await folder()
  await using old = await withPast()
  await using fresh = await testDatabase()
  await mkdir(join(here.files, 'pictures'), { recursive: true })
  const picture = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 256))
  await writeFile(join(here.files, 'pictures/hall.png'), picture)
  await writeFile(join(here.files, 'empty'), '')

  const made = await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  const restored = await restoreInto(fresh.url, { from: here.archive, files: there.files })

  assert.deepEqual([restored.rows, restored.files, restored.at], [made.rows, 2, NOW])
  assert.deepEqual(await everything(fresh.db), await everything(old.db))
  assert.deepEqual(await verifyRecord(fresh.db), await verifyRecord(old.db))
  assert.ok(picture.equals(await readFile(join(there.files, 'pictures/hall.png'))))
  assert.deepEqual(await readdir(there.path), ['files'])
  const found = await fresh.pool.query(
    `select id from search where words @@ plainto_tsquery('simple', 'arsmote')`,
  )
  assert.equal(found.rowCount, 1, 'computed columns are computed again')
})

test('the hall remembers when its last backup was made, and only its owner can read the file', async () => {
  await using here = await folder()
  await using old = await withPast()
  const made = await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  const { value } = await old.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', BACKUP_LAST)
    .executeTakeFirstOrThrow()
  assert.deepEqual(value, made)
  assert.equal((await stat(here.archive)).mode & 0o777, 0o600)
})

test('a backup made while people speak is a moment of the hall, whole', async () => {
  await using here = await folder()
  await using there = await folder()
  await using old = await withPast()
  await using fresh = await testDatabase()
  const hour = { speaking: true }
  const speak = async (topic: string) => {
    while (hour.speaking) {
      await change(
        old,
        async (tx) =>
          void (await note(tx, topic, [{ kind: 'chat.said', data: { topic } }], {
            now: NOW,
            actor: null,
          })),
      )
    }
  }
  const speakers = ['gathering:1', 'gathering:2', 'gathering:3'].map(speak)
  await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  hour.speaking = false
  await Promise.all(speakers)
  await restoreInto(fresh.url, { from: here.archive, files: there.files })
  assert.deepEqual((await verifyRecord(fresh.db)).faults, [])
})

test('a restored hall still refuses to change an entry', async () => {
  await using here = await folder()
  await using old = await withPast()
  await using fresh = await testDatabase()
  await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  await restoreInto(fresh.url, { from: here.archive, files: here.files })
  await assert.rejects(fresh.pool.query(`update record set kind = 'x'`), /append-only/)
  await assert.rejects(
    fresh.pool.query(`insert into seal_heads values ('sea_none', 'a', 1, '')`),
    /foreign key/,
  )
})

test('a hall in which something happened is not overwritten', async () => {
  await using here = await folder()
  await using old = await withPast()
  await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  const before = await everything(old.db)
  await old.close()
  await assert.rejects(
    restoreInto(old.url, { from: here.archive, files: here.files }),
    /This hall is not empty/,
  )
  const again = openDatabase({ url: old.url, max: 1 })
  assert.deepEqual(await everything(again.db), before)
  await again.close()
})

test('a hall that is open is not restored into', async () => {
  await using here = await folder()
  await using old = await withPast()
  await using fresh = await testDatabase()
  await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  await sql`select 1`.execute(fresh.db)
  await assert.rejects(
    restoreInto(fresh.url, { from: here.archive, files: here.files }),
    /A hall is open on this database/,
  )
})

test('a cut, damaged or foreign file is refused, and nothing of it is kept', async () => {
  await using here = await folder()
  await using there = await folder()
  await using old = await withPast()
  await mkdir(here.files)
  await writeFile(join(here.files, 'notes.txt'), 'kept')
  await backUp(old.db, { to: here.archive, files: here.files, now: NOW })
  const whole = await readFile(here.archive)
  const text = gunzipSync(whole).toString()
  const lines = text.split('\n')
  const damaged: Record<string, Buffer> = {
    'half of the file': whole.subarray(0, whole.length / 2),
    'a missing end': gzipSync(`${lines.slice(0, -2).join('\n')}\n`),
    'a missing row': gzipSync(lines.filter((line) => !line.includes('Europe/Oslo')).join('\n')),
    'a changed word': gzipSync(text.replace('Europe/Oslo', 'Europe/Rome')),
    'another format': gzipSync(text.replace('"moothall":1', '"moothall":9')),
    'a path that climbs out': gzipSync(text.replace('"file":"notes.txt"', '"file":"../notes.txt"')),
    'something else': Buffer.from('good evening'),
    nothing: Buffer.alloc(0),
  }
  for (const [what, bytes] of Object.entries(damaged)) {
    await using fresh = await testDatabase()
    await writeFile(join(there.path, 'damaged'), bytes)
    const attempt = restoreInto(fresh.url, {
      from: join(there.path, 'damaged'),
      files: there.files,
    })
    await assert.rejects(attempt, StartError, what)
    assert.deepEqual((await everything(fresh.db))['settings'], [], what)
    assert.ok(!existsSync(there.files), what)
  }
})

test('a backup never replaces a file, and leaves no half one', async () => {
  await using here = await folder()
  await using old = await withPast()
  await writeFile(here.archive, 'last week’s')
  await assert.rejects(
    backUp(old.db, { to: here.archive, files: here.files, now: NOW }),
    /is there already/,
  )
  assert.equal(await readFile(here.archive, 'utf8'), 'last week’s')
  const nowhere = join(here.path, 'no/such/folder/file')
  await assert.rejects(
    backUp(old.db, { to: nowhere, files: here.files, now: NOW }),
    /can't be written/,
  )
  assert.deepEqual(await readdir(here.path), ['monday.moothall'])
})
