import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { freePlace, type Sortable, sortPeople } from './sorting.ts'

/** People by their co-ops, as a table reads them: `Ana:quill Bo:marsh Cy`. */
const people = (line: string): Sortable[] =>
  line.split(' ').map((one) => {
    const [name = '', coop] = one.split(':')
    return { who: `per_${name}`, coop: coop ?? null }
  })
const names = (groups: string[][]) =>
  groups.map((group) =>
    group
      .map((who) => who.slice(4))
      .toSorted()
      .join(' '),
  )
/** A lot that leaves the order as it is. */
const unmoved = () => 0.999_999

test('people are sorted by lot, spread over co-ops, together, in pairs, around their hosts', () => {
  const six = people('Ana:quill Bo:quill Cy:quill Di:marsh Ed:marsh Flo')
  const table = [
    [{ way: 'lot' }, 3, 'Ana Di | Bo Ed | Cy Flo'],
    [{ way: 'spread' }, 3, 'Ana Di | Bo Ed | Cy Flo'],
    [{ way: 'together' }, 3, 'Ana Bo Cy | Di Ed | Flo'],
    [{ way: 'lot', pairs: [['per_Ana', 'per_Flo']] }, 3, 'Ana Flo | Bo Di | Cy Ed'],
    [{ way: 'lot', hosts: [null, 'per_Ana', null] }, 3, 'Bo Di | Ana Ed | Cy Flo'],
    [{ way: 'hand' }, 2, ' | '],
    [{ way: 'lot' }, 1, 'Ana Bo Cy Di Ed Flo'],
    [{ way: 'lot' }, 0, ''],
  ] as const
  for (const [how, groups, wanted] of table) {
    const sorted = sortPeople({ people: six, groups, lot: unmoved, ...how })
    assert.equal(names(sorted).join(' | '), wanted, JSON.stringify(how))
  }
})

const someone = fc.record({
  coop: fc.constantFrom(null, 'quill', 'marsh', 'tide', 'lowmeadow'),
})
const hall = fc
  .array(someone, { minLength: 1, maxLength: 60 })
  .map((all): Sortable[] => all.map(({ coop }, at) => ({ who: `per_${at}`, coop })))
const drawn = fc.record({
  people: hall,
  groups: fc.integer({ min: 1, max: 12 }),
  seed: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 80 }),
})
function lotOf(seed: readonly number[]) {
  let at = 0
  return () => seed[at++ % seed.length] ?? 0
}
const sizes = (groups: readonly (readonly unknown[])[]) => groups.map(({ length }) => length)
const gap = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

test('everybody is in exactly one group, and without pairs sizes differ by at most one', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('lot', 'spread', 'choice'), (given, way) => {
      const sorted = sortPeople({ ...given, way, lot: lotOf(given.seed) })
      assert.deepEqual(sorted.flat().toSorted(), given.people.map(({ who }) => who).toSorted())
      assert.ok(gap(sizes(sorted)) <= 1)
    }),
  )
})

test('spread: no two groups differ by more than one member of the same co-op', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const sorted = sortPeople({ ...given, way: 'spread', lot: lotOf(given.seed) })
      const coops = new Map(given.people.map(({ who, coop }) => [who, coop]))
      for (const coop of new Set(coops.values())) {
        const counts = sorted.map((group) => group.filter((who) => coops.get(who) === coop).length)
        assert.ok(gap(counts) <= 1, `${coop}: ${counts.join()}`)
      }
    }),
  )
})

test('pairs are kept whatever the way, and make sizes differ by at most two', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('lot', 'spread', 'choice'), (given, way) => {
      const whos = given.people.map(({ who }) => who)
      const pairs = whos.flatMap((who, at): [string, string][] => {
        const next = whos[at + 1]
        return at % 4 === 0 && next ? [[who, next]] : []
      })
      const sorted = sortPeople({ ...given, way, pairs, lot: lotOf(given.seed) })
      for (const [a, b] of pairs) {
        const together = sorted.some((group) => group.includes(a) && group.includes(b))
        assert.ok(together, `${a} and ${b}`)
      }
      assert.ok(gap(sizes(sorted)) <= 2)
      assert.equal(sorted.flat().length, whos.length)
    }),
  )
})

test('together: a co-op is never torn apart', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const sorted = sortPeople({ ...given, way: 'together', lot: lotOf(given.seed) })
      for (const coop of ['quill', 'marsh', 'tide', 'lowmeadow']) {
        const theirs = given.people.filter((one) => one.coop === coop).map(({ who }) => who)
        const groups = sorted.filter((group) => theirs.some((who) => group.includes(who)))
        assert.ok(groups.length <= 1)
      }
    }),
  )
})

test('who hosts a group is in it', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const hosts = given.people.slice(0, given.groups).map(({ who }) => who)
      const sorted = sortPeople({ ...given, way: 'lot', hosts, lot: lotOf(given.seed) })
      for (const [at, host] of hosts.entries()) assert.ok(sorted[at]?.includes(host))
    }),
  )
})

test('who comes late goes where the fewest are and a place is free', () => {
  const table = [
    [
      [
        { id: 'a', places: null, count: 2 },
        { id: 'b', places: null, count: 1 },
      ],
      'b',
    ],
    [
      [
        { id: 'a', places: 2, count: 2 },
        { id: 'b', places: null, count: 5 },
      ],
      'b',
    ],
    [
      [
        { id: 'a', places: 2, count: 2 },
        { id: 'b', places: 3, count: 3 },
      ],
      null,
    ],
    [[], null],
  ] as const
  for (const [rooms, goes] of table) assert.equal(freePlace(rooms), goes)
})
