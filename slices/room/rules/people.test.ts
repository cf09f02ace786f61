import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doorFor, enterRoom, leaveRoom } from './door.ts'
import { giveRole, handOver, layRoleDown, takeOver } from './duties.ts'
import { isFacilitator, isHere, timeHere } from './glance.ts'
import { askForFloor } from './hands.ts'
import { lockRoom, removePerson, setLobby } from './keeping-out.ts'
import { beginGathering, endGathering } from './life.ts'
import { left } from './people.ts'
import {
  AROHA,
  CHIARA,
  JOOST,
  MAREN,
  OISIN,
  refusalOf,
  rehearsal,
  START,
  tell,
} from './rehearsal.test.ts'
import { showSignal, takeSignalBack } from './signals.ts'
import type { Room } from './state.ts'
import { countSignals, signalsOf } from './temperature.ts'
import { announce, mendWriting, takeWritingBack, writeDown } from './writing-down.ts'

const begun = () => tell(rehearsal(), 0, beginGathering(rehearsal(), MAREN))
const YUKI = {
  who: 'gst_yuki',
  name: 'Yuki Tanabe',
  kind: 'guest',
  member: false,
  admitted: false,
} as const

const doors: [
  story: string,
  room: (room: Room) => Room,
  comer: Partial<typeof YUKI> | object,
  door: string,
][] = [
  ['open: anybody comes in', (room) => room, {}, 'in'],
  ['ask: a newcomer waits', (room) => tell(room, 0, setLobby(room, MAREN, 'ask')), {}, 'wait'],
  [
    'ask: who was let in comes in',
    (room) => tell(room, 0, setLobby(room, MAREN, 'ask')),
    { admitted: true },
    'in',
  ],
  [
    'ask: who was in before comes in',
    (room) => tell(room, 0, setLobby(room, MAREN, 'ask')),
    { who: AROHA },
    'in',
  ],
  ['members: others wait', (room) => tell(room, 0, setLobby(room, MAREN, 'members')), {}, 'wait'],
  [
    'members: a member comes in',
    (room) => tell(room, 0, setLobby(room, MAREN, 'members')),
    { member: true, kind: 'person' },
    'in',
  ],
  ['locked: nobody new', (room) => tell(room, 0, lockRoom(room, MAREN)), {}, 'room-locked'],
  [
    'locked: who was in comes back',
    (room) => tell(room, 0, lockRoom(room, MAREN)),
    { who: AROHA },
    'in',
  ],
  [
    'after a removal: strangers wait',
    (room) => tell(room, 0, removePerson(room, MAREN, AROHA)),
    {},
    'wait',
  ],
  [
    'after a removal: people with an account do not',
    (room) => tell(room, 0, removePerson(room, MAREN, AROHA)),
    { who: 'per_yuki', kind: 'person' },
    'in',
  ],
  [
    'who was removed stays out',
    (room) => tell(room, 0, removePerson(room, MAREN, AROHA)),
    { who: AROHA },
    'removed',
  ],
  ['over: nobody', (room) => tell(room, 1, endGathering(room, MAREN)), {}, 'gathering-over'],
]

for (const [story, make, comer, expected] of doors) {
  test(`the door, ${story}`, () => {
    const door = doorFor(make(begun()), { ...YUKI, ...comer })
    assert.equal(typeof door === 'object' ? door.refused : door, expected)
  })
}

test('the last facilitator hands over before leaving', () => {
  const room = begun()
  assert.equal(refusalOf(leaveRoom(room, MAREN)), 'hand-over-first')
  assert.equal(refusalOf(layRoleDown(room, MAREN, MAREN, 'facilitator')), 'hand-over-first')
  const handed = tell(room, 10, handOver(room, MAREN, OISIN))
  assert.deepEqual([isFacilitator(handed, MAREN), isFacilitator(handed, OISIN)], [false, true])
  assert.equal(isHere(tell(handed, 20, leaveRoom(handed, MAREN)), MAREN), false)
})

test('when the facilitator has lost the line, somebody with an account takes over', () => {
  const room = begun()
  assert.equal(refusalOf(takeOver(room, OISIN)), 'still-facilitated')
  const alone = tell(room, 30, { facts: [left.of({ who: MAREN, how: 'lost' })] })
  assert.equal(refusalOf(takeOver(alone, AROHA)), 'account-needed')
  assert.ok(isFacilitator(tell(alone, 40, takeOver(alone, OISIN)), OISIN))
})

test('roles are given and laid down; a facilitator is not removed', () => {
  let room = tell(begun(), 5, giveRole(begun(), MAREN, OISIN, 'note-taker'))
  assert.deepEqual(room.roles[OISIN], ['note-taker'])
  assert.equal(refusalOf(giveRole(room, OISIN, JOOST, 'speaker')), 'only-facilitators')
  room = tell(room, 6, giveRole(room, MAREN, OISIN, 'facilitator'))
  assert.equal(refusalOf(removePerson(room, MAREN, OISIN)), 'facilitators-stay')
  room = tell(room, 7, layRoleDown(room, MAREN, OISIN, 'facilitator'))
  room = tell(room, 8, removePerson(room, MAREN, OISIN))
  assert.equal(room.roles[OISIN], undefined)
  assert.equal(refusalOf(askForFloor(room, OISIN, 'point')), 'removed')
})

test('attendance is by stays: coming twice is one, away is not there', () => {
  let room = tell(
    rehearsal(),
    0,
    enterRoom(rehearsal(), { who: AROHA, name: 'Aroha Ngata', kind: 'guest' }),
  )
  room = tell(room, 60, leaveRoom(room, AROHA))
  room = tell(room, 90, enterRoom(room, { who: AROHA, name: 'Aroha Ngata', kind: 'guest' }))
  const aroha = room.people[AROHA]
  assert.ok(aroha)
  assert.equal(aroha.stays.length, 2)
  assert.equal(timeHere(aroha, START), 180_000)
})

test('signals stay until taken back; agreeing ends disagreeing; leaving takes them along', () => {
  let room = begun()
  for (const signal of ['disagree', 'slower', 'agree', 'question'] as const)
    room = tell(room, 1, showSignal(room, AROHA, signal))
  assert.deepEqual(signalsOf(room, AROHA), ['agree', 'slower', 'question'])
  room = tell(room, 2, showSignal(room, CHIARA, 'agree'))
  assert.equal(countSignals(room).agree, 2)
  room = tell(room, 3, takeSignalBack(room, CHIARA, 'agree'))
  const lost = tell(room, 4, { facts: [left.of({ who: AROHA, how: 'lost' })] })
  assert.equal(countSignals(lost).agree, 0)
  assert.deepEqual(signalsOf(lost, AROHA), ['agree', 'slower', 'question'])
  assert.deepEqual(signalsOf(tell(room, 5, leaveRoom(room, AROHA)), AROHA), [])
})

test('facilitators and note takers write down, at the item that runs, and mend it', () => {
  let room = begun()
  const decision = {
    id: 'wri_1',
    kind: 'decision',
    text: 'Agreed: keepers serve two years',
  } as const
  assert.equal(refusalOf(writeDown(room, OISIN, decision)), 'only-note-takers')
  room = tell(room, 1, giveRole(room, MAREN, OISIN, 'note-taker'))
  room = tell(room, 60, writeDown(room, OISIN, decision))
  const action = {
    id: 'wri_2',
    kind: 'action',
    text: 'Ask Wool Loft',
    who: CHIARA,
    due: '2026-12-01',
  } as const
  room = tell(room, 70, writeDown(room, MAREN, action))
  assert.deepEqual(
    room.written.map(({ text, item, name, due }) => [text, item, name, due]),
    [
      ['Agreed: keepers serve two years', 'itm_welcome', null, null],
      ['Ask Wool Loft', 'itm_welcome', 'Chiara Bellandi', '2026-12-01'],
    ],
  )
  room = tell(room, 80, mendWriting(room, MAREN, { ...decision, text: 'Agreed: three years' }))
  assert.equal(room.written[0]?.text, 'Agreed: three years')
  assert.equal(refusalOf(mendWriting(room, MAREN, { ...decision, id: 'wri_9' })), 'no-such-writing')
  room = tell(room, 90, takeWritingBack(room, OISIN, 'wri_1'))
  assert.equal(room.written.length, 1)
})

test('a facilitator announces to all', () => {
  const room = tell(begun(), 5, announce(begun(), MAREN, 'Soup is ready'))
  assert.equal(room.announcements[0]?.text, 'Soup is ready')
  assert.equal(refusalOf(announce(begun(), AROHA, 'x')), 'only-facilitators')
})
