/** What is found wrong with roles before rules are adopted, and how they read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Named } from '#slices/constitutions/index.ts'
import { wordsIn } from '#kernel/words.ts'
import { findingsOf, proseOf } from './prose.ts'
import { RolesPart } from './section.ts'

const { say } = wordsIn('en')
const CLASSES: Named[] = [
  {
    kind: 'class',
    key: 'member',
    name: 'Member',
    facts: { stands: true, holds: 'persons', most: 3 },
  },
  { kind: 'class', key: 'friend', name: 'Friend', facts: { stands: false, holds: 'persons' } },
  { kind: 'class', key: 'body', name: 'Body', facts: { stands: true, holds: 'co-ops' } },
]

function found(rule: object, named: Named[] = CLASSES): string[] {
  const part = RolesPart.parse({ roles: [{ key: 'host', name: 'Host', ...rule }] })
  return findingsOf(part, say, named).map(({ severity, path }) => `${severity} ${path}`)
}

test('a role that can be filled is fine, and one that cannot is said', () => {
  const table: [object, string[]][] = [
    [{}, []],
    [{ eligible: ['friend'] }, []],
    [{ eligible: ['body'] }, ['error roles.0.eligible']],
    [{ eligible: ['stranger'] }, ['error roles.0.eligible']],
    [{ seats: 4 }, ['error roles.0.seats']],
    [{ seats: 4, eligible: ['member', 'friend'] }, []],
    [{ notBeside: ['host'] }, ['error roles.0.notBeside']],
    [{ filled: 'rotated', termMonths: null }, ['warning roles.0.termMonths']],
  ]
  for (const [rule, expected] of table)
    assert.deepEqual(found(rule), expected, JSON.stringify(rule))
  const nobodyStands = CLASSES.filter(({ key }) => key !== 'member')
  assert.deepEqual(found({}, nobodyStands), ['error roles.0.eligible'])
})

test('a role reads as sentences with keys that stay', () => {
  const part = RolesPart.parse({
    roles: [{ key: 'host', name: 'Host', seats: 2, termMonths: 6, gives: ['facilitator'] }],
  })
  assert.deepEqual(proseOf(part, say, CLASSES), [
    { key: 'host.is', text: 'There is a role Host.' },
    {
      key: 'host.seats',
      text: '2 people hold the role Host, appointed by the stewards, for 6 months.',
    },
    { key: 'host.open', text: 'Every class that may stand for roles may hold the role Host.' },
    { key: 'host.gives', text: 'Whoever holds it facilitates its gatherings.' },
    {
      key: 'host.recall',
      text: 'A term as Host may be ended early by the stewards, with a reason.',
    },
  ])
})
