import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { DAY, plus } from '#kernel/clock.ts'
import { removeFile } from '#slices/files/api.ts'
import * as room from '#slices/room/api.ts'
import { deleteUnheld } from '#slices/files/timers.ts'
import { showSlides } from '#slices/slides/api.ts'
import { added, photograph } from '#testing/files.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from './api.ts'
import { verifyZip } from './rules/zip.ts'

const hall = await openTestHall({ now: '2026-12-03T18:00:00.000Z' })
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const { browser } = maren

async function take(minutes: string, file: 'minutes.zip' | 'minutes.md'): Promise<Uint8Array> {
  const answer = await browser.fetch(`/api/minutes/${minutes}/files/${file}`)
  assert.equal(answer.status, 200)
  return new Uint8Array(await answer.arrayBuffer())
}

test('handouts before and after the fact stand in the minutes and lie in the zip, and approval keeps them', async () => {
  const gathering = await called(browser, coop)
  const params = { gathering }
  const at = { kind: 'gathering', holder: gathering }
  const slides = await added({ browser, at, name: 'Über Schlüssel: die Folien.txt', body: 'one' })
  await browser.call(room.enterTheRoom, { params })
  await browser.call(room.beginTheGathering, { params })
  const [first] = (await browser.call(room.readTheRoom, { params })).room.items
  const atItem = { kind: 'item', holder: `${gathering}.${first?.id}` }
  const map = await added({ browser, at: atItem, name: 'map.jpg', body: await photograph() })
  const deck = { file: map.id, page: 1, pages: 1 }
  await browser.call(showSlides, { params, body: deck })
  await browser.call(room.endTheGathering, { params })
  const late = await added({ browser, at, name: 'late.txt', body: 'after the fact' })
  const minutes = gathering
  const { told } = await browser.call(api.readMinutes, { params: { minutes } })
  assert.deepEqual(
    told.files.map(({ id, about }) => [id, about]),
    [
      [slides.id, '3 byte'],
      [late.id, '14 byte'],
    ],
  )
  assert.deepEqual(
    told.items.flatMap(({ title, files }) => files.map(({ id }) => [title, id])),
    [['Welcome', map.id]],
  )
  assert.match(told.items[0]?.files[0]?.about ?? '', /byte, shown at \d\d:\d\d$/)
  const markdown = strFromU8(await take(minutes, 'minutes.md'))
  assert.match(markdown, /## 1\\?\. Welcome\n[^#]*- map\.jpg[^#]*/)
  assert.match(markdown, /## Handouts and slides\n\n- Über/)

  await browser.call(api.approveMinutes, { params: { minutes } })
  await browser.call(removeFile, { params: { ...at, file: slides.id } })
  await added({ browser, at, name: 'too late.txt', body: 'not in them' })
  await deleteUnheld(hall.hall, plus(hall.clock.now(), 30 * DAY))

  const zip = await take(minutes, 'minutes.zip')
  const names = Object.keys(unzipSync(zip)).filter((name) => name.startsWith('files/'))
  assert.deepEqual(names, [
    'files/01-Über Schlüssel_ die Folien.txt',
    'files/02-late.txt',
    'files/03-map.jpg',
  ])
  assert.equal(verifyZip(zip).whole, true)
  assert.equal((await browser.fetch(`/files/${slides.id}`)).status, 200)
  const stranger = await somebody(hall, 'Ngozi Adeyemi')
  assert.equal((await stranger.browser.fetch(`/files/${slides.id}`)).status, 404)

  const forged = unzipSync(zip)
  forged['files/02-late.txt'] = new Uint8Array([1])
  assert.deepEqual(verifyZip(zipSync(forged)), { whole: false, fault: 'file-differs' })
  delete forged['files/02-late.txt']
  assert.deepEqual(verifyZip(zipSync(forged)), { whole: false, fault: 'file-differs' })
})

test('nothing of all this was an error', () => assert.deepEqual(hall.errors, []))
