import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  compare,
  decimalText,
  dividedBy,
  fraction,
  minus,
  ONE,
  plus,
  reaches,
  readFraction,
  roughly,
  times,
  writeFraction,
} from './exact.ts'

const fractions = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([over, under]) => fraction(over, under))

test('a third three times is one, without a rest', () => {
  const third = fraction(1n, 3n)
  assert.deepEqual(plus(plus(third, third), third), ONE)
})

test('half reaches half, but not strictly', () => {
  assert.equal(reaches(fraction(13n, 26n), fraction(1n, 2n), false), true)
  assert.equal(reaches(fraction(13n, 26n), fraction(1n, 2n), true), false)
})

test('thresholds are read as people write them, exactly', () => {
  const read = (text: string) => {
    const value = readFraction(text)
    return value && writeFraction(value)
  }
  assert.equal(read('2/3'), '2/3')
  assert.equal(read('66.7 %'), '667/1000')
  assert.equal(read('0.50'), '1/2')
  assert.equal(read('75%'), '3/4')
  assert.equal(read('12'), '12')
  for (const text of ['', 'half', '1/0', '-1/2', '1e3']) assert.equal(read(text), null)
})

test('decimals keep every place, and leave out what is beyond them', () => {
  assert.equal(decimalText(7, 5), '0.00007')
  assert.equal(decimalText(-150_000n, 5), '-1.50000')
  assert.equal(decimalText(12n, 0), '12')
  assert.equal(roughly(fraction(2n, 3n), 4), '0.6666')
})

test('what is added can be taken off again, what is multiplied divided', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      assert.deepEqual(minus(plus(a, b), b), a)
      if (b.over !== 0n) assert.deepEqual(dividedBy(times(a, b), b), a)
      assert.equal(compare(a, b), -compare(b, a) + 0)
      assert.deepEqual(readFraction(writeFraction(times(a, a))), times(a, a))
    }),
  )
})
