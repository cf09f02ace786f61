import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawSample, redrawSample, type Sampling } from './sample.ts'

const members = ['ada', 'bo', 'cy', 'dee', 'eli', 'fay', 'gil', 'hu', 'ivo', 'jo']
const pool = members.map((name, at) => ({ id: `per_${name}`, class: at < 6 ? 'users' : 'workers' }))
const seed = 'six dice 2 5 5 1 6 3'

test('the lowest tickets are drawn: the sha-256 of seed, a newline and id, as in the draws of roles', () => {
  const ticket = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
  const order = pool.map(({ id }) => id).toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
  const { drawn, waiting } = drawSample({ size: 4, byClass: false, seed, pool })
  assert.deepEqual([...drawn, ...waiting], order)
})

test('by class, each has its part: three of six users and two of four workers', () => {
  const { drawn } = drawSample({ size: 5, byClass: true, seed, pool })
  const classes = drawn.map((id) => pool.find((one) => one.id === id)?.class)
  assert.equal(classes.filter((name) => name === 'users').length, 3)
  assert.equal(classes.length, 5)
})

test('drawn again it comes to the same; another seed, pool or sample does not fit', () => {
  const { drawn } = drawSample({ size: 4, byClass: true, seed, pool })
  const file: Sampling = {
    moothall: 'sample/1',
    title: 'Jury on the lease',
    size: 4,
    byClass: true,
    seed,
    pool,
    drawn,
  }
  assert.deepEqual(redrawSample(file), { fits: true, drawn })
  for (const change of [
    { seed: 'another' },
    { drawn: drawn.toReversed() },
    { pool: [...pool, ...pool.slice(0, 1)] },
    { size: 5 },
  ])
    assert.equal(redrawSample({ ...file, ...change }).fits, false)
})

test('whoever the pool is: nobody twice, nobody lost, its order makes no difference, the whole is split', () => {
  const people = fc.uniqueArray(
    fc.record({ id: fc.string(), class: fc.constantFrom('a', 'b', 'c') }),
    {
      minLength: 1,
      selector: ({ id }) => id,
    },
  )
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 20 }), fc.boolean(), (some, size, byClass) => {
      const { drawn, waiting } = drawSample({ size, byClass, seed, pool: some })
      assert.equal(drawn.length, Math.min(size, some.length))
      assert.deepEqual(new Set([...drawn, ...waiting]), new Set(some.map(({ id }) => id)))
      const turned = drawSample({ size, byClass, seed, pool: some.toReversed() })
      assert.deepEqual(turned, { drawn, waiting })
      for (const name of byClass ? ['a', 'b', 'c'] : []) {
        const its = some.filter((one) => one.class === name)
        const due = Math.floor((its.length * drawn.length) / some.length)
        const had = its.filter(({ id }) => drawn.includes(id)).length
        assert.ok(had === due || had === due + 1)
      }
    }),
  )
})
