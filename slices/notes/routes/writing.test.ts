/** Stories of writing together: what is written is stored before anybody sees it, under its author. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openNoteScene } from '#testing/note-scene.ts'
import { agree } from '#testing/pens.ts'
import { readNoteText } from '../api/reading.ts'
import { noteShares } from '../index.ts'

const scene = await openNoteScene()
after(async () => {
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})

test('two write, both see both, and what is shown as saved is in the database', async () => {
  const [maren, chiara] = [scene.sits(scene.maren), scene.sits(scene.chiara)]
  await maren.until(() => maren.saved() && chiara.saved())
  maren.writes('Three people hold the keys.')
  chiara.writes('Who holds them next?')
  await maren.until(() => agree([maren.doc, chiara.doc]) && maren.text().includes('next'))
  await maren.until(() => maren.saved() && chiara.saved())
  const shares = await noteShares(scene.test.hall.db, scene.note)
  assert.deepEqual(shares.map(({ name, characters }) => [name, characters]).toSorted(), [
    ['Chiara Bellandi', 20],
    ['Maren Solheim', 27],
  ])
  const read = await scene.chiara.browser.call(readNoteText, {
    params: scene.params,
    query: { authors: '1' },
  })
  assert.equal(read.right, 'write')
  assert.match(read.pieces.map(({ html }) => html).join(''), /<span data-by="\d">Three people/)
})
