/** References, accounts and payment codes, by the vectors of their standards. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { epcCode } from './epc.ts'
import {
  creditorReference,
  inGroups,
  isCreditorReference,
  isIban,
  referencesIn,
} from './reference.ts'

suite('a creditor reference (ISO 11649)', () => {
  test('has the check digits of the published examples', () => {
    assert.equal(creditorReference('539007547034'), 'RF18539007547034')
    assert.equal(creditorReference('2348231'), 'RF712348231')
    assert.ok(isCreditorReference('RF18 5390 0754 7034'))
    assert.ok(isCreditorReference('rf71-2348-231'))
    assert.equal(inGroups('RF18539007547034'), 'RF18 5390 0754 7034')
  })

  test('does not pass with one digit wrong, or two neighbours exchanged', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{8}$/),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const right = creditorReference(body)
          assert.ok(isCreditorReference(right))
          const digits = [...right]
          const slip = String((Number(digits[at + 4]) + by) % 10)
          assert.ok(!isCreditorReference(digits.with(at + 4, slip).join('')))
          const [left = '', next = ''] = digits.slice(at + 3, at + 5)
          if (left !== next)
            assert.ok(
              !isCreditorReference(
                digits
                  .with(at + 3, next)
                  .with(at + 4, left)
                  .join(''),
              ),
            )
        },
      ),
    )
  })

  test('is found in what people write around it', () => {
    const reference = creditorReference('00004711')
    assert.deepEqual(referencesIn(`Dues 2026, ref. ${inGroups(reference)} thanks`, 12), [reference])
    assert.deepEqual(referencesIn('Perform RF18 nothing', 12), [])
  })
})

test('an account has the check digits of its standard', () => {
  for (const iban of [
    'DE89 3704 0044 0532 0130 00',
    'NL91ABNA0417164300',
    'GB29 NWBK 6016 1331 9268 19',
  ])
    assert.ok(isIban(iban), iban)
  for (const iban of ['DE88370400440532013000', 'NL91ABNA041716430', 'nonsense', ''])
    assert.ok(!isIban(iban), iban)
})

suite('a payment code (EPC069-12)', () => {
  const payment = {
    name: 'Quillmarsh Commons',
    iban: 'NL91ABNA0417164300',
    minor: 6000,
    reference: 'RF18539007547034',
  }
  test('says its lines in their order', () => {
    assert.equal(
      epcCode(payment),
      'BCD\n002\n1\nSCT\n\nQuillmarsh Commons\nNL91ABNA0417164300\nEUR60.00\n\nRF18539007547034',
    )
    assert.match(epcCode({ ...payment, minor: 5 }) ?? '', /\nEUR0\.05\n/)
  })
  test('is not made for nothing, or for more than a transfer can be', () => {
    assert.equal(epcCode({ ...payment, minor: 0 }), null)
    assert.equal(epcCode({ ...payment, minor: 100_000_000_000 }), null)
  })
  test('keeps within its bytes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const code = epcCode({ ...payment, name: name.toWellFormed() })
        assert.ok(code === null || Buffer.byteLength(code) <= 331)
        assert.ok(code === null || code.split('\n').length === 10)
      }),
    )
  })
})
