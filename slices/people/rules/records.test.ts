/** Which records look like one person's, and when two can be made one or parted. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import { joinRecords, lookAlike, type Merge, partRecords, undoUntil } from './records.ts'

const person = (id: string, name: string, email: string | null = null) => ({
  id: `per_${id}` as const,
  name,
  email,
})

suite('records that look alike', () => {
  const rows: [string, string, string | null, string, string | null, string | null][] = [
    ['one name in other accents', 'Oisín F.', null, 'oisin f', null, 'name'],
    ['one mail box', 'Ana', 'ana.lima+coop@a.example', 'A. Lima', 'analima@a.example', 'mail'],
    ['two names, two boxes', 'Ana', 'ana@a.example', 'Bo', 'ana@b.example', null],
    ['a name and no name', 'Ana', null, 'Anabel', null, null],
  ]
  for (const [title, name, email, other, otherEmail, by] of rows)
    test(title, () => {
      const pairs = lookAlike([person('1', name, email), person('2', other, otherEmail)])
      assert.deepEqual(
        pairs.map((one) => one.by),
        by === null ? [] : [by],
      )
    })
})

suite('a merge', () => {
  const record = (
    id: string,
    into: `per_${string}` | null = null,
    name: string | null = 'Ana',
  ) => ({
    id: `per_${id}` as const,
    name,
    email: null,
    mergedInto: into,
  })
  const refusal = (change: object) => (isRefusal(change) ? change.refused : null)

  test('is of two records that stand', () => {
    assert.equal(refusal(joinRecords(record('1'), record('2'))), null)
    assert.equal(refusal(joinRecords(record('1'), record('1'))), 'same-record')
    assert.equal(refusal(joinRecords(record('1'), record('2', 'per_3'))), 'record-merged')
    assert.equal(refusal(joinRecords(record('1'), record('2', null, null))), 'record-gone')
    assert.equal(refusal(joinRecords(record('1'), null)), 'record-gone')
  })

  test('can be undone until its last day, before older ones', () => {
    const at = '2026-12-03T18:00:00.000Z'
    const until = undoUntil(at)
    const merge: Merge = { id: 'mrg_1', kept: 'per_1', other: 'per_2', at, until, parted: null }
    const later: Merge = { ...merge, id: 'mrg_2', other: 'per_3', at: '2026-12-04T18:00:00.000Z' }
    const stands = { standing: [merge], erased: false, now: at }
    assert.equal(until, '2027-01-02T18:00:00.000Z')
    assert.equal(refusal(partRecords(merge, stands)), null)
    assert.equal(refusal(partRecords(merge, { ...stands, now: until })), 'parting-over')
    assert.equal(refusal(partRecords({ ...merge, parted: at }, stands)), 'parted-already')
    assert.equal(refusal(partRecords(merge, { ...stands, erased: true })), 'record-gone')
    const both = { ...stands, standing: [merge, later] }
    assert.equal(refusal(partRecords(merge, both)), 'later-merge-first')
    assert.equal(refusal(partRecords(later, both)), null)
  })
})
