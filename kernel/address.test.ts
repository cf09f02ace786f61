import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressReader } from './address.ts'

const read = addressReader(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

const table: [string, string, string | undefined, string][] = [
  ['nobody in between', '203.0.113.7', undefined, '203.0.113.7'],
  ['a stranger who claims another address', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['our proxy', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  [
    'our proxy, and a caller who wrote a header first',
    '127.0.0.1',
    '1.1.1.1, 198.51.100.1',
    '198.51.100.1',
  ],
  ['two of our proxies', '::ffff:127.0.0.1', '198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['our proxy over IPv6', 'fd00::1', '2001:db8::5', '2001:db8::5'],
  ['our proxy, and nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
]
for (const [what, remote, forwarded, caller] of table) {
  test(`with ${what}, the caller is ${caller}`, () => assert.equal(read(remote, forwarded), caller))
}
