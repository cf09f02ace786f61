/** Classes and ways in, as people read them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { classes, type Classes } from './classes.ts'
import { moneyIn } from './ways-prose.ts'
import { type Ways, waysIn } from './ways.ts'

const PRESETS = ['open-source', 'consumer', 'movement', 'full-commons', 'parliamentary'] as const
const id = (message: { id: string; message: string }, values: Record<string, unknown> = {}) =>
  message.message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`))
const situation = { level: 'primary', memberCount: 12, stewardCount: 1 } as const

function presetIn(preset: (typeof PRESETS)[number]): { classes: Classes; waysIn: Ways } {
  const [ours, ways] = [classes.presets, waysIn.presets]
  if (typeof ours !== 'function' || typeof ways !== 'function') throw new Error('not by words')
  return { classes: ours(id)[preset], waysIn: ways(id)[preset] }
}

suite('the models', () => {
  for (const preset of PRESETS)
    test(`${preset} has classes and ways that fit each other and are sound`, () => {
      const parts = presetIn(preset)
      const part = classes.schema.parse(parts.classes)
      const ways = waysIn.schema.parse(parts.waysIn)
      const named = classes.names?.(part) ?? []
      const found = [
        ...classes.check(part, id, parts, situation, named),
        ...waysIn.check(ways, id, parts, situation, named),
      ]
      assert.deepEqual(found, [])
      assert.deepEqual(
        ways.ways.map((way) => way.class),
        part.classes.map(({ key }) => key),
      )
      const prose = [
        ...classes.prose(part, id, parts, named),
        ...waysIn.prose(ways, id, parts, named),
      ]
      const keys = prose.map(({ key, text }) => `${/^[A-Z“]/.test(text)} ${key}`)
      assert.equal(new Set(keys).size, prose.length, 'a key stands for one rule')
    })

  test('full commons: producers apply, two vouch, and stewards decide after two weeks', () => {
    const { classes: part, waysIn: ways } = presetIn('full-commons')
    const named = classes.names?.(part) ?? []
    const prose = waysIn.prose(ways, id, {}, named)
    assert.ok(prose.some(({ key }) => key === 'producer.application'))
    assert.equal(
      prose.find(({ key }) => key === 'custodian.first')?.text.includes('Custodians'),
      true,
    )
    assert.ok(!prose.some(({ key }) => key === 'consumer.application'))
  })
})

suite('the validator', () => {
  const { classes: part, waysIn: ways } = presetIn('full-commons')
  const named = classes.names?.(part) ?? []
  const check = (changed: Partial<Ways>, count = 12) =>
    waysIn
      .check({ ...ways, ...changed }, id, {}, { ...situation, memberCount: count }, named)
      .map(({ severity, path }) => `${severity} ${path}`)
  test('says when too few are there to vouch', () => {
    assert.deepEqual(check({}, 1), ['warning ways.1.application.sponsors'])
  })
  test('says when a way leads into no class, and when nobody can come in', () => {
    const [first, ...rest] = ways.ways
    assert.ok(first)
    assert.deepEqual(check({ ways: [{ ...first, class: 'wizard' }, ...rest] }), [
      'error ways.0.class',
      'warning ways',
    ])
  })
  test('warns when nothing says how somebody is put out, or they are not heard', () => {
    assert.deepEqual(check({ exclusion: null }), ['warning exclusion'])
    assert.ok(ways.exclusion)
    assert.deepEqual(check({ exclusion: { ...ways.exclusion, hearing: false } }), [
      'warning exclusion.hearing',
    ])
  })
  test('says when numbers are turned, and when nobody votes', () => {
    const [first] = part.classes
    assert.ok(first)
    const rights = { ...first.rights, vote: false }
    const found = classes.check(
      { classes: [{ ...first, least: 5, most: 3, rights }] },
      id,
      {},
      situation,
      [],
    )
    assert.deepEqual(
      found.map(({ severity, path }) => `${severity} ${path}`),
      ['error classes.0.most', 'warning classes', 'warning classes'],
    )
  })
})

test('money is said exactly', () => {
  assert.equal(moneyIn({ minor: 2500, currency: 'EUR' }), '25.00 EUR')
  assert.equal(moneyIn({ minor: 5, currency: 'EUR' }), '0.05 EUR')
  assert.equal(moneyIn({ minor: 500, currency: 'JPY' }), '500 JPY')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (minor) => {
      const [text = ''] = moneyIn({ minor, currency: 'EUR' }).split(' ')
      assert.equal(Number(text.replace('.', '')), minor)
    }),
  )
})
