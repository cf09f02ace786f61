/** Who may, in words, as far as standing knows. */
import type { Policy } from '#kernel/slice.ts'
import { isMember } from '#slices/circles/index.ts'
import { CircleId, MemberId } from '../api/shapes.ts'
import { isOwn, keepsStanding } from '../store/seeing.ts'

export const policies: Record<string, Policy> = {
  'keeps-standing': {
    sentence: 'The treasurer and the stewards of this circle.',
    async allows(db, caller, params) {
      const circle = CircleId.safeParse(params['circle'])
      return circle.success && keepsStanding(db, caller.person, circle.data)
    },
  },
  'sees-standing': {
    sentence: 'The member, and whoever the rules of the circle on that day let see it.',
    async allows(db, caller, params) {
      const circle = CircleId.safeParse(params['circle'])
      const member = MemberId.safeParse(params['member'])
      if (!circle.success || !member.success) return false
      const seen = { circle: circle.data, member: member.data }
      if (await isOwn(db, caller.person, seen)) return true
      const { person } = caller
      // Which of these may see it is a rule of the day: the route asks it (seesStanding).
      return (await isMember(db, person, circle.data)) || keepsStanding(db, person, circle.data)
    },
  },
}
