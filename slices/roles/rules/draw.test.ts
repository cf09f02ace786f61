/** A draw that anybody can draw again, and that nobody could choose. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commitTo, type DrawFile, orderDrawn, redraw, seedOf } from './draw.ts'

const secret = 'a1'.repeat(32)

function drawnFile(change: Partial<DrawFile> = {}): DrawFile {
  const pool = ['ada', 'bo', 'cy', 'dee', 'eli'].map((name) => ({ person: `per_${name}`, name }))
  const words = [{ by: 'per_bo', at: '2026-05-01T10:00:00.000Z', words: 'rain on the roof' }]
  const file: DrawFile = {
    format: 'moothall-draw-1',
    draw: 'drw_1',
    role: 'Auditor',
    seats: 2,
    pool,
    commitment: commitTo(secret),
    closes: '2026-05-02T10:00:00.000Z',
    words,
    secret,
    drawn: null,
    ...change,
  }
  const people = file.pool.map(({ person }) => person)
  const order = orderDrawn(seedOf({ ...file, people, secret }), people)
  return { ...file, drawn: order.slice(0, file.seats), ...change }
}

test('drawn again from the file alone, it comes to the same end', () => {
  assert.deepEqual(redraw(drawnFile()).differs, [])
  assert.ok(redraw(drawnFile()).fits)
})

test('the order of the pool makes no difference', () => {
  const file = drawnFile()
  assert.deepEqual(redraw({ ...file, pool: file.pool.toReversed() }).differs, [])
})

test('whatever was changed afterwards is seen', () => {
  const file = drawnFile()
  const table: [Partial<DrawFile>, string[]][] = [
    [{ secret: 'b2'.repeat(32) }, ['secret', 'drawn']],
    [{ words: [] }, ['drawn']],
    [{ secret: null }, ['not-over']],
    [{ drawn: ['per_nobody', 'per_else'] }, ['drawn']],
    [{ closes: '2026-04-30T10:00:00.000Z' }, ['late-words', 'drawn']],
  ]
  for (const [change, differs] of table)
    assert.deepEqual(redraw({ ...file, ...change }).differs, differs, JSON.stringify(change))
  const twice = [...file.pool, ...file.pool.slice(0, 1)]
  assert.ok(redraw({ ...file, pool: twice }).differs.includes('doubled'))
})

test('every name is drawn about equally often', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f']
  const counts = new Map(people.map((person) => [person, 0]))
  const draws = 6000
  for (let nr = 0; nr < draws; nr += 1) {
    const [first = ''] = orderDrawn(`seed ${nr}`, people)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  // Chi squared with 5 degrees of freedom; the seeds are fixed, so this never wavers.
  const expected = draws / people.length
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  assert.ok(chi < 15, `chi squared ${chi}`)
})

test('an order holds everybody of the pool once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string(), (people, seed) => {
      assert.deepEqual(orderDrawn(seed, people).toSorted(), people.toSorted())
    }),
  )
})
