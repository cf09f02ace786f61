/** Whose turn it is: tables, and fairness over time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonId } from '#slices/people/index.ts'
import { nextInTurn, type Swap, turnsOf, type Turning } from './rotation.ts'
import type { Term } from './terms.ts'

const day = (nr: number) => new Date(Date.UTC(2026, 0, nr)).toISOString()
const who = (name: string): PersonId => `per_${name}`

function held(person: string, from: number, ended: number | null): Term {
  return {
    id: `trm_${person}${from}`,
    role: 'keeper',
    person: who(person),
    deputy: false,
    from: day(from),
    until: null,
    endedAt: ended === null ? null : day(ended),
    filled: 'rotated',
  }
}

const willing = ['ada', 'bo', 'cy'].map((name, index) => ({
  person: who(name),
  since: day(index + 1),
}))

function order(given: Partial<Turning>): string {
  const all = { terms: [], willing, swaps: [], skips: [], now: day(200), ...given }
  return turnsOf(all)
    .map(({ person }) => person.slice(4))
    .join(' ')
}

test('first come those who never held it, then whoever held it longest ago', () => {
  const table: [Partial<Turning>, string][] = [
    [{}, 'ada bo cy'],
    [{ terms: [held('ada', 10, 20)] }, 'bo cy ada'],
    [{ terms: [held('ada', 10, 20), held('bo', 20, 30), held('cy', 30, 40)] }, 'ada bo cy'],
    [{ terms: [held('bo', 10, 20), held('ada', 20, 30), held('cy', 30, 40)] }, 'bo ada cy'],
    [{ terms: [held('ada', 10, null)] }, 'bo cy'],
    [{ skips: [{ person: who('ada'), at: day(50) }] }, 'ada bo cy'],
  ]
  for (const [given, expected] of table) assert.equal(order(given), expected)
})

test('who is passed over keeps the place, and is next again when the others were', () => {
  const skips = [{ person: who('ada'), at: day(50) }]
  const turns = turnsOf({ terms: [], willing, swaps: [], skips, now: day(60) })
  assert.equal(turns[0]?.skipped, 1)
  assert.equal(nextInTurn(turns, new Set([who('ada')]))?.person, who('bo'))
  const terms = [held('bo', 60, 70)]
  const later = turnsOf({ terms, willing, swaps: [], skips, now: day(80) })
  assert.equal(nextInTurn(later, new Set())?.person, who('ada'))
})

test('two swap one turn, and the order after it is as if nothing had been', () => {
  const swaps: Swap[] = [{ first: who('ada'), second: who('cy') }]
  const [next] = turnsOf({ terms: [], willing, swaps, skips: [], now: day(60) })
  assert.deepEqual([next?.person, next?.inPlaceOf], [who('cy'), who('ada')])
  assert.equal(order({ terms: [held('cy', 60, 70)] }), 'ada bo cy')
})

test('over time everybody who is willing holds the role as often as the others, give or take one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 60 }),
      (people, turns) => {
        const all = Array.from({ length: people }, (_, nr) => ({
          person: who(`p${nr}`),
          since: day(1 + (nr % 3)),
        }))
        const terms: Term[] = []
        for (let nr = 0; nr < turns; nr += 1) {
          const given = { terms, willing: all, swaps: [], skips: [], now: day(10 + nr) }
          const next = nextInTurn(turnsOf(given), new Set())
          assert.ok(next)
          terms.push(held(next.person.slice(4), 10 + nr, 11 + nr))
        }
        const counts = all.map((one) => terms.filter(({ person }) => person === one.person).length)
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join())
      },
    ),
  )
})
