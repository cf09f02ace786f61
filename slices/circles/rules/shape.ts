/**
 * The shape of a co-op: circles are moved, merged, split, rested, closed.
 * 1. A circle stands within one other, at any depth; it never stands within itself, by any way round.
 * 2. The co-op is the outermost: it is not moved, merged, split or closed.
 * 3. A circle is merged into another one that does not stand within it: its members come along, the
 *    circles within it stand within the other, and it closes.
 * 4. A circle closes when no open circle stands within it; then its memberships, roles and delegates
 *    end on that day, and what it holds (notes, files, gatherings, minutes) goes to the circle around it,
 *    or into which it is merged. A member co-op that closes leaves every circle that it was a member of.
 * 5. A resting circle keeps its members and its place; nobody calls its gatherings until it wakes.
 * 6. Nothing of this rewrites what was: where a circle stood and who was inside stays to be asked.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import { around, type Circle, type CircleId } from '../rules.ts'

const isCoop = (circles: readonly Circle[], id: CircleId) =>
  circles.some((circle) => circle.id === id && circle.parent === null)

/** Laws 1 and 2: refuses `the-coop-stays` and `own-ancestor`. */
export function moveCircle(circles: readonly Circle[], id: CircleId, to: CircleId): Change {
  if (isCoop(circles, id)) return refuse('the-coop-stays')
  if (around(circles, to).some((circle) => circle.id === id)) return refuse('own-ancestor')
  return happen('circle.moved', { circle: id, to })
}

/** Laws 2 and 3: refuses `the-coop-stays` and `own-ancestor`. */
export function mergeCircles(circles: readonly Circle[], from: CircleId, into: CircleId): Change {
  if (isCoop(circles, from)) return refuse('the-coop-stays')
  if (around(circles, into).some(({ id }) => id === from)) return refuse('own-ancestor')
  return happen('circle.merged', { circle: from, into })
}

/** Law 2: refuses `the-coop-stays`. */
export function splitCircle(circles: readonly Circle[], id: CircleId): Change {
  if (isCoop(circles, id)) return refuse('the-coop-stays')
  return happen('circle.split', { circle: id })
}

/** Laws 2 and 4: refuses `the-coop-stays` and `circles-within`. */
export function closeCircle(circles: readonly Circle[], id: CircleId): Change {
  if (isCoop(circles, id)) return refuse('the-coop-stays')
  const within = circles.filter(({ parent }) => parent === id)
  if (within.length > 0) return refuse('circles-within', { count: within.length })
  return happen('circle.closed', { circle: id })
}
