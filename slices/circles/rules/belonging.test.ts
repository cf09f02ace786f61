import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { faultIn, joinHistories, stretchAt, voicesOf } from './belonging.ts'

const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()
const stretch = (from: number, until: number | null) => ({
  from: at(from),
  until: until === null ? null : at(until),
})

/** A history as it comes about: in, into another class, out, back in. */
const histories = fc
  .array(fc.record({ gap: fc.nat(5), days: fc.integer({ min: 1, max: 30 }) }), { maxLength: 8 })
  .chain((steps) =>
    fc.boolean().map((open) => {
      let day = 0
      return steps.map(({ gap, days }, nr) => {
        const from = day + gap
        day = from + days
        return stretch(from, open && nr === steps.length - 1 ? null : day)
      })
    }),
  )

suite('the history of a member', () => {
  test('has no fault when one stretch follows another, with gaps or without', () => {
    assert.equal(faultIn([stretch(0, 10), stretch(10, 20), stretch(25, null)]), null)
  })
  test('has one when two stretches overlap, or one ends before it begins', () => {
    assert.equal(faultIn([stretch(0, 11), stretch(10, null)]), 'overlaps the next')
    assert.equal(faultIn([stretch(0, null), stretch(10, 20)]), 'overlaps the next')
    assert.equal(faultIn([stretch(5, 1)]), 'ends before it begins')
  })
  test('puts a member in at most one class at any moment', () => {
    fc.assert(
      fc.property(histories, fc.nat(300), (history, day) => {
        const holding = history.filter((one) => stretchAt([one], at(day)))
        assert.equal(faultIn(history), null)
        assert.ok(holding.length <= 1)
      }),
    )
  })
  test('of two records of one person joins without an overlap, and the kept one stands', () => {
    fc.assert(
      fc.property(histories, histories, fc.nat(300), (kept, other, day) => {
        const joined = joinHistories(kept, other)
        assert.equal(faultIn(joined), null)
        const inside = (one: typeof kept) => stretchAt(one, at(day)) !== null
        assert.equal(inside(joined), inside(kept) || inside(other))
        for (const stands of kept) assert.ok(joined.includes(stands))
      }),
    )
  })
})

suite('voices', () => {
  test('a member who is a delegate too counts once, and the circle has one voice', () => {
    const members = new Set(['per_maren', 'per_joost', 'cir_loft'] as const)
    const sent = [
      { body: 'cir_loft', person: 'per_joost', alternate: false },
      { body: 'cir_loft', person: 'per_oisin', alternate: true },
      { body: 'cir_gone', person: 'per_oisin', alternate: false },
    ] as const
    const voices = voicesOf(['per_joost', 'per_oisin', 'per_joost', 'per_guest'], members, sent)
    assert.deepEqual(voices, { persons: ['per_joost'], bodies: ['cir_loft'] })
  })
})
