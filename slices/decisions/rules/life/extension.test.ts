/** When a decision is open for longer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import { kindsPresets } from '../kinds/presets.ts'
import type { Ruling } from '../count/ruling.ts'
import { extend } from './extension.ts'

const [ordinary] = kindsPresets(wordsIn('en').say).consumer.kinds
assert.ok(ordinary)
const ruled = (extension: { days: number; most: number } | undefined): Ruling => ({
  kind: { ...ordinary, quorum: { of: 'voters', reach: { of: 1, in: 2 } }, extension },
  classes: [{ key: 'member', name: 'Members', weight: 1 }],
})
/** Closed at noon in Amsterdam, a week before the clock is set back there. */
const CLOSE = '2026-10-20T10:00:00.000Z'
const RULE = { days: 7, most: 2 }

test('a missed quorum, as often as the rule lets it, at the same time of the clock', () => {
  const table: [string, typeof RULE | undefined, number, number, string, string | null][] = [
    // what, the rule, voted of 10, extended so far, when it is looked at, until when it is open
    ['as the rule says', RULE, 4, 0, CLOSE, '2026-10-27T11:00:00.000Z'],
    ['for the last time', RULE, 0, 1, CLOSE, '2026-10-27T11:00:00.000Z'],
    ['often enough', RULE, 4, 2, CLOSE, null],
    ['the quorum is there', RULE, 5, 0, CLOSE, null],
    ['no rule', undefined, 0, 0, CLOSE, null],
    ['seconds later', RULE, 4, 0, '2026-10-20T10:00:04.000Z', '2026-10-27T11:00:00.000Z'],
    ['the hall slept', RULE, 4, 0, '2026-10-29T08:00:00.000Z', '2026-11-05T08:00:00.000Z'],
  ]
  for (const [what, rule, voted, extended, now, until] of table) {
    const turnout = [{ class: 'member', eligible: 10, voted }]
    const given = { ruling: ruled(rule), turnout, extended, closesAt: CLOSE, now }
    const answer = extend({ ...given, zone: 'Europe/Amsterdam' })
    assert.equal(answer?.until ?? null, until, what)
  }
})
