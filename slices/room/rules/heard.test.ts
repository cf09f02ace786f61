/** Time heard in a circle: counted once, beside the turns, at the item that ran. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plus, SECOND } from '#kernel/clock.ts'
import { endTurn, giveFloor } from './giving.ts'
import { nextItem } from './going-on.ts'
import { askForFloor, orderStack } from './hands.ts'
import { wereHeard } from './heard.ts'
import { beginGathering, endGathering } from './life.ts'
import { AROHA, CHIARA, JOOST, MAREN, NGOZI, rehearsal, START, tell } from './rehearsal.test.ts'
import { timeSpoken } from './speaking-time.ts'
import { nextToSpeak } from './stack.ts'
import type { Room } from './state.ts'

type Told = readonly [who: string, from: number, till: number]

const at = (seconds: number) => plus(START, seconds * SECOND)
const spans = (...told: Told[]) => ({
  facts: [
    wereHeard.of({
      spans: told.map(([who, from, till]) => ({ who, from: at(from), till: at(till) })),
    }),
  ],
})
const seconds = (room: Room, who: string) => timeSpoken(room, who) / SECOND

/** Begun, with a free floor. */
function begun(): Room {
  const room = tell(rehearsal(), 0, beginGathering(rehearsal(), MAREN))
  return tell(room, 0, endTurn(room, MAREN, MAREN))
}

test('a moment counts once: as a turn, or as heard', () => {
  let room = begun()
  room = tell(room, 20, giveFloor(room, MAREN, { who: [JOOST] }))
  room = tell(room, 50, endTurn(room, JOOST, JOOST))
  room = tell(room, 60, giveFloor(room, MAREN, { who: [JOOST] }))
  const table: [string, Told[], number][] = [
    ['before the first turn', [[JOOST, 5, 15]], 30 + 10],
    ['over into a turn', [[JOOST, 15, 30]], 30 + 5],
    ['within a turn', [[JOOST, 25, 40]], 30],
    ['around a turn, into the one that runs', [[JOOST, 10, 70]], 30 + 10 + 10],
    [
      'told twice',
      [
        [JOOST, 5, 15],
        [JOOST, 5, 15],
      ],
      30 + 10,
    ],
    [
      'told with what was told',
      [
        [JOOST, 5, 10],
        [JOOST, 8, 15],
      ],
      30 + 10,
    ],
    ['longer than time has passed', [[JOOST, 55, 500]], 30 + 5],
    ['before it began', [[JOOST, -60, 4]], 30 + 4],
    ['the wrong way round', [[JOOST, 15, 5]], 30],
    ['of somebody who was never here', [['per_nobody', 0, 15]], 30],
  ]
  for (const [words, told, expected] of table)
    assert.equal(seconds(tell(room, 80, spans(...told)), JOOST), expected, words)
  assert.equal(tell(room, 80, spans([JOOST, 5, 15])).floor.heldMs, room.floor.heldMs)
})

test('who was heard least goes first in the progressive stack', () => {
  let room = begun()
  room = tell(room, 10, orderStack(room, MAREN, 'progressive'))
  for (const who of [CHIARA, NGOZI, AROHA]) room = tell(room, 11, askForFloor(room, who, 'point'))
  room = tell(room, 100, spans([CHIARA, 20, 60], [NGOZI, 60, 70]))
  assert.deepEqual(nextToSpeak(room), [AROHA, NGOZI, CHIARA])
})

test('what was heard stands at its item, and not beyond the end', () => {
  let room = begun()
  room = tell(room, 30, spans([AROHA, 10, 20]))
  room = tell(room, 60, nextItem(room, MAREN, 'itm_welcome'))
  room = tell(room, 90, spans([AROHA, 70, 75], [AROHA, 80, 85]))
  room = tell(room, 100, endGathering(room, MAREN))
  room = tell(room, 110, spans([AROHA, 95, 105]))
  const heard = room.floor.heard.map(({ who, item, ms }) => [who, item, ms / SECOND])
  assert.deepEqual(heard, [
    [AROHA, 'itm_welcome', 10],
    [AROHA, 'itm_panel', 10 + 5],
  ])
})
