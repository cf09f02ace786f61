/** What goes along with minutes in the zip: captions, and the chat of one's own group. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { goOut, planBreakouts, readGroupChats } from '#slices/breakouts/api.ts'
import { caption, nameACaptioner } from '#slices/captions/api.ts'
import * as room from '#slices/room/api.ts'
import { openScene, type Scene, type Somebody } from '#slices/room/routes/scene.test.ts'
import { verifyZip } from './rules/zip.ts'

const groupOf = (name: string, question: string) => ({ name, question, places: null, host: null })

/** Everything, zip, as somebody takes it. */
async function zipOf({ gathering }: Scene, { browser }: Somebody): Promise<Uint8Array> {
  const answer = await browser.fetch(`/api/minutes/${gathering}/files/minutes.zip`)
  assert.equal(answer.status, 200)
  return new Uint8Array(await answer.arrayBuffer())
}

test('captions lie in the zip, and the chat of a group for who was in it alone', async () => {
  await using scene = await openScene()
  const { params, maren } = scene
  await scene.comesIn(maren)
  const chiara = await scene.comesIn(await scene.person('Chiara Bellandi'))
  const joost = await scene.comesIn(await scene.person('Joost van Dalen'))
  await maren.browser.call(room.beginTheGathering, { params })
  const named = { params: { ...params, who: maren.who }, body: { language: 'en' } }
  await maren.browser.call(nameACaptioner, named)
  await maren.browser.call(caption, { params, body: { text: 'Two of three must agree.' } })
  const groups = [groupOf('Keys', 'Who holds them?'), groupOf('Costs', '')]
  await maren.browser.call(planBreakouts, { params, body: { groups } })
  const { sets } = await maren.browser.call(goOut, { params })
  const group = sets.at(-1)?.placed[chiara.who]
  const within = { gathering: `gth_${`${scene.gathering}.${group}`.slice(4)}` as const }
  const said = { params: within, body: { text: 'Ours are in a *drawer*.' } }
  await chiara.browser.call(room.sayInChat, said)
  await maren.browser.call(room.endTheGathering, { params })

  const hers = await zipOf(scene, chiara)
  const files = unzipSync(hers)
  const textOf = (name: RegExp) => {
    const found = Object.entries(files).find(([file]) => name.test(file))
    return found ? strFromU8(found[1]) : ''
  }
  assert.match(textOf(/^captions-en\.vtt$/), /^WEBVTT[^]*Two of three must agree/)
  assert.match(textOf(/^captions-en\.txt$/), /Two of three must agree/)
  assert.match(
    textOf(/^groups\/01-\w+\.md$/),
    /\*\*Chiara Bellandi\*\* Ours are in a \\\*drawer\\\*/,
  )
  assert.ok(verifyZip(hers).whole)

  const his = Object.keys(unzipSync(await zipOf(scene, joost)))
  assert.deepEqual(
    his.filter((name) => name.startsWith('groups/')),
    [],
    'it was not written to him',
  )
  assert.ok(his.includes('captions-en.vtt'))
  const { chats } = await joost.browser.call(readGroupChats, { params })
  assert.deepEqual(chats, [])
  const { chats: own } = await chiara.browser.call(readGroupChats, { params })
  assert.deepEqual(
    own.map(({ lines }) => lines.map(({ name, text }) => [name, text])),
    [[['Chiara Bellandi', 'Ours are in a *drawer*.']]],
  )
})
