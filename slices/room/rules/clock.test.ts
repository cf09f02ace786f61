import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE, plus, SECOND } from '#kernel/clock.ts'
import { addItem, agreeToGoOn, extendItem, reorderItems } from './arranging.ts'
import { endIfExtended, timetable } from './clock.ts'
import { expectedEnd, minutesLate, plannedEnd } from './ends.ts'
import { nextItem, skipItem, startItem } from './going-on.ts'
import { beginGathering, endGathering } from './life.ts'
import { AROHA, CHIARA, JOOST, MAREN, refusalOf, rehearsal, START, tell } from './rehearsal.test.ts'
import type { Room } from './state.ts'

const at = (minutes: number) => plus(START, minutes * MINUTE)

/** Begun on time. */
function begun(): Room {
  const room = rehearsal()
  return tell(room, 0, beginGathering(room, MAREN))
}

/** What is expected of each item, in minutes from the start. */
function expected(room: Room, now: number): (readonly [number, number] | null)[] {
  const minutes = (instant: string) => (Date.parse(instant) - Date.parse(START)) / MINUTE
  return timetable(room, at(now)).map((row) =>
    row.expected ? [minutes(row.expected.from), minutes(row.expected.till)] : null,
  )
}

test('before it begins the order is expected as planned, and later when it is late', () => {
  const room = rehearsal()
  assert.deepEqual(expected(room, -5), [
    [0, 5],
    [5, 25],
    [25, 35],
    [35, 60],
  ])
  assert.deepEqual(expected(room, 4), [
    [4, 9],
    [9, 29],
    [29, 39],
    [39, 64],
  ])
  assert.equal(minutesLate(room, at(4)), 4)
})

test('an item over its time moves all that lies ahead', () => {
  const room = begun()
  assert.deepEqual(expected(room, 8), [
    [0, 8],
    [8, 28],
    [28, 38],
    [38, 63],
  ])
  assert.equal(minutesLate(room, at(8)), 3)
})

test('extending moves all later times, and what is done keeps its own', () => {
  let room = tell(begun(), 240, nextItem(begun(), MAREN, 'itm_welcome'))
  room = tell(room, 300, extendItem(room, MAREN, 'itm_panel', 10))
  assert.deepEqual(expected(room, 5), [
    [0, 4],
    [4, 34],
    [34, 44],
    [44, 69],
  ])
  assert.equal(minutesLate(room, at(5)), 9)
  const panel = room.items[1]
  assert.ok(panel)
  assert.equal(endIfExtended(panel, 2, at(5)), at(36))
})

test('shortening takes back lateness, never below nothing', () => {
  let room = begun()
  room = tell(room, 60, extendItem(room, MAREN, 'itm_plenary', -40))
  assert.deepEqual(expected(room, 1), [
    [0, 5],
    [5, 25],
    [25, 35],
    [35, 35],
  ])
  assert.equal(minutesLate(room, at(1)), 0)
})

test('those here may agree to go on, and then the end holds again', () => {
  let room = begun()
  room = tell(room, 60, extendItem(room, MAREN, 'itm_panel', 12))
  assert.equal(minutesLate(room, at(1)), 12)
  assert.equal(plannedEnd(room), at(60))
  room = tell(room, 120, agreeToGoOn(room, MAREN, at(75)))
  assert.equal(minutesLate(room, at(2)), 0)
})

test('what is skipped takes no time; skipping what runs begins the next', () => {
  let room = begun()
  room = tell(room, 60, skipItem(room, MAREN, 'itm_break'))
  assert.deepEqual(expected(room, 1), [[0, 5], [5, 25], null, [25, 50]])
  room = tell(room, 120, skipItem(room, MAREN, 'itm_welcome'))
  assert.deepEqual(
    room.items.map(({ state }) => state),
    ['skipped', 'now', 'skipped', 'ahead'],
  )
})

test('what lies ahead is put in another order; an order that names something else is refused', () => {
  let room = begun()
  const order = ['itm_plenary', 'itm_panel', 'itm_break']
  room = tell(room, 60, reorderItems(room, MAREN, order))
  assert.deepEqual(
    room.items.map(({ id }) => id),
    ['itm_welcome', ...order],
  )
  assert.equal(refusalOf(reorderItems(room, MAREN, ['itm_panel'])), 'order-has-changed')
})

test('an item is added as the next, or after another', () => {
  const item = {
    id: 'itm_new',
    kind: 'talk' as const,
    title: 'Guests from Lantern Press',
    minutes: 3,
  }
  const next = tell(begun(), 60, addItem(begun(), MAREN, item, null))
  assert.deepEqual(next.items.map(({ id }) => id)[1], 'itm_new')
  const last = tell(begun(), 60, addItem(begun(), MAREN, item, 'itm_plenary'))
  assert.equal(last.items.at(-1)?.id, 'itm_new')
  assert.equal(last.items.at(-1)?.planned, null)
})

test('two who press next together go on once', () => {
  const room = begun()
  const after = tell(room, 300, nextItem(room, MAREN, 'itm_welcome'))
  assert.equal(refusalOf(nextItem(after, MAREN, 'itm_welcome')), 'item-moved-on')
  assert.equal(after.items.filter(({ state }) => state === 'done').length, 1)
})

test('the running order runs through to its end', () => {
  let room = begun()
  for (const item of ['itm_welcome', 'itm_panel', 'itm_break', 'itm_plenary'])
    room = tell(room, 600, nextItem(room, MAREN, item))
  assert.equal(refusalOf(nextItem(room, MAREN, null)), 'nothing-ahead')
  assert.equal(refusalOf(startItem(room, MAREN, 'itm_panel')), 'item-is-past')
  assert.equal(expectedEnd(room, at(30)), at(10))
})

test('only a facilitator moves the order, only of a gathering that has begun and is not over', () => {
  const room = rehearsal()
  assert.equal(refusalOf(nextItem(room, MAREN, null)), 'not-begun')
  assert.equal(refusalOf(beginGathering(room, AROHA)), 'only-facilitators')
  assert.equal(refusalOf(endGathering(room, MAREN)), 'not-begun')
  assert.equal(refusalOf(beginGathering(begun(), MAREN)), 'already-begun')
  const over = tell(begun(), 60, endGathering(begun(), MAREN))
  assert.equal(refusalOf(extendItem(over, MAREN, 'itm_panel', 5)), 'gathering-over')
  assert.equal(expectedEnd(over, at(99)), plus(START, 60 * SECOND))
  assert.ok([MAREN, CHIARA, JOOST].every((who) => over.people[who]?.stays.at(-1)?.till !== null))
})

test('a change of the clocks in the middle moves no length', () => {
  const startsAt = '2026-10-25T00:30:00.000Z'
  let room = rehearsal({ startsAt, zone: 'Europe/Berlin' })
  room = tell(room, 0, { facts: [] })
  const rows = timetable(room, startsAt)
  assert.equal(rows.at(-1)?.planned?.till, '2026-10-25T01:30:00.000Z')
})
