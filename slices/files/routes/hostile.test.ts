import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import sharp from 'sharp'
import { addressOf } from '#kernel/operation.ts'
import { added, notAdded, photograph, pictureBomb } from '#testing/files.ts'
import { openTestHall, type TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { addFile, listFiles } from '../api.ts'
import { MEGABYTE, MOST_BYTES } from '../rules/quota.ts'

const limits = { memberFiles: 30 * MEGABYTE, circleFiles: 31 * MEGABYTE }
const hall = await openTestHall({ config: limits })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const at = { kind: 'circle', holder: coop }
const here = { browser: maren.browser, at }

async function onTheWay({ hall: { config } }: TestHall): Promise<string[]> {
  return readdir(join(config.data, 'files.on-the-way')).catch(() => [])
}

async function kept(one: TestHall): Promise<number> {
  const found = await readdir(join(one.hall.config.data, 'files'), { recursive: true }).catch(
    () => [],
  )
  return found.filter((path) => path.length > 60).length
}

/** Nothing of what was refused remains: no row, no bytes, nothing on its way. */
async function leavesNothing(one: TestHall, work: () => Promise<void>): Promise<void> {
  const rows = () => one.hall.db.withTables<{ files: { id: string } }>().selectFrom('files')
  const count = async () => (await rows().select('id').execute()).length
  const before = [await count(), await kept(one)]
  await work()
  assert.deepEqual([await count(), await kept(one)], before)
  assert.deepEqual(await onTheWay(one), [])
}

test('a file that is too large is refused before and while it comes', async () => {
  await leavesNothing(hall, async () => {
    const body = Buffer.alloc(MOST_BYTES + 1, 'x')
    const problem = await notAdded({ ...here, name: 'large.txt', body })
    assert.deepEqual([problem.status, problem.name], [413, 'file-too-large'])
    assert.match(problem.title, /at most 26,214,400 bytes/)
    async function* unsaid() {
      for (let i = 0; i < 27; i++) yield Buffer.alloc(MEGABYTE, 'x')
    }
    const answer = await maren.browser.fetch(addressOf(addFile, at, { name: 'endless.txt' }), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: ReadableStream.from(unsaid()),
      duplex: 'half',
    })
    assert.equal(answer.status, 413)
  })
})

test('programs are not taken, whatever they are called; scripts are text', async () => {
  const programs: Record<string, Buffer> = {
    'holiday.jpg': Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'),
    'bylaws.pdf': Buffer.concat([
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      Buffer.alloc(300),
    ]),
    'song.mp3': Buffer.concat([Buffer.from('cffaedfe07000001', 'hex'), Buffer.alloc(300)]),
    'photo.png': Buffer.concat([Buffer.from('cafebabe00000034', 'hex'), Buffer.alloc(300)]),
    'words.txt': Buffer.from('0061736d01000000', 'hex'),
  }
  await leavesNothing(hall, async () => {
    for (const [name, body] of Object.entries(programs)) {
      const problem = await notAdded({ ...here, name, body })
      assert.deepEqual([name, problem.status, problem.name], [name, 415, 'file-is-a-program'])
    }
  })
  const script = await added({ ...here, name: 'tidy.sh', body: '#!/bin/sh\nrm -r cake\n' })
  assert.deepEqual([script.name, script.type], ['tidy.sh.txt', 'text/plain'])
})

test('a picture bomb, a broken picture and one that is none get a sentence each', async () => {
  await leavesNothing(hall, async () => {
    const bomb = pictureBomb(20_000, 20_000)
    assert.ok(bomb.length < 100_000)
    const large = await notAdded({ ...here, name: 'wall.png', body: bomb })
    assert.deepEqual([large.status, large.name], [413, 'picture-too-large'])
    assert.match(large.title, /at most 120 million/)
    const half = (await photograph(800, 600)).subarray(0, 3000)
    const broken = await notAdded({ ...here, name: 'half.jpg', body: half })
    assert.deepEqual([broken.status, broken.name], [415, 'picture-unread'])
    const heic = Buffer.concat([
      Buffer.from('0000001866747970686569630000', 'hex'),
      Buffer.alloc(99),
    ])
    const camera = await notAdded({ ...here, name: 'IMG_1.HEIC', body: heic })
    assert.equal(camera.name, 'picture-unread')
  })
})

test('of a file that is two, only the picture is kept', async () => {
  const gif = await sharp(await photograph())
    .gif()
    .toBuffer()
  const script = '/*GIF*/;alert(document.cookie)//PK\u0003\u0004'
  const body = Buffer.concat([gif, Buffer.from(script)])
  const { id, type } = await added({ ...here, name: 'both.gif', body })
  const shown = await maren.browser.fetch(`/files/${id}`)
  assert.equal(type, 'image/gif')
  assert.ok(!Buffer.from(await shown.arrayBuffer()).includes('alert('))
})

test('an upload that is cut in the middle leaves nothing, and the hall goes on', async () => {
  await leavesNothing(hall, async () => {
    const { port } = new URL(hall.origin)
    const socket = connect(Number(port), '127.0.0.1')
    const head = `POST ${addressOf(addFile, at, { name: 'cut.txt' })} HTTP/1.1\r\nhost: localhost\r\ncookie: ${maren.browser.cookieHeader}\r\ncontent-type: application/octet-stream\r\ncontent-length: 4000000\r\n\r\n`
    socket.write(head)
    socket.write(Buffer.alloc(1_000_000, 'x'))
    while ((await onTheWay(hall)).length === 0) await rest(10)
    socket.destroy()
    while ((await onTheWay(hall)).length > 0) await rest(10)
  })
  await added({ ...here, name: 'after the cut.txt', body: 'the room goes on' })
})

test('who has no room left is told how much there was, and the circle too', async () => {
  const yuki = await somebody(hall, '田辺 ゆき', { circles: [coop] })
  const theirs = (who: Somebody, name: string, megabytes: number) => ({
    browser: who.browser,
    at,
    name,
    body: Buffer.alloc(megabytes * MEGABYTE, name),
  })
  await added(theirs(yuki, 'first.txt', 20))
  await leavesNothing(hall, async () => {
    const own = await notAdded(theirs(yuki, 'second.txt', 11))
    assert.equal(own.name, 'files-of-yours-full')
    assert.match(own.title, /more than your 30 MB; 10 MB are left/)
    const shared = await notAdded(theirs(maren, 'third.txt', 12))
    assert.equal(shared.name, 'files-of-circle-full')
    assert.match(shared.title, /more than its 31 MB; 10 MB are left/)
  })
  const { left } = await yuki.browser.call(listFiles, { params: at })
  assert.ok(left !== null && left <= 10 * MEGABYTE && left > 9 * MEGABYTE)
})

/** A disk of one megabyte, where this machine lets us make one. */
function smallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a full disk is said in a sentence; what was kept before is still there', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'moothall-full-'))
  const mounted = smallDisk(data)
  try {
    await using full = await openTestHall({ config: { data } })
    const founded = await foundedHall(full)
    const there = { browser: founded.maren.browser, at: { kind: 'circle', holder: founded.coop } }
    const before = await added({ ...there, name: 'before.txt', body: 'kept before' })
    if (!mounted) {
      t.diagnostic('no disk of its own could be mounted: a file stands in the way instead')
      await rm(join(data, 'files.on-the-way'), { recursive: true })
      await writeFile(join(data, 'files.on-the-way'), '')
    }
    await leavesNothing(full, async () => {
      const body = Buffer.alloc(3 * MEGABYTE, 'x')
      const problem = await notAdded({ ...there, name: 'more.txt', body })
      assert.deepEqual([problem.status, problem.name], [507, 'no-room-for-files'])
      assert.match(problem.title, /no room on its disk/)
    })
    const shown = await there.browser.fetch(`/files/${before.id}`)
    assert.equal(await shown.text(), 'kept before')
    if (mounted) await added({ ...there, name: 'small.txt', body: 'there is room for this' })
  } finally {
    if (mounted) execFileSync('umount', [data])
    await rm(data, { recursive: true, force: true })
  }
})

test('nothing of all this was an error of ours', () => assert.deepEqual(hall.errors, []))
