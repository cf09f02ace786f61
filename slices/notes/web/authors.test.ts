/** Every author keeps their look, and the shares add up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inkOn, looksOf, sharesOf, styleOf } from './authors.ts'

const told = (number: number, characters = 1) => ({
  number,
  who: `per_${number}`,
  name: `Author ${number}`,
  characters,
  color: null,
})

test('a look stays when others come, and two of one tint have two strokes', () => {
  const few = looksOf([told(0), told(1)])
  const many = looksOf([told(5), told(1), told(0), told(2), told(3), told(4)])
  for (const [number, look] of few) assert.deepEqual(many.get(number), look)
  const pairs = [...many.values()].map(({ tint, stroke }) => `${tint} ${stroke}`)
  assert.equal(new Set(pairs).size, 6)
})

test('shares add up to a hundred, the largest first, and nobody without a word has one', () => {
  assert.deepEqual(
    sharesOf([told(0, 1), told(1, 1), told(2, 1), told(3, 0)]).map(({ percent }) => percent),
    [34, 33, 33],
  )
  const counts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(counts, (characters) => {
      const shares = sharesOf(characters.map((count, number) => told(number, count)))
      const sum = shares.reduce((all, { percent }) => all + percent, 0)
      assert.equal(sum, characters.some((count) => count > 0) ? 100 : 0)
      for (const [at, { characters: count }] of shares.entries())
        assert.ok(at === 0 || count <= (shares[at - 1]?.characters ?? 0))
    }),
  )
})

test('a colour that came along is shown, under an ink that can be read on it', () => {
  const [look] = looksOf([{ ...told(0), color: '#12ab9f' }]).values()
  assert.equal(look && styleOf(look), '--by: #12ab9f; --by-ink: #000000')
  assert.deepEqual(['#ffc7c7', '#777777', '#757575', '#00007f'].map(inkOn), [
    '#000000',
    '#000000',
    '#ffffff',
    '#ffffff',
  ])
})
