/** Stories of a note's history: kept as it is written, compared, brought back, with its authors. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { MINUTE } from '#kernel/clock.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import {
  compareVersions,
  keepVersion,
  listVersions,
  nameVersion,
  restoreVersion,
} from '../api/history.ts'
import { noteShares, noteText } from '../index.ts'
import { versionTimer } from '../timers/versions.ts'

const scene = await openNoteScene()
after(async () => {
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})
const { params } = scene
const hall = scene.test.hall

async function changes(version: number | 'now', since?: number) {
  const query = since === undefined ? {} : { since }
  return scene.chiara.browser.call(compareVersions, { params: { ...params, version }, query })
}

const text = ({ lines }: Awaited<ReturnType<typeof changes>>) =>
  lines.map(({ change, runs }) => `${change} ${runs.map((run) => run.text).join('')}`)

test('after ten minutes of rest what stands is a version, with who wrote it', async () => {
  const maren = scene.sits(scene.maren)
  const chiara = scene.sits(scene.chiara)
  await maren.until(() => maren.saved() && chiara.saved())
  maren.writes('Three people hold the keys.')
  await maren.until(() => maren.saved() && chiara.text().includes('Three'))
  chiara.writes('Who holds them next?')
  await chiara.until(() => chiara.saved() && maren.text().includes('next'))
  await versionTimer.run(hall, hall.clock.now())
  const none = await scene.maren.browser.call(listVersions, { params })
  assert.deepEqual(none.versions, [])
  assert.ok(none.since)
  scene.test.clock.pass(11 * MINUTE)
  await versionTimer.run(hall, hall.clock.now())
  await versionTimer.run(hall, hall.clock.now())
  const { versions, authors, since } = await scene.maren.browser.call(listVersions, { params })
  assert.equal(since, null)
  assert.deepEqual(
    versions.map(({ number, kind }) => [number, kind]),
    [[1, 'timed']],
  )
  const names = versions[0]?.authors.map(
    (number) => authors.find((one) => one.number === number)?.name,
  )
  assert.deepEqual(names?.toSorted(), ['Chiara Bellandi', 'Maren Solheim'])
})

test('a version is kept by name, and compared with the one before', async () => {
  const yuki = scene.sits(scene.yuki)
  await yuki.until(() => yuki.saved() && yuki.text().includes('next'))
  yuki.writes('I hold one from March.')
  await yuki.until(() => yuki.saved())
  const { version } = await scene.yuki.browser.call(keepVersion, {
    params,
    body: { label: 'before the break' },
  })
  assert.equal(version, 2)
  const compared = await changes(2)
  assert.deepEqual(text(compared), [
    'same Three people hold the keys.',
    'same Who holds them next?',
    'added I hold one from March.',
  ])
  const owner = compared.lines.at(-1)?.runs[0]?.by
  assert.equal(compared.authors.find(({ number }) => number === owner)?.name, '田辺 ゆき')
  assert.deepEqual([compared.added, compared.removed], [22, 0])
  await scene.chiara.browser.call(nameVersion, {
    params: { ...params, version: 1 },
    body: { label: 'the beginning' },
  })
  const { versions } = await scene.chiara.browser.call(listVersions, { params })
  assert.deepEqual(
    versions.map(({ label, by }) => [label, by]),
    [
      ['before the break', '田辺 ゆき'],
      ['the beginning', 'Chiara Bellandi'],
    ],
  )
})

test('an older version comes back as a change that is seen at once, with its authors, and can be undone', async () => {
  const maren = scene.sits(scene.maren)
  await maren.until(() => maren.saved() && maren.text().includes('March'))
  maren.doc.transact(() => maren.doc.getXmlFragment('note').delete(0, 2))
  maren.writes('All keys are lost.')
  await maren.until(() => maren.saved())
  const { before } = await scene.chiara.browser.call(restoreVersion, {
    params: { ...params, version: 1 },
  })
  assert.ok(before)
  await maren.until(() => maren.text().includes('Three people') && !maren.text().includes('lost'))
  assert.equal(
    await noteText(hall.db, scene.note),
    'Three people hold the keys.\nWho holds them next?',
  )
  const shares = await noteShares(hall.db, scene.note)
  const standing = shares.filter(({ characters }) => characters > 0)
  assert.deepEqual(standing.map(({ name }) => name).toSorted(), [
    'Chiara Bellandi',
    'Maren Solheim',
  ])
  maren.writes('Meanwhile I wrote on.')
  await maren.until(() => maren.saved())
  await scene.chiara.browser.call(restoreVersion, {
    params: { ...params, version: before },
  })
  await maren.until(() => maren.text().includes('All keys are lost.'))
  assert.match(await noteText(hall.db, scene.note), /I hold one from March/)
  assert.deepEqual(
    (await changes('now', before)).lines.filter(({ change }) => change !== 'same'),
    [],
  )
})

test('who is not of the circle sees nothing of it', async () => {
  const stranger = scene.test.browser()
  await assert.rejects(stranger.call(listVersions, { params }), /not-found/)
})
