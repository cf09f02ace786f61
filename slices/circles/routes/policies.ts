/** Who may, in words, as far as circles know. */
import { type Id, idOf } from '#kernel/ids.ts'
import type { Policy } from '#kernel/slice.ts'
import { circleOf, isMember, isSteward, mayCall } from '../store/circles.ts'
import { hasProven, mergeOf } from '#slices/people/index.ts'
import { CircleId } from '../api.ts'

const Person = idOf('per', 'a person')
const Merge = idOf('mrg', 'a merge of two records')

function circleIn(params: Record<string, string>): Id<'cir'> | null {
  const found = CircleId.safeParse(params['circle'])
  return found.success ? found.data : null
}

export const policies: Record<string, Policy> = {
  steward: {
    sentence: 'The stewards of the co-op.',
    allows: (db, caller) => isSteward(db, caller.person),
  },
  'merges-records': {
    sentence: 'The stewards of the co-op; whoever has shown that the other record is theirs, too.',
    async allows(db, caller, params, now) {
      if (await isSteward(db, caller.person)) return true
      const [person, other] = [
        Person.safeParse(params['person']),
        Person.safeParse(params['other']),
      ]
      if (!person.success || !other.success || person.data !== caller.person) return false
      return hasProven(db, { person: person.data, other: other.data }, now)
    },
  },
  'parts-records': {
    sentence: 'The stewards of the co-op; whoever made two records of their own one.',
    async allows(db, caller, params) {
      if (await isSteward(db, caller.person)) return true
      const id = Merge.safeParse(params['merge'])
      const merge = id.success ? await mergeOf(db, id.data) : null
      return caller.person !== null && merge?.kept === caller.person && merge.by === caller.person
    },
  },
  member: {
    sentence: 'Members of the co-op.',
    allows: (db, caller) => isMember(db, caller.person),
  },
  'member-of-circle': {
    sentence: 'Members of this circle, and its stewards.',
    async allows(db, caller, params) {
      const circle = circleIn(params)
      return (
        (await isMember(db, caller.person, circle)) || (await isSteward(db, caller.person, circle))
      )
    },
  },
  'sees-members-of-circle': {
    sentence: 'Members of this circle or of the co-op, delegates there, and stewards.',
    async allows(db, caller, params) {
      const circle = circleIn(params)
      return (
        (await isMember(db, caller.person, circle)) ||
        (await isMember(db, caller.person)) ||
        (await isSteward(db, caller.person, circle))
      )
    },
  },
  'steward-of-body': {
    sentence: 'The stewards of the member circle; of the other circle, where it lives elsewhere.',
    async allows(db, caller, params) {
      const body = CircleId.safeParse(params['body'])
      if (!body.success) return false
      const sends = await circleOf(db, body.data)
      return isSteward(db, caller.person, sends?.elsewhere ? circleIn(params) : body.data)
    },
  },
  'steward-of-circle': {
    sentence: 'The stewards of this circle or of one around it.',
    allows: (db, caller, params) => isSteward(db, caller.person, circleIn(params)),
  },
  'caller-of-circle': {
    sentence: 'Whoever may call gatherings of this circle.',
    allows: (db, caller, params) => mayCall(db, caller.person, circleIn(params)),
  },
}
