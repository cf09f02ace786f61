import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { DAY, plus } from '#kernel/clock.ts'
import { joinCircle, makeCircle } from '#slices/circles/index.ts'
import { erasePerson } from '#slices/people/index.ts'
import { added, notAdded, photograph } from '#testing/files.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { keepHere, listFiles, removeFile } from './api.ts'
import { deleteUnheld, sweep } from './timers.ts'
import { fileOf, filesOf, holdFile, keepBytes, openFile } from './index.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const oisin = await somebody(hall, 'Oisín Farrelly', { circles: [coop] })
const atCoop = { kind: 'circle', holder: coop }
const here = { browser: maren.browser, at: atCoop }
const outsider = await somebody(hall, 'لينا الخطيب')

/** What lies on the disk, of which what is on its way. */
async function onDisk() {
  const { data } = hall.hall.config
  const kept = await readdir(join(data, 'files'), { recursive: true }).catch(() => [])
  const coming = await readdir(join(data, 'files.on-the-way')).catch(() => [])
  return { kept: kept.flatMap((path) => path.split('/')[1] ?? []), coming }
}

test('a member adds a file to the circle, everybody in it reads it byte by byte, nobody else', async () => {
  const words = 'We met by the mill. Jūratė brought bread.\n'
  const file = await added({ ...here, name: 'minutes of spring.txt', body: words })
  assert.deepEqual(
    [file.type, file.name, file.shown],
    ['text/plain', 'minutes of spring.txt', true],
  )
  assert.equal(file.by?.name, 'Maren Solheim')
  const answer = await oisin.browser.fetch(`/files/${file.id}`)
  assert.equal(await answer.text(), words)
  const { files } = await oisin.browser.call(listFiles, { params: atCoop })
  assert.deepEqual(
    files.map(({ id, remove }) => [id, remove]),
    [[file.id, false]],
  )
  for (const stranger of [outsider.browser, hall.browser()]) {
    assert.equal((await stranger.fetch(`/files/${file.id}`)).status, 404)
    assert.equal((await stranger.refused(listFiles, { params: atCoop })).status, 404)
    const problem = await notAdded({ browser: stranger, at: atCoop, name: 'a.txt', body: 'a' })
    assert.equal(problem.name, 'not-found')
  }
})

test('a photograph is kept upright and small beside it, without the place where it was taken', async () => {
  const file = await added({ ...here, name: 'IMG_2041.JPG', body: await photograph() })
  assert.deepEqual([file.width, file.height, file.small], [40, 60, true])
  const shown = Buffer.from(await (await maren.browser.fetch(`/files/${file.id}`)).arrayBuffer())
  const { exif, orientation, width } = await sharp(shown).metadata()
  assert.deepEqual([exif, orientation, width], [undefined, undefined, 40])
  assert.ok(!shown.includes('Quillmarsh Optics'))
  const small = await maren.browser.fetch(`/files/${file.id}/small`)
  assert.equal(small.headers.get('content-type'), 'image/webp')
  assert.equal((await sharp(await small.arrayBuffer()).metadata()).width, 40)
  assert.equal((await outsider.browser.fetch(`/files/${file.id}/small`)).status, 404)
})

test('an animation still moves', async () => {
  const frames = await Promise.all(
    ['#c4552d', '#3d6d9e', '#d9a441'].map((background) =>
      sharp({ create: { width: 20, height: 10, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const file = await added({ ...here, name: 'wave.gif', body: gif })
  assert.deepEqual([file.width, file.height], [20, 10])
  const kept = await maren.browser.fetch(`/files/${file.id}`)
  assert.equal((await sharp(await kept.arrayBuffer(), { animated: true }).metadata()).pages, 3)
})

test('the same bytes added twice are kept once, under both names', async () => {
  const body = 'The keys hang behind the oven.'
  const first = await added({ ...here, name: 'keys.txt', body })
  const second = await added({ browser: oisin.browser, at: atCoop, name: 'ovens.txt', body })
  assert.notEqual(first.id, second.id)
  assert.equal(first.sha256, createHash('sha256').update(body).digest('hex'))
  const { kept, coming } = await onDisk()
  assert.equal(kept.filter((hash) => hash === first.sha256).length, 1)
  assert.deepEqual(coming, [])
})

test('an upload that is sent again with its key is the same file', async () => {
  const sent = { ...here, name: 'once.txt', body: 'only once', key: 'key-of-once' }
  assert.equal((await added(sent)).id, (await added(sent)).id)
  const { files } = await maren.browser.call(listFiles, { params: atCoop })
  assert.equal(files.filter(({ name }) => name === 'once.txt').length, 1)
})

test('who added a file takes it away and back; a steward takes away what others added', async () => {
  const { id } = await added({ browser: oisin.browser, at: atCoop, name: 'plan.txt', body: 'plan' })
  const params = { ...atCoop, file: id }
  const meera = await somebody(hall, 'Meera Iyer', { circles: [coop] })
  assert.equal((await meera.browser.refused(removeFile, { params })).name, 'not-allowed')
  await oisin.browser.call(removeFile, { params })
  assert.equal((await meera.browser.fetch(`/files/${id}`)).status, 404)
  assert.equal((await meera.browser.refused(keepHere, { params })).name, 'not-found')
  await oisin.browser.call(keepHere, { params })
  assert.equal((await meera.browser.fetch(`/files/${id}`)).status, 200)
  await maren.browser.call(removeFile, { params })
  await maren.browser.call(removeFile, { params })
  assert.equal((await meera.browser.fetch(`/files/${id}`)).status, 404)
})

test('a file may belong to two circles, and is read by the members of either', async () => {
  const now = hall.clock.now()
  const bakery = await hall.hall.transact((tx) =>
    makeCircle(tx, { parent: coop, name: 'Bakery', kind: 'autonomous' }, { by: null, now }),
  )
  await hall.hall.transact((tx) => joinCircle(tx, bakery, outsider.id, { by: null, now }))
  await hall.hall.transact((tx) => joinCircle(tx, bakery, maren.id, { by: null, now }))
  const { id } = await added({ ...here, name: 'recipe.txt', body: 'rye' })
  assert.equal((await outsider.browser.fetch(`/files/${id}`)).status, 404)
  const params = { kind: 'circle', holder: bakery, file: id }
  assert.equal((await outsider.browser.refused(keepHere, { params })).name, 'not-found')
  await maren.browser.call(keepHere, { params })
  assert.equal((await outsider.browser.fetch(`/files/${id}`)).status, 200)
  await maren.browser.call(removeFile, { params: { ...atCoop, file: id } })
  assert.equal((await outsider.browser.fetch(`/files/${id}`)).status, 200)
  assert.equal((await oisin.browser.fetch(`/files/${id}`)).status, 404)
})

test('what nothing holds is deleted after seven days, with its bytes; what is needed stays', async () => {
  const alone = await added({ ...here, name: 'alone.txt', body: 'nobody else has this' })
  const shared = await added({ ...here, name: 'shared.txt', body: 'two have this' })
  await added({ ...here, name: 'twin.txt', body: 'two have this' })
  for (const { id } of [alone, shared])
    await maren.browser.call(removeFile, { params: { ...atCoop, file: id } })
  await deleteUnheld(hall.hall, plus(hall.clock.now(), 6 * DAY))
  assert.ok((await onDisk()).kept.includes(alone.sha256))
  assert.ok(await fileOf(hall.hall.db, alone.id))
  await deleteUnheld(hall.hall, plus(hall.clock.now(), 8 * DAY))
  const { kept } = await onDisk()
  assert.deepEqual([kept.includes(alone.sha256), kept.includes(shared.sha256)], [false, true])
  assert.equal(await fileOf(hall.hall.db, shared.id), null)
})

test('an import brings bytes, and what holds them lets them be read', async () => {
  const now = hall.clock.now()
  const bytes = new TextEncoder().encode('from an old pad')
  const keeping = { by: null, circle: null, now }
  const file = await keepBytes(hall.hall, { bytes, name: 'pad.txt', ...keeping })
  const holder = { kind: 'circle', id: coop }
  await hall.hall.transact((tx) => holdFile(tx, { file, holder, by: null, now }))
  const held = (await filesOf(hall.hall.db, holder)).find(({ id }) => id === file)
  assert.ok(held)
  assert.equal(String(await openFile(hall.hall, held).toArray()), 'from an old pad')
  assert.equal((await oisin.browser.fetch(`/files/${file}`)).status, 200)
})

test('the sweep takes nothing that a file needs', async () => {
  const before = await onDisk()
  await sweep(hall.hall)
  assert.deepEqual(await onDisk(), before)
})

test('who follows the files of a circle hears of each at once', async () => {
  const { seq } = await oisin.browser.call(listFiles, { params: atCoop })
  const topic = `files:circle:${coop}`
  const listener = await oisin.browser.listen({ [topic]: seq })
  const { id } = await added({ ...here, name: 'heard.txt', body: 'heard' })
  await listener.until(() => listener.entries(topic).length > 0)
  const [entry] = listener.entries(topic)
  assert.deepEqual([entry?.kind, entry?.data['file']], ['file.added', id])
})

test('of who is erased the files stay, added by a former member', async () => {
  const tomasz = await somebody(hall, 'Tomasz Wierzba', { circles: [coop] })
  const { id } = await added({
    browser: tomasz.browser,
    at: atCoop,
    name: 'map.txt',
    body: 'a map',
  })
  const data = await (await tomasz.browser.fetch('/api/me/data')).text()
  assert.ok(data.includes('map.txt') && data.includes('file.added'))
  const now = hall.clock.now()
  await hall.hall.transact((tx) => erasePerson(tx, { person: tomasz.id, now }))
  const { files } = await oisin.browser.call(listFiles, { params: atCoop })
  const shown = files.find((file) => file.id === id)
  assert.deepEqual([shown?.by?.name, shown?.by?.former], ['a former member', true])
  assert.equal((await oisin.browser.fetch(`/files/${id}`)).status, 200)
})

test('nothing of all this was an error', () => assert.deepEqual(hall.errors, []))
