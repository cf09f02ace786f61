/** Terms, reminders, vacancies, as people would argue about them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import type { PersonId } from '#slices/people/index.ts'
import { RoleRule } from './section.ts'
import { beginTerm, endOfTerm, reminderDue, rowOf, type Term, vacancy } from './terms.ts'

const day = (text: string) => `${text}T00:00:00.000Z`
const rule = (given: object = {}) => RoleRule.parse({ key: 'keeper', name: 'Keeper', ...given })
const who = (name: string): PersonId => `per_${name}`

type Row = [person: string, from: string, until: string | null, ended?: string]
function terms(...rows: Row[]): Term[] {
  return rows.map(([person, from, until, ended], index) => ({
    id: `trm_${index}`,
    role: 'keeper',
    person: who(person),
    deputy: false,
    from: day(from),
    until: until && day(until),
    endedAt: ended ? day(ended) : null,
    filled: 'appointed',
  }))
}

test('a term ends on the same day of a later month, or on the last that there is', () => {
  const table: [from: string, months: number | null, until: string | null][] = [
    ['2026-03-15', 12, '2027-03-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-10-31', 18, '2028-04-30'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-03-15', null, null],
  ]
  for (const [from, months, until] of table)
    assert.equal(endOfTerm(day(from), months), until && day(until), `${from} + ${months}`)
})

suite('who may begin a term', () => {
  const now = day('2026-06-01')
  function answer(given: { rule?: object; terms?: Term[]; who?: string; deputy?: boolean }) {
    const change = beginTerm({
      rule: rule(given.rule),
      terms: given.terms ?? [],
      who:
        given.who === 'a stranger'
          ? undefined
          : { person: who('ada'), class: given.who ?? 'producer', mayStand: true },
      deputy: given.deputy ?? false,
      from: now,
    })
    return isRefusal(change) ? change.refused : 'begins'
  }
  test('is said for every case', () => {
    const held = terms(['bo', '2026-01-01', '2026-12-01'])
    const own = terms(['ada', '2026-01-01', '2026-12-01'])
    const row = terms(
      ['ada', '2024-06-01', '2025-06-01', '2025-06-01'],
      ['ada', '2025-06-01', '2026-06-01', '2026-06-01'],
    )
    const table: [string, Parameters<typeof answer>[0]][] = [
      ['begins', {}],
      ['not-a-member', { who: 'a stranger' }],
      ['wrong-class', { rule: { eligible: ['custodian'] } }],
      ['begins', { rule: { eligible: ['custodian'] }, who: 'custodian' }],
      ['no-seat', { terms: held }],
      ['begins', { terms: held, rule: { seats: 2 } }],
      ['held-already', { terms: own, rule: { seats: 2 } }],
      ['no-deputy', { terms: held, deputy: true }],
      ['begins', { terms: held, deputy: true, rule: { deputy: true } }],
      ['too-many-terms', { terms: row, rule: { mostInARow: 2 } }],
      ['begins', { terms: row, rule: { mostInARow: 3 } }],
      ['begins', { terms: row }],
    ]
    for (const [expected, given] of table)
      assert.equal(answer(given), expected, JSON.stringify(given))
  })
})

test('a row of terms is broken by more than a month without the role', () => {
  const near = terms(
    ['ada', '2024-01-01', '2025-01-01', '2025-01-01'],
    ['ada', '2025-01-20', '2026-01-01', '2026-01-01'],
  )
  assert.equal(rowOf(near, who('ada'), day('2026-01-10')).length, 2)
  assert.equal(rowOf(near, who('ada'), day('2026-03-10')).length, 0)
  const gap = terms(
    ['ada', '2023-01-01', '2024-01-01', '2024-01-01'],
    ['ada', '2025-01-20', '2026-01-01', '2026-01-01'],
  )
  assert.equal(rowOf(gap, who('ada'), day('2026-01-10')).length, 1)
})

test('a seat is vacant when nobody sits in it, and called so 60 days before', () => {
  const two = rule({ seats: 2 })
  const now = day('2026-06-01')
  const held = terms(['ada', '2026-01-01', '2026-07-01'], ['bo', '2026-01-01', '2027-01-01'])
  assert.deepEqual(vacancy(two, [], now), { seats: 2, from: now })
  assert.deepEqual(vacancy(two, held, now), { seats: 1, from: day('2026-07-01') })
  assert.equal(vacancy(two, held, day('2026-03-01')), null)
  const followed = [...held, ...terms(['cy', '2026-07-01', '2027-07-01'])]
  assert.equal(vacancy(two, followed, now), null)
})

test('the holder is reminded 60, 30 and 7 days before, and told only the nearest', () => {
  const [term] = terms(['ada', '2026-01-01', '2026-07-01'])
  assert.ok(term)
  const table: [now: string, sent: number[], due: number | null][] = [
    ['2026-05-01', [], null],
    ['2026-05-02', [], 60],
    ['2026-05-20', [60], null],
    ['2026-06-01', [60], 30],
    ['2026-06-28', [], 7],
    ['2026-06-28', [7], null],
    ['2026-07-01', [], null],
  ]
  for (const [now, sent, due] of table)
    assert.equal(reminderDue(term, sent, day(now)), due, `${now}, sent ${sent.join()}`)
})
