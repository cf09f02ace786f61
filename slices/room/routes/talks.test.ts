import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import * as api from '../api.ts'
import { forgetTalks } from '../timers/forgetting.ts'
import { openScene, type Scene, type Somebody } from './scene.test.ts'

async function opens(scene: Scene, { browser }: Somebody, other: Somebody | null) {
  const body = { with: other?.who ?? null }
  return (await browser.call(api.openATalk, { params: scene.params, body })).talk
}

function says(scene: Scene, { browser }: Somebody, talk: `tlk_${string}`, text: string) {
  return browser.call(api.sayInTalk, { params: { ...scene.params, talk }, body: { text } })
}

test('a private talk is heard by the two and by nobody else, the facilitators neither', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const [oisin, devika] = [await scene.guest('Oisín Farrelly'), await scene.guest('Devika Rao')]
  const own = `own:${scene.gathering}:${oisin.who}`
  const bell = await oisin.browser.listen({ [own]: 0 })
  const talk = await opens(scene, devika, oisin)
  await bell.until(() => bell.entries(own).some(({ data }) => data['talk'] === talk.id))
  assert.equal((await opens(scene, oisin, devika)).id, talk.id)
  const topic = `talk:${talk.id}`
  const ear = await oisin.browser.listen({ [topic]: 0 })
  await says(scene, devika, talk.id, 'Who lends the fourth server?')
  await ear.until(() => ear.entries(topic).length === 1)
  const curious = await maren.browser.listen({ [topic]: 0 })
  assert.ok(curious.refused(topic))
  const params = { ...scene.params, talk: talk.id }
  const foreign = await maren.browser.refused(api.sayInTalk, { params, body: { text: 'x' } })
  assert.equal(foreign.name, 'no-such-talk')
  const open = await scene.listens(maren)
  assert.equal(JSON.stringify(open.frames).includes('fourth server'), false)
  for (const one of [bell, ear, curious, open]) one.close()
})

test('a talk with the facilitators is read by all of them, also by who becomes one later', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const [devika, oisin] = [await scene.guest('Devika Rao'), await scene.guest('Oisín Farrelly')]
  const talk = await opens(scene, devika, null)
  await says(scene, devika, talk.id, 'I would rather not be recorded')
  await says(scene, maren, talk.id, 'Then we do not')
  const topic = `talk:${talk.id}`
  const before = await oisin.browser.listen({ [topic]: 0 })
  assert.ok(before.refused(topic))
  const role = {
    params: { ...scene.params, who: oisin.who },
    body: { role: 'facilitator' },
  } as const
  await maren.browser.call(api.giveARole, role)
  const after = await oisin.browser.listen({ [topic]: 0 })
  assert.equal(after.entries(topic).length, 2)
  const { talks } = await oisin.browser.call(api.listMyTalks, { params: scene.params })
  assert.deepEqual(
    talks.map((one) => [one.kind, one.with]),
    [['care', devika.who]],
  )
  before.close()
  after.close()
})

test('a person blocks one, and neither writes to the other', async () => {
  await using scene = await openScene()
  const [devika, loud] = [await scene.guest('Devika Rao'), await scene.guest('Somebody Loud')]
  const talk = await opens(scene, loud, devika)
  const block = { params: { ...scene.params, who: loud.who }, body: { blocked: true } }
  await devika.browser.call(api.blockSomebody, block)
  const params = { ...scene.params, talk: talk.id }
  for (const { browser } of [devika, loud]) {
    const problem = await browser.refused(api.sayInTalk, { params, body: { text: 'hey' } })
    assert.equal(problem.name, 'blocked')
  }
  await devika.browser.call(api.blockSomebody, { ...block, body: { blocked: false } })
  await says(scene, loud, talk.id, 'sorry')
})

test('a gathering may switch private talk off', async () => {
  await using scene = await openScene({ call: { settings: { privateChat: false } } })
  const [devika, oisin] = [await scene.guest('Devika Rao'), await scene.guest('Oisín Farrelly')]
  const body = { with: oisin.who }
  const problem = await devika.browser.refused(api.openATalk, { params: scene.params, body })
  assert.equal(problem.name, 'private-off')
})

test('a private line is withdrawn by who wrote it', async () => {
  await using scene = await openScene()
  const [devika, oisin] = [await scene.guest('Devika Rao'), await scene.guest('Oisín Farrelly')]
  const talk = await opens(scene, devika, oisin)
  const { seq } = await says(scene, devika, talk.id, 'my number is 0123')
  const params = { ...scene.params, talk: talk.id, line: seq }
  const foreign = await oisin.browser.refused(api.withdrawInTalk, { params })
  assert.equal(foreign.name, 'not-your-line')
  await devika.browser.call(api.withdrawInTalk, { params })
  const ear = await oisin.browser.listen({ [`talk:${talk.id}`]: 0 })
  assert.equal(JSON.stringify(ear.frames).includes('0123'), false)
  ear.close()
})

test('a month after the end the words of private talks are gone', async () => {
  await using scene = await openScene()
  const maren = await scene.comesIn(scene.maren)
  const devika = await scene.guest('Devika Rao')
  await maren.browser.call(api.beginTheGathering, { params: scene.params })
  const talk = await opens(scene, devika, maren)
  await says(scene, devika, talk.id, 'my number is 0123')
  await maren.browser.call(api.endTheGathering, { params: scene.params })
  const { hall, clock } = scene.test
  clock.pass(29 * DAY)
  await forgetTalks(hall, clock.now())
  const ear = await devika.browser.listen({ [`talk:${talk.id}`]: 0 })
  assert.equal(ear.entries(`talk:${talk.id}`)[0]?.data['text'], 'my number is 0123')
  ear.close()
  clock.pass(2 * DAY)
  await forgetTalks(hall, clock.now())
  await forgetTalks(hall, clock.now())
  const record = JSON.stringify(await hall.db.selectFrom('record').selectAll().execute())
  assert.equal(record.includes('0123'), false)
})
