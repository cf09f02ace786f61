import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plus, SECOND } from '#kernel/clock.ts'
import { leaveRoom } from './door.ts'
import { endTurn, giveFloor } from './giving.ts'
import { nextItem } from './going-on.ts'
import { closeRound, openRound, passInRound } from './going-round.ts'
import {
  arrangeStack,
  askForFloor,
  closeStack,
  giveNext,
  orderStack,
  withdrawRequest,
} from './hands.ts'
import { beginGathering } from './life.ts'
import { left } from './people.ts'
import {
  AROHA,
  CHIARA,
  JOOST,
  MAREN,
  NGOZI,
  OISIN,
  refusalOf,
  rehearsal,
  START,
  tell,
} from './rehearsal.test.ts'
import { timeSpoken } from './speaking-time.ts'
import { nextToSpeak, placeOf } from './stack.ts'
import type { Room, StackOrder } from './state.ts'

type Step = readonly [after: number, who: string, does: 'asks' | 'withdraws' | 'speaks' | 'ends']

function play(order: StackOrder, steps: readonly Step[]): Room {
  let room = tell(rehearsal(), 0, orderStack(rehearsal(), MAREN, order))
  for (const [after, who, does] of steps) {
    if (does === 'asks') room = tell(room, after, askForFloor(room, who, 'point'))
    if (does === 'withdraws') room = tell(room, after, withdrawRequest(room, who, who))
    if (does === 'speaks') room = tell(room, after, giveFloor(room, MAREN, { who: [who] }))
    if (does === 'ends') room = tell(room, after, endTurn(room, who, who))
  }
  return room
}

const table: readonly { story: string; order: StackOrder; steps: Step[]; next: string[] }[] = [
  {
    story: 'first come: by the moment of asking, whoever has spoken',
    order: 'first-come',
    steps: [
      [0, CHIARA, 'speaks'],
      [180, CHIARA, 'ends'],
      [190, CHIARA, 'asks'],
      [195, JOOST, 'asks'],
    ],
    next: [CHIARA, JOOST],
  },
  {
    story: 'progressive: who has spoken least goes first',
    order: 'progressive',
    steps: [
      [0, CHIARA, 'speaks'],
      [180, CHIARA, 'ends'],
      [190, CHIARA, 'asks'],
      [195, JOOST, 'asks'],
    ],
    next: [JOOST, CHIARA],
  },
  {
    story: 'progressive: of two who have spoken as long, the first who asked',
    order: 'progressive',
    steps: [
      [10, NGOZI, 'asks'],
      [20, JOOST, 'asks'],
    ],
    next: [NGOZI, JOOST],
  },
  {
    story: 'asking twice is standing once, and the place stays',
    order: 'first-come',
    steps: [
      [10, NGOZI, 'asks'],
      [20, JOOST, 'asks'],
      [30, NGOZI, 'asks'],
    ],
    next: [NGOZI, JOOST],
  },
  {
    story: 'who withdraws and asks again stands at the end',
    order: 'first-come',
    steps: [
      [10, NGOZI, 'asks'],
      [20, JOOST, 'asks'],
      [30, NGOZI, 'withdraws'],
      [40, NGOZI, 'asks'],
    ],
    next: [JOOST, NGOZI],
  },
  {
    story: 'who gets the floor leaves the stack',
    order: 'first-come',
    steps: [
      [10, NGOZI, 'asks'],
      [20, JOOST, 'asks'],
      [30, NGOZI, 'speaks'],
    ],
    next: [JOOST],
  },
]

for (const { story, order, steps, next } of table) {
  test(story, () => assert.deepEqual(nextToSpeak(play(order, steps)), next))
}

test('the kind of a request changes, its place does not', () => {
  let room = play('first-come', [
    [10, NGOZI, 'asks'],
    [20, JOOST, 'asks'],
  ])
  room = tell(room, 30, askForFloor(room, JOOST, 'process'))
  assert.deepEqual(
    room.stack.requests.map(({ who, kind }) => [who, kind]),
    [
      [NGOZI, 'point'],
      [JOOST, 'process'],
    ],
  )
})

test('leaving and coming back does not make a speaker fresh', () => {
  let room = play('progressive', [
    [0, CHIARA, 'speaks'],
    [180, CHIARA, 'ends'],
  ])
  room = tell(room, 200, leaveRoom(room, CHIARA))
  const back = { kind: 'room.entered', data: { who: CHIARA, name: 'Chiara', kind: 'person' } }
  room = tell(room, 210, { facts: [back] })
  room = tell(room, 220, askForFloor(room, CHIARA, 'point'))
  room = tell(room, 230, askForFloor(room, OISIN, 'point'))
  assert.deepEqual(nextToSpeak(room), [OISIN, CHIARA])
  assert.equal(timeSpoken(room, CHIARA), 180_000)
})

test('who lost the line keeps the place and is passed over until back; who left stands no more', () => {
  let room = play('first-come', [
    [10, NGOZI, 'asks'],
    [20, JOOST, 'asks'],
    [30, AROHA, 'asks'],
  ])
  room = tell(room, 40, { facts: [left.of({ who: NGOZI, how: 'lost' })] })
  room = tell(room, 41, leaveRoom(room, JOOST))
  assert.deepEqual(nextToSpeak(room), [AROHA])
  const back = { kind: 'room.entered', data: { who: NGOZI, name: 'Ngozi', kind: 'person' } }
  assert.deepEqual(nextToSpeak(tell(room, 60, { facts: [back] })), [NGOZI, AROHA])
})

test('by hand: as the facilitator arranged it, newcomers at the end', () => {
  let room = play('first-come', [
    [10, NGOZI, 'asks'],
    [20, JOOST, 'asks'],
    [30, AROHA, 'asks'],
  ])
  room = tell(room, 40, arrangeStack(room, MAREN, [AROHA, NGOZI]))
  room = tell(room, 50, askForFloor(room, CHIARA, 'point'))
  assert.deepEqual(nextToSpeak(room), [AROHA, NGOZI, JOOST, CHIARA])
  assert.equal(placeOf(room, JOOST), 3)
})

test('a closed stack takes no new request and loses none', () => {
  let room = play('first-come', [[10, NGOZI, 'asks']])
  room = tell(room, 20, closeStack(room, MAREN))
  assert.equal(refusalOf(askForFloor(room, JOOST, 'point')), 'stack-closed')
  room = tell(room, 30, askForFloor(room, NGOZI, 'question'))
  assert.deepEqual(nextToSpeak(room), [NGOZI])
})

test('giving the floor to the next names whom one saw: another by now is refused', () => {
  const room = play('first-come', [
    [10, NGOZI, 'asks'],
    [20, JOOST, 'asks'],
  ])
  const now = plus(START, 40 * SECOND)
  const given = tell(room, 40, giveNext(room, MAREN, NGOZI, now))
  assert.equal(refusalOf(giveNext(given, MAREN, NGOZI, now)), 'next-has-changed')
  assert.deepEqual(
    given.floor.holders.map(({ who, kind }) => [who, kind]),
    [[NGOZI, 'point']],
  )
  assert.equal(refusalOf(giveNext(rehearsal(), MAREN, null, now)), 'nobody-waits')
  assert.equal(refusalOf(giveNext(room, JOOST, null, now)), 'only-facilitators')
})

test('in a round everybody has the floor once, in order, before the stack', () => {
  let room = play('first-come', [[10, AROHA, 'asks']])
  room = tell(room, 20, openRound(room, MAREN, [JOOST, NGOZI, CHIARA, JOOST], 60))
  assert.deepEqual(nextToSpeak(room), [JOOST, NGOZI, CHIARA, AROHA])
  room = tell(room, 30, giveNext(room, MAREN, null, plus(START, 30 * SECOND)))
  assert.equal(room.floor.holders[0]?.seconds, 60)
  room = tell(room, 40, passInRound(room, NGOZI, NGOZI))
  assert.equal(refusalOf(passInRound(room, NGOZI, NGOZI)), 'not-in-the-round')
  room = tell(room, 90, giveNext(room, MAREN, CHIARA, plus(START, 90 * SECOND)))
  assert.equal(room.floor.round, null)
  assert.deepEqual(nextToSpeak(room), [AROHA])
  assert.equal(refusalOf(closeRound(room, JOOST)), 'only-facilitators')
})

test('while several have the floor the time is shared evenly between them', () => {
  let room = tell(rehearsal(), 0, giveFloor(rehearsal(), MAREN, { who: [CHIARA, JOOST] }))
  room = tell(room, 60, endTurn(room, CHIARA, CHIARA))
  room = tell(room, 90, endTurn(room, MAREN, JOOST))
  assert.equal(timeSpoken(room, CHIARA), 30_000)
  assert.equal(timeSpoken(room, JOOST), 60_000)
  assert.equal(room.floor.heldMs, 90_000)
})

test('the next item frees the floor, and only a facilitator takes it from somebody', () => {
  let room = tell(rehearsal(), 0, beginGathering(rehearsal(), MAREN))
  assert.deepEqual(
    room.floor.holders.map(({ who }) => who),
    [MAREN],
  )
  assert.equal(refusalOf(endTurn(room, JOOST, MAREN)), 'only-facilitators')
  room = tell(room, 300, nextItem(room, MAREN, 'itm_welcome'))
  assert.deepEqual(
    room.floor.holders.map(({ who }) => who),
    [CHIARA, JOOST],
  )
  room = tell(room, 900, nextItem(room, MAREN, 'itm_panel'))
  assert.deepEqual(room.floor.holders, [])
  assert.equal(refusalOf(endTurn(room, CHIARA, CHIARA)), 'no-turn-to-end')
})
