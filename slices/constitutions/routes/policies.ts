/** Who may read the rules of a circle. */
import { idOf } from '#kernel/ids.ts'
import type { Policy } from '#kernel/slice.ts'
import { belongs } from '../store/readable.ts'
import { readersOf } from '../store/readers.ts'

/** The id of a circle as it stands in an address or a topic. */
export const Circle = idOf('cir', 'a circle')

export const policies: Record<string, Policy> = {
  'reader-of-constitution': {
    sentence:
      'Members of this circle and of the co-op; anybody where the version adopted last says so.',
    async allows(db, caller, params) {
      const circle = Circle.safeParse(params['circle'])
      if (!circle.success) return false
      if ((await readersOf(db, circle.data)) === 'anyone') return true
      return belongs(db, caller.person, circle.data)
    },
  },
}
