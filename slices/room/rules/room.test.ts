import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { msBetween, plus } from '#kernel/clock.ts'
import { timeHere } from './glance.ts'
import { countLines } from './lines.ts'
import { callOf, entriesOf, entry as noted, START } from './rehearsal.test.ts'
import { apply, type Heard, KINDS, momentOf, roomFrom } from './room.ts'
import { timeSpoken } from './speaking-time.ts'
import { waiting } from './stack.ts'
import { emptyRoom, type Room, SIGNALS } from './state.ts'
import { countSignals } from './temperature.ts'

const WHO = ['per_maren', 'per_oisin', 'per_chiara', 'gst_aroha', 'gst_sean']
const ITEMS = ['itm_welcome', 'itm_panel', 'itm_break', 'itm_plenary', 'itm_unknown']
const who = fc.constantFrom(...WHO)
const item = fc.constantFrom(...ITEMS)
const seconds = fc.integer({ min: 10, max: 600 })

function said(kind: string, data: fc.Arbitrary<object>) {
  return data.map((carried) => ({ kind, data: { ...carried } }))
}

/** Facts of every theme, possible or not. */
const likely = fc.oneof(
  said('room.opened', fc.constant({ call: callOf() })),
  said('gathering.began', fc.record({ by: who })),
  said(
    'room.entered',
    fc.record({
      who,
      name: fc.constantFrom('Maren', 'لينا'),
      kind: fc.constantFrom('person', 'guest'),
    }),
  ),
  said('room.left', fc.record({ who, how: fc.constantFrom('left', 'lost') })),
  said('people.removed', fc.record({ who, by: who })),
  said('role.given', fc.record({ who, role: fc.constantFrom('facilitator', 'speaker'), by: who })),
  said('microphone.opened', fc.record({ by: who, place: fc.constant('Village hall') })),
  said('microphone.closed', fc.record({ by: who, who })),
  said(
    'microphone.seated',
    fc.record({
      at: who,
      who: fc.constantFrom('gst_sean', 'gst_aroha'),
      name: fc.constant('Seán'),
      person: fc.constantFrom(null, 'per_chiara', 'per_oisin'),
      by: who,
    }),
  ),
  said('microphone.left', fc.record({ who: fc.constantFrom('gst_sean', 'gst_aroha'), by: who })),
  said('stack.asked', fc.record({ who, kind: fc.constantFrom('point', 'reply', 'process') })),
  said('stack.withdrawn', fc.record({ who, by: who })),
  said(
    'stack.ordered',
    fc.record({ order: fc.constantFrom('first-come', 'progressive', 'by-hand'), by: who }),
  ),
  said('stack.arranged', fc.record({ who: fc.array(who, { maxLength: 6 }), by: who })),
  said(
    'floor.given',
    fc.record({
      who: fc.array(who, { minLength: 1, maxLength: 3 }),
      by: who,
      seconds,
      beside: fc.boolean(),
    }),
  ),
  said('floor.ended', fc.record({ who, by: who })),
  said('round.opened', fc.record({ order: fc.array(who, { minLength: 1 }), by: who })),
  said('item.started', fc.record({ item, by: who })),
  said('item.skipped', fc.record({ item, by: who })),
  said('item.extended', fc.record({ item, minutes: fc.integer({ min: -30, max: 30 }), by: who })),
  said('items.ordered', fc.record({ order: fc.array(item), by: who })),
  said(
    'chat.said',
    fc.record({ who, text: fc.constantFrom('hello', 'see https://quillmarsh.coop/a', '') }),
  ),
  said(
    'chat.edited',
    fc.record({ line: fc.integer({ min: 1, max: 60 }), text: fc.string({ minLength: 1 }) }),
  ),
  said(
    'floor.heard',
    fc.record({
      spans: fc.array(
        fc
          .tuple(who, fc.integer({ min: -30, max: 100 }), fc.integer({ min: -5, max: 30 }))
          .map(([one, from, long]) => ({
            who: one,
            from: plus(START, from * 1000),
            till: plus(START, (from + long) * 1000),
          })),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  ),
  said('temperature.shown', fc.record({ who, signal: fc.constantFrom(...SIGNALS) })),
  said('gathering.ended', fc.record({ by: who })),
)
const wild = fc.record({
  kind: fc.constantFrom(...KINDS, 'x.y', '__proto__'),
  data: fc.dictionary(fc.string(), fc.jsonValue()),
})

const steps = fc.array(
  fc.tuple(
    fc.oneof({ weight: 9, arbitrary: likely }, { weight: 1, arbitrary: wild }),
    fc.integer({ min: -20, max: 120 }),
  ),
  { maxLength: 80 },
)

/** Half of the histories begin as gatherings do: opened, with everybody in. */
const usual = [
  { kind: 'room.opened', data: { call: callOf() } },
  ...WHO.map((one) => ({ kind: 'room.entered', data: { who: one, name: one, kind: 'person' } })),
]
const history = fc.tuple(fc.boolean(), steps).map(([begun, told]) =>
  [
    ...(begun ? usual.map((fact) => ({ ...fact, late: 0 })) : []),
    ...told.map(([fact, late]) => ({ ...fact, late })),
  ].map(({ kind, data, late }, place): Heard => ({
    seq: place + 1,
    at: plus(START, (place + late) * 1000),
    kind,
    data: { ...data },
  })),
)

function everyRoom(check: (room: Room, entries: Heard[]) => void) {
  fc.assert(
    fc.property(history, (entries) => check(roomFrom(entries), entries)),
    { numRuns: 300 },
  )
}

test('any entries in any order give a room, and nothing is changed in place', () => {
  everyRoom((_, entries) => {
    let room: Room = emptyRoom
    for (const entry of entries) {
      const before = JSON.stringify(room)
      const next = apply(room, entry)
      assert.equal(JSON.stringify(room), before)
      room = next
    }
    assert.equal(room.seq, entries.length)
    assert.deepEqual(JSON.parse(JSON.stringify(room)), room)
  })
})

test('an entry heard twice counts once', () => {
  everyRoom((room, entries) => {
    const doubled = entries.flatMap((entry) => [entry, entry])
    assert.deepEqual(roomFrom(doubled), room)
  })
})

test('nobody stands twice in the stack', () => {
  everyRoom((room) => {
    const names = room.stack.requests.map(({ who: one }) => one)
    assert.equal(new Set(names).size, names.length)
  })
})

test('arranging and reordering lose nobody and no item', () => {
  everyRoom((room) => {
    const arranged = apply(room, {
      seq: room.seq + 1,
      at: START,
      kind: 'stack.arranged',
      data: { who: WHO.toReversed(), by: 'per_maren' },
    })
    const sorted = (one: Room) => one.stack.requests.map(({ who: name }) => name).toSorted()
    assert.deepEqual(sorted(arranged), sorted(room))
    const ids = room.items.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    if (room.call)
      assert.deepEqual(
        ids.toSorted(),
        callOf()
          .items.map(({ id }) => id)
          .toSorted(),
      )
  })
})

test('the progressive order is total and the same whoever asks', () => {
  everyRoom((room) => {
    const progressive: Room = { ...room, stack: { ...room.stack, order: 'progressive' } }
    const backwards: Room = {
      ...progressive,
      stack: { ...progressive.stack, requests: progressive.stack.requests.toReversed() },
    }
    assert.deepEqual(waiting(progressive), waiting(backwards))
    const times = waiting(progressive).map((request) => timeSpoken(progressive, request.who))
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    )
  })
})

test('the sum of all turns is the time the floor was held', () => {
  everyRoom((room) => {
    const turns = room.floor.turns.reduce((sum, { ms }) => sum + ms, 0)
    const running = room.floor.holders.reduce((sum, { ms }) => sum + ms, 0)
    assert.equal(turns + running, room.floor.heldMs)
    const spoken = Object.values(room.floor.spoken).reduce((sum, ms) => sum + ms, 0)
    const heard = room.floor.heard.reduce((sum, { ms }) => sum + ms, 0)
    assert.equal(spoken, turns + heard)
  })
})

test('stays of one person never overlap, and the last alone may be open', () => {
  everyRoom((room) => {
    for (const person of Object.values(room.people)) {
      person.stays.forEach(({ from, till }, place) => {
        if (till === null) assert.equal(place, person.stays.length - 1)
        else assert.ok(from <= till)
        const next = person.stays[place + 1]
        if (next && till) assert.ok(till <= next.from)
      })
      assert.ok(timeHere(person, plus(START, 1_000_000)) >= 0)
    }
  })
})

test('at most one item runs, and only those here have the floor', () => {
  everyRoom((room) => {
    assert.ok(room.items.filter(({ state }) => state === 'now').length <= 1)
    for (const { who: one } of room.floor.holders)
      assert.equal(room.people[one]?.stays.at(-1)?.till, null)
    for (const count of Object.values(countSignals(room))) assert.ok(count <= WHO.length)
    if (room.endedAt) assert.equal(room.floor.holders.length, 0)
  })
})

test('links are kept once each, with every saying of a line that still says them', () => {
  everyRoom((room) => {
    const addresses = room.links.map(({ address }) => address)
    assert.equal(new Set(addresses).size, addresses.length)
  })
})

test('20,000 entries are folded in a moment, and one more is applied in less than a millisecond', () => {
  const entries = entriesOf(20_000)
  const room = roomFrom(entries)
  const more = noted(20_001, START, 'chat.said', { who: 'per_maren', text: 'one more' })
  const folded = quickest(() => roomFrom(entries))
  const applied = quickest(() => apply(room, more))
  assert.equal(countLines(apply(room, more).chat.lines), countLines(room.chat.lines) + 1)
  assert.ok(folded < 400, `${folded} ms`)
  assert.ok(applied < 1, `${applied} ms`)
})

function quickest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...times)
}

test('an imported fact happened when it says, whatever the day of the import', () => {
  const at = '2026-11-24T10:00:00.000Z'
  assert.equal(
    momentOf({ at, data: { when: '2020-06-12T11:49:00.000Z' } }),
    '2020-06-12T11:49:00.000Z',
  )
  assert.equal(momentOf({ at, data: { when: 'yesterday' } }), at)
  assert.ok(msBetween('2020-06-12T11:49:00.000Z', at) > 0)
  assert.equal(isRefusal({ facts: [] }), false)
})
