import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ITEM_KINDS, type ItemKind } from './items.ts'
import {
  insertItem,
  look,
  minutesOf,
  moveItem,
  plannedEnd,
  removeItem,
  slotsOf,
} from './running-order.ts'
import { again, templates } from './repeat.ts'

type Short = [ItemKind, number]
const order = (...items: Short[]) =>
  items.map(([kind, minutes], index) => ({ id: `itm_${index}`, kind, minutes }))

const someOrder = fc
  .array(fc.tuple(fc.constantFrom(...ITEM_KINDS), fc.integer({ min: 0, max: 200 })), {
    maxLength: 30,
  })
  .map((items) => order(...items))

test('the clock adds up: each item begins when the one before ends', () => {
  fc.assert(
    fc.property(someOrder, (items) => {
      const start = '2026-10-24T22:00:00.000Z'
      const slots = slotsOf(items, start)
      slots.forEach(({ from, till, item }, index) => {
        assert.equal(from, slots[index - 1]?.till ?? start)
        assert.equal(Date.parse(till) - Date.parse(from), item.minutes * 60_000)
      })
      assert.equal(slots.at(-1)?.till ?? start, plannedEnd(items, start))
    }),
  )
})

test('an item of an hour lasts an hour when the wall clock is set back in it', () => {
  const slots = slotsOf(order(['talk', 60], ['panel', 60]), '2026-10-25T00:30:00.000Z')
  const shown = slots.map(({ from }) =>
    new Date(from).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/Amsterdam',
      timeStyle: 'short',
    }),
  )
  assert.deepEqual(shown, ['02:30', '02:30'])
})

const LOOKS: { what: string; items: Short[]; announced: number; seen: string[] }[] = [
  { what: 'nothing planned yet', items: [], announced: 60, seen: ['no-items'] },
  { what: 'all in time', items: [['talk', 60]], announced: 60, seen: [] },
  { what: 'five minutes too long', items: [['talk', 65]], announced: 60, seen: ['late 5'] },
  { what: 'room to spare', items: [['talk', 50]], announced: 60, seen: ['early 10'] },
  { what: 'ninety minutes sitting is fine', items: [['talk', 90]], announced: 90, seen: [] },
  {
    what: 'longer is not, seen where it is crossed',
    items: [
      ['talk', 60],
      ['panel', 40],
      ['round', 10],
    ],
    announced: 110,
    seen: ['no-break 110 at 1'],
  },
  {
    what: 'a break in time mends it',
    items: [
      ['talk', 60],
      ['break', 5],
      ['panel', 50],
    ],
    announced: 115,
    seen: [],
  },
  {
    what: 'a break of no length is no break',
    items: [
      ['talk', 60],
      ['break', 0],
      ['panel', 50],
    ],
    announced: 110,
    seen: ['no-break 110 at 2', 'no-time at 1'],
  },
]

test('what is missing in an order is seen at once', () => {
  for (const { what, items, announced, seen } of LOOKS) {
    const found = look(order(...items), announced).map((finding) => {
      const minutes = 'minutes' in finding ? ` ${finding.minutes}` : ''
      const place = 'item' in finding ? ` at ${finding.item.slice(4)}` : ''
      return `${finding.kind}${minutes}${place}`
    })
    assert.deepEqual(found, seen, what)
  }
})

test('moving and taking away loses no other item and changes no length', () => {
  fc.assert(
    fc.property(someOrder, fc.nat(30), fc.nat(30), (items, which, to) => {
      const id = `itm_${which}`
      const moved = moveItem(items, id, to)
      assert.equal(minutesOf(moved), minutesOf(items))
      assert.deepEqual(new Set(moved), new Set(items))
      assert.deepEqual(removeItem(moved, id), removeItem(items, id))
      const extra = { id: 'itm_new', kind: 'break' as const, minutes: 5 }
      assert.deepEqual(removeItem(insertItem(items, extra, to), 'itm_new'), items)
    }),
  )
})

test('every template has breaks where people need them', () => {
  for (const [name, items] of Object.entries(templates)) {
    const timed = items.map((item, index) => ({ ...item, id: `itm_${index}` }))
    assert.deepEqual(look(timed, minutesOf(timed)), [], name)
  }
})

test('an order done again has new ids and is otherwise the same', () => {
  const item = {
    kind: 'talk' as const,
    id: 'itm_01jd0000000000000000000000' as const,
    title: 'What the pool costs',
    owners: [{ name: 'Tomasz Wrona' }],
    minutes: 15,
    line: '',
    aside: 'bring the sheet',
    handouts: [],
  }
  const [copy] = again([item])
  assert.notEqual(copy?.id, item.id)
  assert.deepEqual({ ...copy, id: item.id }, item)
})
