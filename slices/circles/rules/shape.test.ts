import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { around, type Circle, type CircleId } from '../rules.ts'
import { closeCircle, mergeCircles, moveCircle, splitCircle } from './shape.ts'

const circle = (nr: number, parent: number | null): Circle => ({
  id: `cir_${nr}`,
  parent: parent === null ? null : `cir_${parent}`,
  name: `${nr}`,
  purpose: '',
  kind: 'working',
  calls: 'members',
})
/** A co-op with circles at any depth: each stands within one that came before. */
const coops = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map((parents) => [
    circle(0, null),
    ...parents.map((parent, nr) => circle(nr + 1, parent % (nr + 1))),
  ])

test('whatever is moved where, no circle ever stands within itself', () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 })
  fc.assert(
    fc.property(coops, moves, (circles, wishes) => {
      for (const [what, where] of wishes) {
        const id: CircleId = `cir_${what % circles.length}`
        const to: CircleId = `cir_${where % circles.length}`
        if (isRefusal(moveCircle(circles, id, to))) continue
        circles = circles.map((one) => (one.id === id ? { ...one, parent: to } : one))
      }
      for (const { id } of circles) assert.equal(around(circles, id).at(-1)?.id, 'cir_0')
    }),
  )
})

test('the co-op stays, and a circle closes when nothing stands within', () => {
  const circles = [circle(0, null), circle(1, 0), circle(2, 1)]
  for (const change of [
    moveCircle(circles, 'cir_0', 'cir_2'),
    mergeCircles(circles, 'cir_0', 'cir_1'),
    splitCircle(circles, 'cir_0'),
    closeCircle(circles, 'cir_0'),
  ])
    assert.deepEqual(change, { refused: 'the-coop-stays' })
  assert.deepEqual(closeCircle(circles, 'cir_1'), {
    refused: 'circles-within',
    details: { count: 1 },
  })
  assert.deepEqual(mergeCircles(circles, 'cir_1', 'cir_2'), { refused: 'own-ancestor' })
  assert.ok(!isRefusal(closeCircle(circles, 'cir_2')))
})
