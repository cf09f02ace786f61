/** Who may read the rules of a circle. */
import type { Reader } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Policy } from '#kernel/slice.ts'
import type { Caller } from '#kernel/session.ts'
import { type CircleId, isMember, isSteward } from '#slices/circles/index.ts'
import { readersOf } from '../store/readers.ts'

/** The id of a circle as it stands in an address or a topic. */
export const Circle = idOf('cir', 'a circle')

/** Members of the circle and of the co-op, and the stewards. */
export async function belongs(db: Reader, { person }: Caller, circle: CircleId): Promise<boolean> {
  if (person === null) return false
  if (await isMember(db, person, circle)) return true
  return (await isMember(db, person)) || isSteward(db, person, circle)
}

export const policies: Record<string, Policy> = {
  'reader-of-constitution': {
    sentence:
      'Members of this circle and of the co-op; anybody where the version adopted last says so.',
    async allows(db, caller, params) {
      const circle = Circle.safeParse(params['circle'])
      if (!circle.success) return false
      if ((await readersOf(db, circle.data)) === 'anyone') return true
      return belongs(db, caller, circle.data)
    },
  },
}
