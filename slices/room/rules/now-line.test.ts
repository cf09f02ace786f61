import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE, plus, SECOND } from '#kernel/clock.ts'
import { endTurn, giveFloor } from './giving.ts'
import { nextItem } from './going-on.ts'
import { askForFloor } from './hands.ts'
import { beginGathering, endGathering } from './life.ts'
import { nowLine } from './now-line.ts'
import { CHIARA, JOOST, MAREN, NGOZI, rehearsal, START, tell } from './rehearsal.test.ts'
import type { Room } from './state.ts'

const at = (seconds: number) => plus(START, seconds * SECOND)

function inPanel(): Room {
  let room = rehearsal()
  room = tell(room, 0, beginGathering(room, MAREN))
  room = tell(room, 60, nextItem(room, MAREN, 'itm_welcome'))
  room = tell(room, 60, giveFloor(room, MAREN, { who: [CHIARA], seconds: 180 }))
  return tell(room, 70, askForFloor(room, JOOST, 'reply'))
}

test('before: the doors are open, we begin in so long, first is …', () => {
  const line = nowLine(rehearsal(), { now: at(-400) })
  assert.equal(line.kind, 'before')
  assert.equal(line.kind === 'before' && line.startsIn, 400_000)
  assert.equal(line.kind === 'before' && line.first?.title, 'Welcome')
})

test('a turn: who has it, how long, who is next; for the speaker it is yours', () => {
  const line = nowLine(inPanel(), { now: at(120), me: CHIARA })
  assert.ok(line.kind === 'turn')
  assert.equal(line.item?.title, 'Panel')
  assert.deepEqual(line.holders, [{ who: CHIARA, name: 'Chiara Bellandi' }])
  assert.equal(line.yours, true)
  assert.equal(line.left, 120_000)
  assert.equal(line.pace, 'steady')
  assert.equal(line.warned, false)
  assert.equal(line.next?.name, 'Joost van Dalen')
})

test('a minute left is said to the speaker and the facilitator, to nobody else', () => {
  const now = at(182)
  for (const [me, warned] of [
    [CHIARA, true],
    [MAREN, true],
    [NGOZI, false],
  ] as const) {
    const line = nowLine(inPanel(), { now, me })
    assert.ok(line.kind === 'turn' && line.pace === 'minute')
    assert.equal(line.warned, warned)
  }
})

test('over time the line stays full and says by how much', () => {
  const line = nowLine(inPanel(), { now: at(280) })
  assert.ok(line.kind === 'turn')
  assert.deepEqual([line.pace, line.left, line.filled], ['over', -40_000, 1])
})

test('several have it, with the clock of the item when their turns have none', () => {
  let room = inPanel()
  room = tell(room, 100, giveFloor(room, MAREN, { who: [CHIARA, NGOZI], seconds: null }))
  const line = nowLine(room, { now: at(120) })
  assert.ok(line.kind === 'several')
  assert.equal(line.holders.length, 2)
})

test('nobody has it: the floor is free, the item has its clock', () => {
  const room = tell(inPanel(), 100, endTurn(inPanel(), CHIARA, CHIARA))
  const line = nowLine(room, { now: at(120) })
  assert.ok(line.kind === 'free')
  assert.equal(line.left, 19 * MINUTE)
})

test('in a break: back at, what comes next', () => {
  const room = tell(inPanel(), 100, nextItem(inPanel(), MAREN, 'itm_panel'))
  const line = nowLine(room, { now: at(160) })
  assert.ok(line.kind === 'break')
  assert.equal(line.backAt, at(700))
  assert.equal(line.next?.title, 'Plenary')
})

test('the line lost, and the gathering over', () => {
  assert.deepEqual(nowLine(inPanel(), { now: at(99), lostAt: at(90) }), {
    kind: 'lost',
    since: at(90),
  })
  const over = tell(inPanel(), 200, endGathering(inPanel(), MAREN))
  assert.deepEqual(nowLine(over, { now: at(300) }), { kind: 'ended', at: at(200) })
})
