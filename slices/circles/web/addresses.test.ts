import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn } from './addresses.ts'

test('addresses are read as people paste them', () => {
  const text = `Oisín Farrelly <oisin@loft.example.org>, chiara@bakehouse.example.org
    "Rao, Devika" nothing here
    لينا الخطيب <lina@ferry.example.org>;`
  assert.deepEqual(addressesIn(text), [
    { email: 'oisin@loft.example.org', name: 'Oisín Farrelly' },
    { email: 'chiara@bakehouse.example.org' },
    { email: 'lina@ferry.example.org', name: 'لينا الخطيب' },
  ])
  assert.deepEqual(addressesIn('nobody'), [])
})
