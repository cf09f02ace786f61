/** What is unread, by tables and properties; splitting and merging keep it, and every comment once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { mayMerge, splitOff } from './moving.ts'
import { hasRead, isUnread, type Reading, readingAfter, readingOf, readUpTo } from './reading.ts'

const ME = 'per_me'
const standing = { taken_at: null, hidden_at: null }
const rows: [what: string, comment: Partial<Parameters<typeof isUnread>[1]>, unread: boolean][] = [
  ['what was said after I last read', {}, true],
  ['what I have read up to', { number: 5 }, false],
  ['what I wrote myself', { who: ME }, false],
  ['what was taken back', { taken_at: '2026-01-01' }, false],
  ['what is hidden', { hidden_at: '2026-01-01' }, false],
  ['what I read elsewhere before it came here', { number: 8 }, false],
]
for (const [what, comment, unread] of rows)
  test(`${what} is ${unread ? '' : 'not '}unread`, () => {
    const reading = { upTo: 5, also: [{ from: 8, to: 9 }] }
    const whole = { number: 7, who: 'per_other', ...standing, ...comment }
    assert.equal(isUnread(reading, whole, ME), unread)
  })

test('the number only grows, and never beyond the last comment', () => {
  const reading = (upTo: number): Reading => ({ upTo, also: [] })
  assert.equal(readUpTo(reading(3), 7, 9).upTo, 7)
  assert.equal(readUpTo(reading(7), 3, 9).upTo, 7)
  assert.equal(readUpTo(reading(7), 99, 9).upTo, 9)
})

test('two devices that tell what they have read, in whichever order, end alike', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), (told) => {
      const end = (order: number[]) =>
        order.reduce((at, number) => readUpTo(at, number, 20), { upTo: 0, also: [] } as Reading)
      assert.deepEqual(end(told), end(told.toReversed()))
    }),
  )
})

const numbers = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 })
  .map((all) => all.toSorted((a, b) => a - b))

test('whatever was read of a thread, its number and ranges say the same', () => {
  fc.assert(
    fc.property(numbers, fc.func(fc.boolean()), (all, choose) => {
      const read = new Set(all.filter((number) => choose(number)))
      const reading = readingOf(all, read)
      assert.deepEqual(
        all.filter((number) => hasRead(reading, number)),
        [...read],
      )
    }),
  )
})

/** Comments in a line, some of which answer an earlier one. */
const line = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 4 }), answers: fc.option(fc.nat(30)) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((given) => {
    let number = 0
    return given.map(({ gap, answers }, at) => {
      number += gap
      const before = answers !== null && at > 0 ? `com_${answers % at}` : null
      return { id: `com_${at}`, number, answers: before }
    })
  })

test('a split keeps every comment once and in order, and takes the answers along', () => {
  fc.assert(
    fc.property(line, fc.array(fc.nat(30)), fc.boolean(), (comments, chosen, answers) => {
      const ids = chosen.map((at) => `com_${at % comments.length}`)
      const parts = splitOff(comments, { ids, answers })
      if (isRefusal(parts)) return
      const { goes, stays } = parts
      const inOrder = (part: typeof goes) => part.toSorted((a, b) => a.number - b.number)
      assert.deepEqual(goes, inOrder(goes))
      assert.deepEqual(stays, inOrder(stays))
      assert.deepEqual(inOrder([...goes, ...stays]), comments)
      const going = new Set<string>(goes.map(({ id }) => id))
      assert.ok(ids.every((id) => going.has(id)))
      if (answers) assert.ok(stays.every(({ answers: of }) => of === null || !going.has(of)))
      else assert.equal(going.size, new Set(ids).size)
    }),
  )
})

test('after a merge each has read what they had read in either thread, and nothing else', () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.func(fc.boolean()),
      fc.func(fc.boolean()),
      (own, from, a, b) => {
        const here = readingOf(own, new Set(own.filter((number) => a(number))))
        const there = readingOf(from, new Set(from.filter((number) => b(number))))
        const last = own.at(-1) ?? 0
        const moves = from.map((number, at) => ({ from: number, to: last + 2 + at }))
        const after = readingAfter({ here, own, there, moves })
        for (const number of own) assert.equal(hasRead(after, number), hasRead(here, number))
        for (const move of moves) assert.equal(hasRead(after, move.to), hasRead(there, move.from))
      },
    ),
  )
})

test('something must go and something must stay', () => {
  const comments = [{ id: 'com_1', number: 1, answers: null }]
  assert.deepEqual(splitOff(comments, { ids: ['com_1'], answers: true }), {
    refused: 'nothing-stays',
  })
  assert.deepEqual(splitOff(comments, { ids: ['com_9'], answers: true }), {
    refused: 'nothing-goes',
  })
})

test('threads of two circles, or one that went elsewhere, are not merged', () => {
  const a = { id: 'thr_a', circle: 'cir_1', merged_into: null }
  type Other = { id?: string; circle?: string; merged_into?: string }
  const refused = (other: Other) => mayMerge(a, { ...a, id: 'thr_b', ...other })?.refused ?? null
  assert.equal(refused({}), null)
  assert.equal(refused({ id: 'thr_a' }), 'merged-into-itself')
  assert.equal(refused({ circle: 'cir_2' }), 'other-circle')
  assert.equal(refused({ merged_into: 'thr_c' }), 'thread-merged')
})
