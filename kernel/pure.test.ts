/** The small pure stones of the kernel. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { canonical } from './canonical.ts'
import { movableClock, msBetween, plus } from './clock.ts'
import { idOf, newId } from './ids.ts'
import { createLimits } from './limits.ts'
import { escapeHtml, line, paragraphs, plain } from './text.ts'
import { localeFor, wordsIn } from './words.ts'

suite('ids', () => {
  test('sort by the moment of their making', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 2 ** 30 }), (at, later) => {
        assert.ok(newId('gth', at) < newId('gth', at + later))
      }),
    )
  })

  test('are of one kind, and nothing else passes for them', () => {
    const schema = idOf('gth', 'a gathering')
    assert.ok(schema.safeParse(newId('gth')).success)
    for (const wrong of [newId('per'), 'gth_', 'gth_x', `${newId('gth')}0`, "gth_' or 1=1--", '']) {
      assert.equal(schema.safeParse(wrong).success, false, wrong)
    }
  })
})

suite('canonical JSON', () => {
  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        assert.equal(canonical(turned), canonical(value))
        assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('follows the vectors of RFC 8785', () => {
    const given = {
      numbers: [0.1, 1e30, 4.5, 2e-3, 1e-27],
      literals: [null, true, false],
    }
    assert.equal(
      canonical(given),
      '{"literals":[null,true,false],"numbers":[0.1,1e+30,4.5,0.002,1e-27]}',
    )
    assert.equal(canonical({ '€': 1, '\r': 2, 1: 3 }), '{"\\r":2,"1":3,"€":1}')
  })

  test('refuses what JSON cannot carry', () => {
    for (const wrong of [Number.NaN, Infinity, '\ud800', 10n, () => 1])
      assert.throws(() => canonical(wrong), TypeError)
  })
})

suite('text', () => {
  const name = line(80)

  test('a name may be in any script', () => {
    for (const given of ['Oisín Farrelly', 'لينا الخطيب', '田中 ゆき', 'José\u0301', "d'Arc-Ó"]) {
      assert.ok(name.safeParse(given).success, given)
    }
    assert.equal(name.parse('  Maren \t  Solheim '.replace('\t', ' ')), 'Maren Solheim')
  })

  test('a name carries no control characters, no bidi overrides, and is not empty or endless', () => {
    for (const wrong of [
      'a\u0000b',
      'evil\u202egpj',
      'x\u2066y',
      '',
      '   ',
      '\u200b\u200d',
      'n'.repeat(10_000),
    ]) {
      assert.equal(name.safeParse(wrong).success, false, JSON.stringify(wrong).slice(0, 40))
    }
  })

  test('paragraphs keep their line breaks and lose control characters', () => {
    assert.equal(
      paragraphs(100).parse('one\r\n\u0007two\n\nthree\u001b[31m'),
      'one\ntwo\n\nthree[31m',
    )
  })

  test('whatever is written, it is only text between tags', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))),
    )
    assert.equal(plain('Ágnes Ñandú'), 'agnes nandu')
  })
})

suite('limits', () => {
  test('a member may do a thing so often, then waits', () => {
    const limits = createLimits()
    const clock = movableClock('2026-12-03T18:00:00.000Z')
    const take = (who: string) => limits.take(who, { count: 3, seconds: 30 }, clock.now())
    assert.deepEqual([take('Maren'), take('Maren'), take('Maren')], [0, 0, 0])
    assert.equal(take('Maren'), 10)
    assert.equal(take('Oisín'), 0, 'another member has their own')
    clock.pass(10_000)
    assert.equal(take('Maren'), 0)
  })
})

suite('words', () => {
  test('the language is the best of ours that a browser asks for', () => {
    const table: [string | null, string][] = [
      ['es-AR,es;q=0.9,en;q=0.8', 'es'],
      ['de,en;q=0.5', 'en'],
      ['fr', 'en'],
      ['en;q=0.1, es;q=0.9', 'es'],
      ['es;q=0', 'en'],
      [null, 'en'],
      [';;;q=,,', 'en'],
    ]
    for (const [accept, locale] of table) assert.equal(localeFor(accept), locale, String(accept))
  })

  test('a sentence counts as its language does', () => {
    const say = (wait: number) =>
      wordsIn('en').say(
        { id: 'test', message: '{wait, plural, one {# second} other {# seconds}}' },
        { wait },
      )
    assert.deepEqual([say(1), say(2)], ['1 second', '2 seconds'])
  })
})

test('an instant moves by milliseconds and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
      const start = '2026-10-25T00:30:00.000Z'
      assert.equal(msBetween(start, plus(start, ms)), ms)
    }),
  )
})
