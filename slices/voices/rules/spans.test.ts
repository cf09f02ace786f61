/** Spans of being heard: joined over pauses, told now and then, each moment once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { msBetween, plus, SECOND } from '#kernel/clock.ts'
import { type Ears, hear, NOBODY, type Span, tellUpTo } from './spans.ts'

const START = '2026-11-24T18:00:00.000Z'
const at = (seconds: number) => plus(START, seconds * SECOND)
type Said = readonly [who: string, isHeard: boolean, after: number]

const after = (said: readonly Said[]): Ears =>
  said.reduce((ears, [who, isHeard, seconds]) => hear(ears, who, isHeard, at(seconds)), NOBODY)
const shown = (spans: readonly Span[]) =>
  spans.map(({ who, from, till }) => [who, msBetween(START, from), msBetween(START, till)])

test('from a beginning to an end is a span; a short pause is part of it', () => {
  const table: [string, Said[], unknown[]][] = [
    [
      'one',
      [
        ['per_a', true, 1],
        ['per_a', false, 4],
      ],
      [['per_a', 1000, 4000]],
    ],
    [
      'a short pause',
      [
        ['per_a', true, 1],
        ['per_a', false, 4],
        ['per_a', true, 5],
        ['per_a', false, 6],
      ],
      [['per_a', 1000, 6000]],
    ],
    [
      'a long pause',
      [
        ['per_a', true, 1],
        ['per_a', false, 4],
        ['per_a', true, 5.1],
        ['per_a', false, 6],
      ],
      [
        ['per_a', 1000, 4000],
        ['per_a', 5100, 6000],
      ],
    ],
    [
      'two at once',
      [
        ['per_a', true, 1],
        ['gst_b', true, 2],
        ['per_a', false, 3],
        ['gst_b', false, 4],
      ],
      [
        ['per_a', 1000, 3000],
        ['gst_b', 2000, 4000],
      ],
    ],
    [
      'said twice',
      [
        ['per_a', true, 1],
        ['per_a', true, 2],
        ['per_a', false, 3],
      ],
      [['per_a', 1000, 3000]],
    ],
    ['an end without a beginning', [['per_a', false, 3]], []],
  ]
  for (const [words, said, spans] of table) assert.deepEqual(shown(after(said).spans), spans, words)
})

test('who still speaks is told up to now, and goes on from there', () => {
  const first = tellUpTo(after([['per_a', true, 1]]), at(10))
  assert.deepEqual(shown(first.spans), [['per_a', 1000, 10_000]])
  const then = tellUpTo(hear(first.ears, 'per_a', false, at(12)), at(20))
  assert.deepEqual(shown(then.spans), [['per_a', 10_000, 12_000]])
  assert.deepEqual(then.ears, NOBODY)
})

test('told as often as one likes, nothing is told twice and at most pauses are added', () => {
  const step = fc.tuple(fc.constantFrom('per_a', 'gst_b'), fc.constantFrom(true, false, null))
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 5 }))), (steps) => {
      let [ears, now, speaks] = [NOBODY, 0, new Map<string, number>()]
      const told: Span[] = []
      let least = 0
      for (const [[who, isHeard], later] of steps) {
        least += [...speaks].length * later
        now += later
        if (isHeard === null) {
          const some = tellUpTo(ears, at(now))
          told.push(...some.spans)
          ears = some.ears
        } else {
          ears = hear(ears, who, isHeard, at(now))
          if (isHeard) speaks = new Map(speaks).set(who, now)
          else speaks.delete(who)
        }
      }
      told.push(...tellUpTo(ears, at(now)).spans)
      const sum = told.reduce((all, { from, till }) => all + msBetween(from, till), 0)
      assert.ok(sum >= least * SECOND)
      for (const one of ['per_a', 'gst_b']) {
        const own = told.filter(({ who }) => who === one)
        own.forEach((span, place) => assert.ok(span.from >= (own[place - 1]?.till ?? START)))
      }
    }),
  )
})
