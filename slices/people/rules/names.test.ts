import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { nameKey, numberFor, shownName } from './names.ts'

suite('names of guests', () => {
  const table: [string, string, boolean][] = [
    ['Maren', 'maren', true],
    ['Oisín Farrelly', 'Oisin Farrelly', true],
    ['لينا الخطيب', 'لينا الخطيب', true],
    ['Joost  van Dalen', 'Joost van-Dalen', true],
    ['Maren', 'Marena', false],
    ['田辺', '田邊', false],
  ]
  for (const [one, other, alike] of table) {
    test(`${one} and ${other} ${alike ? 'read alike' : 'are two names'}`, () => {
      assert.equal(nameKey(one) === nameKey(other), alike)
    })
  }

  test('the second Maria is Maria (2), the first has no number to be seen', () => {
    assert.equal(shownName({ name: 'Maria', number: 1 }), 'Maria')
    assert.equal(shownName({ name: 'Maria', number: 2 }), 'Maria (2)')
  })

  test('a number is never given twice, and none is skipped', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 })), (taken) => {
        const number = numberFor(taken)
        assert.ok(!taken.includes(number))
        for (let lower = 1; lower < number; lower++) assert.ok(taken.includes(lower))
      }),
    )
  })

  test('a name of signs alone is still a name', () => {
    assert.equal(nameKey('!!!'), '!!!')
  })
})
