import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plus, SECOND } from '#kernel/clock.ts'
import { enterRoom, leaveRoom } from './door.ts'
import { handOver } from './duties.ts'
import { endTurn, giveFloor } from './giving.ts'
import { isHere, microphoneOf, peopleThemselves, personOf, unlessHere } from './glance.ts'
import { openRound, passInRound } from './going-round.ts'
import { askForFloor, orderStack, withdrawRequest } from './hands.ts'
import { wereHeard } from './heard.ts'
import { lockRoom, removePerson } from './keeping-out.ts'
import { beginGathering, endGathering } from './life.ts'
import { left } from './people.ts'
import { placeIn } from './place.ts'
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
import { nextToSpeak } from './stack.ts'
import type { Room } from './state.ts'
import { closeMicrophone, openMicrophone, rise, seatAgain, sitDown } from './sitting.ts'

const SEAN = { who: 'gst_sean', name: 'Seán Breathnach', person: null }
const SIOBHAN = { who: 'gst_siobhan', name: 'Siobhán Nic Aodha', person: 'per_siobhan' }

/** It has begun; Oisín's tablet is the microphone of the village hall, Seán and Siobhán sit there. */
function together(): Room {
  const begun = tell(rehearsal(), 0, beginGathering(rehearsal(), MAREN))
  const open = tell(begun, 1, openMicrophone(begun, OISIN, 'Village hall'))
  const one = tell(open, 2, sitDown(open, OISIN, OISIN, SEAN))
  return tell(one, 3, sitDown(one, OISIN, OISIN, SIOBHAN))
}

const locked = () => tell(together(), 4, lockRoom(together(), MAREN))
const without = (who: string) => tell(together(), 4, removePerson(together(), MAREN, who))
const fresh = { who: 'gst_new', name: 'Gráinne', person: null }

const refused: readonly [
  story: string,
  room: () => Room,
  act: (room: Room) => object,
  why: string,
][] = [
  ['before it begins', rehearsal, (room) => openMicrophone(room, OISIN, 'Barn'), 'not-begun'],
  [
    'by a guest, without an account',
    together,
    (room) => openMicrophone(room, AROHA, 'Barn'),
    'microphone-needs-account',
  ],
  [
    'by somebody else',
    together,
    (room) => sitDown(room, JOOST, OISIN, fresh),
    'not-your-microphone',
  ],
  [
    'at a device that is no microphone',
    together,
    (room) => sitDown(room, JOOST, JOOST, fresh),
    'no-microphone',
  ],
  [
    'who came with their own device',
    together,
    (room) => sitDown(room, OISIN, OISIN, { ...fresh, person: CHIARA }),
    'here-already',
  ],
  [
    'who sits there already',
    together,
    (room) => sitDown(room, OISIN, OISIN, { ...fresh, person: 'per_siobhan' }),
    'here-already',
  ],
  [
    'who was removed',
    () => without(CHIARA),
    (room) => sitDown(room, OISIN, OISIN, { ...fresh, person: CHIARA }),
    'removed-person',
  ],
  [
    'who was removed from a seat, again',
    () => without(SEAN.who),
    (room) => seatAgain(room, OISIN, SEAN.who),
    'removed-person',
  ],
  ['in a locked room', locked, (room) => sitDown(room, OISIN, OISIN, fresh), 'room-locked'],
  [
    'a hand by a neighbour',
    together,
    (room) => askForFloor(room, SEAN.who, 'point', JOOST),
    'only-facilitators',
  ],
  [
    'an end by a neighbour',
    together,
    (room) => closeMicrophone(room, JOOST, OISIN),
    'not-your-microphone',
  ],
  [
    'duties of who only sits',
    together,
    (room) => handOver(room, MAREN, SEAN.who),
    'nobody-by-that-id',
  ],
]

for (const [story, room, act, why] of refused)
  test(`not seated, not done: ${story}`, () => {
    assert.equal(refusalOf(act(room())), why)
  })

test('who sits there is in the room, and does nothing in it by themselves', () => {
  const room = together()
  assert.ok(isHere(room, SEAN.who))
  assert.equal(unlessHere(room, SEAN.who)?.refused, 'not-in-the-room')
  const there = new Set(peopleThemselves(room).map(({ who }) => who))
  assert.ok(!there.has(SEAN.who), 'not counted among those who came with their own device')
  assert.ok(there.has(OISIN))
})

test('a hand by name stands in the stack by the same rules; the time is theirs, not the tablet’s', () => {
  let room = together()
  room = tell(room, 5, orderStack(room, MAREN, 'progressive'))
  room = tell(room, 10, askForFloor(room, SEAN.who, 'question', OISIN))
  room = tell(room, 11, askForFloor(room, SIOBHAN.who, 'point', OISIN))
  assert.deepEqual(nextToSpeak(room), [SEAN.who, SIOBHAN.who])
  room = tell(room, 20, giveFloor(room, MAREN, { who: [SEAN.who] }))
  assert.ok(placeIn(room, OISIN).onStage, 'the microphone of the place may be heard')
  assert.ok(!placeIn(room, JOOST).onStage)
  const span = { who: OISIN, from: plus(START, 20 * SECOND), till: plus(START, 50 * SECOND) }
  room = tell(room, 50, { facts: [wereHeard.of({ spans: [span] })] })
  room = tell(room, 50, endTurn(room, OISIN, SEAN.who))
  assert.ok(!placeIn(room, OISIN).onStage)
  assert.deepEqual(
    [room.floor.spoken[SEAN.who], room.floor.spoken[OISIN]],
    [30 * SECOND, undefined],
  )
  room = tell(room, 51, askForFloor(room, SEAN.who, 'point', OISIN))
  assert.deepEqual(nextToSpeak(room), [SIOBHAN.who, SEAN.who], 'who spoke least goes first')
  room = tell(room, 52, withdrawRequest(room, OISIN, SEAN.who))
  assert.deepEqual(nextToSpeak(room), [SIOBHAN.who])
})

test('in a round each of them has a turn of their own, and may pass', () => {
  let room = together()
  room = tell(room, 5, openRound(room, MAREN, [SEAN.who, OISIN, SIOBHAN.who], 60))
  room = tell(room, 6, passInRound(room, OISIN, SEAN.who))
  assert.deepEqual(nextToSpeak(room), [OISIN, SIOBHAN.who])
})

test('who comes in with their own phone is one person, and keeps hand, turn and time', () => {
  let room = together()
  const siobhan = { who: 'per_siobhan', name: 'Siobhán Nic Aodha', kind: 'person' } as const
  room = tell(room, 5, orderStack(room, MAREN, 'progressive'))
  room = tell(room, 6, giveFloor(room, MAREN, { who: [SIOBHAN.who] }))
  room = tell(room, 16, endTurn(room, OISIN, SIOBHAN.who))
  room = tell(room, 17, askForFloor(room, SIOBHAN.who, 'reply', OISIN))
  room = tell(room, 18, askForFloor(room, NGOZI, 'point'))
  room = tell(room, 19, enterRoom(room, siobhan))
  assert.ok(!isHere(room, SIOBHAN.who))
  assert.deepEqual(nextToSpeak(room), [NGOZI, siobhan.who], 'ten seconds were hers')
  assert.equal(room.stack.requests[0]?.kind, 'reply')
  assert.equal(refusalOf(seatAgain(room, OISIN, SIOBHAN.who)), 'here-already')
  room = tell(room, 20, { facts: [left.of({ who: siobhan.who, how: 'left' })] })
  room = tell(room, 21, seatAgain(room, OISIN, SIOBHAN.who))
  room = tell(room, 22, giveFloor(room, MAREN, { who: [SIOBHAN.who] }))
  room = tell(room, 25, enterRoom(room, siobhan))
  assert.deepEqual(
    room.floor.holders.map(({ who, since }) => [who, since]),
    [[siobhan.who, plus(START, 22 * SECOND)]],
    'a turn goes on',
  )
})

test('with a lost line the microphone waits, and so do those there; who left stays away', () => {
  let room = together()
  room = tell(room, 5, askForFloor(room, SEAN.who, 'point', OISIN))
  room = tell(room, 6, rise(room, OISIN, SIOBHAN.who))
  room = tell(room, 7, { facts: [left.of({ who: OISIN, how: 'lost' })] })
  assert.ok(!isHere(room, SEAN.who))
  assert.deepEqual(nextToSpeak(room), [], 'passed over, not forgotten')
  room = tell(room, 9, enterRoom(room, { who: OISIN, name: 'Oisín Farrelly', kind: 'person' }))
  assert.deepEqual(nextToSpeak(room), [SEAN.who])
  assert.ok(!isHere(room, SIOBHAN.who))
  room = tell(room, 10, seatAgain(room, OISIN, SIOBHAN.who))
  assert.equal(personOf(room, SIOBHAN.who)?.stays.length, 2)
})

const endings: readonly [how: string, end: (room: Room) => Room][] = [
  ['whose device it is ends it', (room) => tell(room, 9, closeMicrophone(room, OISIN, OISIN))],
  ['a facilitator ends it', (room) => tell(room, 9, closeMicrophone(room, MAREN, OISIN))],
  ['whose device it is leaves', (room) => tell(room, 9, leaveRoom(room, OISIN))],
  ['whose device it is is removed', (room) => tell(room, 9, removePerson(room, MAREN, OISIN))],
  ['the gathering ends', (room) => tell(room, 9, endGathering(room, MAREN))],
]

for (const [how, end] of endings)
  test(`nobody sits there any more when ${how}`, () => {
    let room = together()
    room = tell(room, 5, askForFloor(room, SIOBHAN.who, 'point', OISIN))
    room = tell(room, 6, giveFloor(room, MAREN, { who: [SEAN.who] }))
    room = end(room)
    assert.ok(!isHere(room, SEAN.who) && !isHere(room, SIOBHAN.who))
    assert.deepEqual(nextToSpeak(room), [])
    assert.deepEqual(room.floor.holders, [])
    assert.equal(personOf(room, SEAN.who)?.seat?.place, 'Village hall', 'the minutes can say where')
    if (!room.endedAt) assert.equal(microphoneOf(room, OISIN), undefined)
  })
