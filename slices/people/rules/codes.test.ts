import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { HOUR, MINUTE, plus, SECOND } from '#kernel/clock.ts'
import { type Asking, type Code, TRIES, tryCode, waitToAsk } from './codes.ts'

const NOW = '2026-12-03T18:00:00.000Z'
const ago = (ms: number, browser: string, ip = '10.0.0.1'): Asking => ({
  browser,
  ip,
  at: plus(NOW, -ms),
})
const many = (count: number, make: (nr: number) => Asking) =>
  Array.from({ length: count }, (_, nr) => make(nr))
const maren = { browser: 'maren', ip: '10.0.0.9', at: NOW, known: false }

suite('asking for a code', () => {
  const table: [string, Asking[], typeof maren, number][] = [
    ['for the first time is free', [], maren, 0],
    ['for the third time is free', many(2, () => ago(0, 'maren')), maren, 0],
    ['for the fourth time waits half a minute', many(3, () => ago(0, 'maren')), maren, 30],
    ['for the fifth time waits a minute', many(4, () => ago(0, 'maren')), maren, 60],
    ['for the ninth time waits eight minutes', many(9, () => ago(0, 'maren')), maren, 480],
    ['after the wait is over is free', many(3, () => ago(31 * SECOND, 'maren')), maren, 0],
    ['an hour later begins anew', many(9, () => ago(HOUR, 'maren')), maren, 0],
    [
      'is not slowed by a stranger who asks as often as they may',
      many(9, () => ago(0, 'x')),
      maren,
      0,
    ],
    [
      'waits with the others behind one network address that asks on and on',
      many(20, (nr) => ago(MINUTE, `x${nr}`, '10.0.0.9')),
      maren,
      14 * 60,
    ],
    ['from elsewhere does not wait for them', many(20, (nr) => ago(MINUTE, `x${nr}`)), maren, 0],
    [
      'waits when the whole world asks',
      many(60, (nr) => ago(20 * MINUTE, `x${nr}`, `10.1.0.${nr}`)),
      maren,
      40 * 60,
    ],
    [
      'in a browser that the person knows never waits for strangers',
      many(200, (nr) => ago(MINUTE, `x${nr}`, '10.0.0.9')),
      { ...maren, known: true },
      0,
    ],
  ]
  for (const [title, askings, asks, wait] of table) {
    test(title, () => assert.equal(waitToAsk(askings, asks), wait))
  }

  test('never waits longer than an hour', () => {
    const asking = fc.record({
      browser: fc.constantFrom('maren', 'x', 'y'),
      ip: fc.constantFrom('10.0.0.1', '10.0.0.9'),
      at: fc.integer({ min: 0, max: 2 * HOUR }).map((ms) => plus(NOW, -ms)),
    })
    fc.assert(
      fc.property(fc.array(asking, { maxLength: 100 }), fc.boolean(), (askings, known) => {
        const wait = waitToAsk(askings, { ...maren, known })
        assert.ok(wait >= 0 && wait <= 3600)
      }),
    )
  })
})

suite('trying a code', () => {
  const code = (change: Partial<Code> = {}): Code => ({
    matches: false,
    tries: 0,
    expiresAt: plus(NOW, MINUTE),
    usedAt: null,
    ...change,
  })
  const table: [string, Code[], string][] = [
    ['the right one works', [code({ matches: true })], 'ok'],
    ['a wrong one leaves four tries', [code()], 'code-wrong 4'],
    ['the fifth wrong one leaves none', [code({ tries: 4 })], 'code-spent'],
    [
      'after five tries the right one is refused',
      [code({ matches: true, tries: 5 })],
      'code-spent',
    ],
    [
      'after ten minutes the right one is refused',
      [code({ matches: true, expiresAt: NOW })],
      'code-expired',
    ],
    ['a used one is refused', [code({ matches: true, usedAt: NOW })], 'code-expired'],
    ['where none was asked for, any is wrong', [], 'code-wrong 0'],
    ['the older of two still works', [code({ matches: true }), code()], 'ok'],
  ]
  for (const [title, codes, answer] of table) {
    test(title, () => {
      const change = tryCode(codes, NOW)
      const left = isRefusal(change) ? change.details?.['left'] : undefined
      assert.equal(
        isRefusal(change)
          ? [change.refused, left].filter((part) => part !== undefined).join(' ')
          : 'ok',
        answer,
      )
    })
  }

  test('no more than five wrong tries are ever open', () => {
    let tries = 0
    for (let nr = 0; nr < 50; nr++) {
      const change = tryCode([code({ tries })], NOW)
      if (isRefusal(change) && change.refused === 'code-wrong') tries += 1
    }
    assert.equal(tries, TRIES - 1)
  })
})
