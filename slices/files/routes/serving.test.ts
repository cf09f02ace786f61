import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { added, notAdded, photograph } from '#testing/files.ts'
import {
  beginTheGathering,
  endTheGathering,
  enterTheRoom,
  removeSomebody,
} from '#slices/room/api.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { listFiles, removeFile } from '../api.ts'

const hall = await openTestHall({ now: '2026-12-03T17:00:00.000Z' })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const at = { kind: 'circle', holder: coop }
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  maren.browser.fetch(path, { method, headers })

test('a browser asks for a part, asks whether it is still the same, and asks in vain', async () => {
  const { id, sha256 } = await added({
    browser: maren.browser,
    at,
    name: 'a.txt',
    body: '0123456789',
  })
  const whole = await get(`/files/${id}`)
  assert.deepEqual(
    ['content-type', 'content-length', 'etag', 'accept-ranges', 'x-content-type-options'].map(
      (name) => whole.headers.get(name),
    ),
    ['text/plain; charset=utf-8', '10', `"${sha256}"`, 'bytes', 'nosniff'],
  )
  assert.match(whole.headers.get('content-security-policy') ?? '', /default-src 'none'.*; sandbox/)
  assert.match(whole.headers.get('cache-control') ?? '', /^private/)
  for (const [range, status, says] of [
    ['bytes=2-4', 206, '234'],
    ['bytes=8-', 206, '89'],
    ['bytes=-3', 206, '789'],
    ['bytes=5-99', 206, '56789'],
    ['bytes=10-', 416, ''],
    ['bytes=4-2', 416, ''],
    ['bytes=0-1,4-5', 200, '0123456789'],
    ['lines=1', 200, '0123456789'],
  ] as const) {
    const answer = await get(`/files/${id}`, { range })
    assert.deepEqual([range, answer.status, await answer.text()], [range, status, says])
  }
  const stale = await get(`/files/${id}`, { range: 'bytes=0-1', 'if-range': '"other"' })
  assert.equal(stale.status, 200)
  const known = await get(`/files/${id}`, { 'if-none-match': `"${sha256}"` })
  assert.deepEqual([known.status, await known.text()], [304, ''])
  const head = await get(`/files/${id}`, {}, 'HEAD')
  assert.deepEqual([head.headers.get('content-length'), await head.text()], ['10', ''])
})

test('what may carry script is only saved; a name travels in any script and breaks no header', async () => {
  const saved: Record<string, string> = {
    'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'page.html': '<!doctype html><p>hello',
    'feed.xml': '<?xml version="1.0"?><a/>',
  }
  for (const [name, body] of Object.entries(saved)) {
    const file = await added({ browser: maren.browser, at, name, body })
    const { headers } = await get(`/files/${file.id}`)
    assert.equal(file.name, name)
    assert.equal(headers.get('content-type'), 'application/octet-stream')
    assert.match(headers.get('content-disposition') ?? '', /^attachment/)
  }
  const name = `"); evil="المحضر; it's 100% ok*.txt`
  const { id } = await added({ browser: maren.browser, at, name, body: 'words' })
  const disposition = (await get(`/files/${id}`)).headers.get('content-disposition') ?? ''
  const [, plain, encoded] =
    /^inline; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(disposition) ?? []
  assert.ok(plain && !/["\\%]/.test(plain))
  assert.equal(decodeURIComponent(encoded ?? ''), name)
  const asked = await get(`/files/${id}?save`)
  assert.match(asked.headers.get('content-disposition') ?? '', /^attachment/)
})

test('nothing is found by guessing', async () => {
  for (const path of ['/files/fil_01jd0000000000000000000000', '/files/fil_x/small'])
    assert.equal((await get(path)).status, 404, path)
})

test('a gathering: its circle adds before, guests while it is on, who was removed no more', async () => {
  const stranger = await somebody(hall, 'Ngozi Adeyemi')
  const inner = await called(maren.browser, coop, { access: 'members' })
  const ofInner = { kind: 'item', holder: `${inner}.itm_panel` }
  const own = await added({ browser: maren.browser, at: ofInner, name: 'own.txt', body: 'ours' })
  assert.equal((await stranger.browser.fetch(`/files/${own.id}`)).status, 404)
  const gathering = await called(maren.browser, coop)
  const ofIt = { kind: 'gathering', holder: gathering }
  const ofItem = { kind: 'item', holder: `${gathering}.itm_panel` }
  const params = { gathering }
  const slides = await added({ browser: maren.browser, at: ofIt, name: 'slides.txt', body: 'one' })
  const handout = await added({
    browser: maren.browser,
    at: ofItem,
    name: 'q.jpg',
    body: await photograph(),
  })
  const { files } = await maren.browser.call(listFiles, { params: ofIt })
  assert.deepEqual(
    files.map(({ id, item }) => [id, item]),
    [
      [slides.id, null],
      [handout.id, 'itm_panel'],
    ],
  )
  hall.clock.set('2026-12-03T18:00:00.000Z')
  await maren.browser.call(enterTheRoom, { params })
  const guest = hall.browser()
  const { me } = await guest.call(enterTheRoom, { params, body: { name: 'Aroha Ngata' } })
  assert.equal((await guest.fetch(`/files/${handout.id}`)).status, 200)
  const early = await notAdded({ browser: guest, at: ofIt, name: 'a.txt', body: 'a' })
  assert.equal(early.name, 'sign-in-first')
  await maren.browser.call(beginTheGathering, { params })
  const theirs = await added({ browser: guest, at: ofIt, name: 'map.txt', body: 'to the mill' })
  assert.equal(theirs.by?.name, 'Aroha Ngata')
  await maren.browser.call(removeSomebody, {
    params: { gathering, who: me.who },
    body: { reason: 'asked to go' },
  })
  assert.equal((await guest.fetch(`/files/${handout.id}`)).status, 404)
  const gone = await notAdded({ browser: guest, at: ofIt, name: 'b.txt', body: 'b' })
  assert.equal(gone.name, 'not-found')
  await maren.browser.call(endTheGathering, { params })
  await maren.browser.call(removeFile, { params: { ...ofIt, file: theirs.id } })
  await added({ browser: maren.browser, at: ofIt, name: 'after.txt', body: 'afterwards' })
})

test('nothing of all this was an error', () => assert.deepEqual(hall.errors, []))
