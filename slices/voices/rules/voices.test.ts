import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  endedBy,
  hasPlace,
  isAmongAll,
  mayHear,
  maySend,
  mayStandBy,
  shapeOf,
  type Standing,
} from './voices.ts'

const NOW = '2026-11-24T18:00:00.000Z'
const HERE: Standing = {
  here: true,
  wentAt: null,
  removed: false,
  left: false,
  over: false,
  facilitates: false,
  onStage: false,
  isWall: false,
}

test('a gathering is a circle for twelve and a plenary for more, unless somebody chose', () => {
  const table = [
    [null, 0, 'circle'],
    [null, 12, 'circle'],
    [null, 13, 'plenary'],
    ['circle', 350, 'circle'],
    ['plenary', 2, 'plenary'],
  ] as const
  for (const [chosen, came, shape] of table) assert.equal(shapeOf(chosen, came), shape)
})

test('in a circle all may speak; in a plenary those on the stage and who facilitates', () => {
  const all = ['microphone', 'camera', 'screen']
  const table = [
    ['circle', {}, all],
    ['plenary', {}, []],
    ['plenary', { onStage: true }, all],
    ['plenary', { facilitates: true }, all],
  ] as const
  for (const [shape, more, sends] of table)
    assert.deepEqual(maySend(shape, { ...HERE, ...more }), sends)
})

test('who interprets may open the microphone in a plenary, and nothing else', () => {
  assert.deepEqual(maySend('plenary', HERE, { more: ['microphone'] }), ['microphone'])
  assert.deepEqual(maySend('circle', HERE, { more: ['microphone'] }), maySend('circle', HERE))
})

test('who is in the room hears it, and longer: a minute when the line was lost, five seconds when they went', () => {
  const table = [
    [{}, true],
    [{ here: false }, false],
    [{ here: false, wentAt: '2026-11-24T17:59:01.000Z' }, true],
    [{ here: false, wentAt: '2026-11-24T17:59:00.000Z' }, false],
    [{ here: false, wentAt: '2026-11-24T17:59:56.000Z', left: true }, true],
    [{ here: false, wentAt: '2026-11-24T17:59:55.000Z', left: true }, false],
    [{ removed: true }, false],
    [{ over: true }, false],
    [{ here: false, wentAt: '2026-11-24T17:59:59.000Z', removed: true }, false],
  ] as const
  for (const [more, hears] of table)
    assert.equal(mayHear({ ...HERE, ...more }, NOW), hears, JSON.stringify(more))
})

test('who is to go into a room stands by for it, as long as they hear the main hall', () => {
  const table = [
    [['per_chiara'], {}, true],
    [['per_joost'], {}, false],
    [[], {}, false],
    [['per_chiara'], { removed: true }, false],
    [['per_chiara'], { over: true }, false],
  ] as const
  for (const [awaits, more, stands] of table)
    assert.equal(mayStandBy(awaits, 'per_chiara', { ...HERE, ...more }, NOW), stands)
})

test('facilitators let somebody speak or only listen, whatever the shape; never each other', () => {
  const all = ['microphone', 'camera', 'screen']
  const table = [
    ['plenary', {}, true, all],
    ['circle', {}, false, []],
    ['plenary', { onStage: true }, false, []],
    ['circle', { facilitates: true }, false, all],
    ['circle', {}, null, all],
  ] as const
  for (const [shape, more, speak, sends] of table)
    assert.deepEqual(maySend(shape, { ...HERE, ...more }, { speak }), sends)
})

test('all others are muted at once, save who interprets', () => {
  const table = [
    ['per_chiara', [], true],
    ['per_maren', [], false],
    ['per_chiara', ['microphone'], false],
    ['per_chiara', ['screen'], true],
  ] as const
  for (const [who, more, meant] of table) assert.equal(isAmongAll(who, 'per_maren', more), meant)
})

test('the newest screen is the one that is shared, unless several are allowed', () => {
  assert.deepEqual(endedBy('per_b', ['per_a', 'per_b'], 'one'), ['per_a'])
  assert.deepEqual(endedBy('per_b', ['per_a', 'per_b'], 'several'), [])
  assert.deepEqual(endedBy('per_a', ['per_a'], 'one'), [])
})

test('a sealed gathering is heard by twelve; who is in it comes back', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `per_${at}`)
  assert.equal(hasPlace(twelve.slice(1), 'per_aroha'), true)
  assert.equal(hasPlace(twelve, 'per_aroha'), false)
  assert.equal(hasPlace(twelve, 'per_7'), true)
})
