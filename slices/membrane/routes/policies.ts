/** Who may, at the door and in cases. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Policy } from '#kernel/slice.ts'
import { isInside, isMember, isSteward } from '#slices/circles/index.ts'
import { ApplicationId } from '../api/door.ts'
import { ExclusionId } from '../api/leaving.ts'
import { applicationOf } from '../store/applications.ts'
import { decidesOn } from '../store/deciding.ts'
import { caseOf } from '../store/leaving.ts'
import { decidesCase, isAbout } from '../store/cases.ts'
import { rulesOf } from '../store/rules.ts'
import { wayOf } from '../store/standing.ts'

const CircleId = idOf('cir', 'a circle')
type Params = Record<string, string>

async function applicationIn(db: Reader, params: Params) {
  const id = ApplicationId.safeParse(params['application'])
  return id.success ? applicationOf(db, id.data) : undefined
}

async function caseIn(db: Reader, params: Params) {
  const id = ExclusionId.safeParse(params['exclusion'])
  return id.success ? caseOf(db, id.data) : undefined
}

export const policies: Record<string, Policy> = {
  'invites-to-circle': {
    sentence: 'Stewards of this circle, and its members where its rules let every member invite.',
    async allows(db, caller, params, now) {
      const circle = CircleId.safeParse(params['circle'])
      if (!circle.success) return false
      const { data: id } = circle
      if (await isSteward(db, caller.person, id)) return true
      if (!(await isInside(db, caller.person, id))) return false
      const { ways } = await rulesOf(db, id, now)
      return ways.ways.some(({ invitation }) => invitation?.by === 'members')
    },
  },
  'sees-application': {
    sentence: 'Members of the circle, whoever decides, and the applicant.',
    async allows(db, caller, params, now) {
      const found = await applicationIn(db, params)
      if (!found || caller.person === null) return false
      if (found.person === caller.person) return true
      if (await isMember(db, caller.person, found.circle)) return true
      if (await isSteward(db, caller.person, found.circle)) return true
      return decides(db, caller.person, found, now)
    },
  },
  'decides-application': {
    sentence: 'Whoever decides on it by the rules of the circle; never the applicant.',
    async allows(db, caller, params, now) {
      const found = await applicationIn(db, params)
      if (!found || caller.person === null || found.person === caller.person) return false
      return decides(db, caller.person, found, now)
    },
  },
  'own-application': {
    sentence: 'The applicant.',
    async allows(db, caller, params) {
      const found = await applicationIn(db, params)
      return found !== undefined && caller.person !== null && found.person === caller.person
    },
  },
  'subject-of-exclusion': {
    sentence: 'The member whom it is about; for a co-op, its stewards.',
    async allows(db, caller, params) {
      const found = await caseIn(db, params)
      return found !== undefined && isAbout(db, caller.person, found.member)
    },
  },
  'sees-exclusion': {
    sentence: 'The member whom it is about, whoever decides on it, and the stewards of the circle.',
    async allows(db, caller, params, now) {
      const found = await caseIn(db, params)
      if (!found || caller.person === null) return false
      return (
        (await isAbout(db, caller.person, found.member)) ||
        (await isSteward(db, caller.person, found.circle)) ||
        decidesCase(db, caller.person, found, now)
      )
    },
  },
  'leads-exclusion': {
    sentence: 'Whoever decides on it, and the stewards of the circle; never whom it is about.',
    async allows(db, caller, params, now) {
      const found = await caseIn(db, params)
      if (!found || caller.person === null) return false
      if (await isAbout(db, caller.person, found.member)) return false
      return (
        (await isSteward(db, caller.person, found.circle)) ||
        decidesCase(db, caller.person, found, now)
      )
    },
  },
  'decides-exclusion': {
    sentence: 'Whoever decides on it by the rules of the circle.',
    async allows(db, caller, params, now) {
      const found = await caseIn(db, params)
      return found !== undefined && decidesCase(db, caller.person, found, now)
    },
  },
  'steward-for-exclusion': {
    sentence: 'Stewards of the circle.',
    async allows(db, caller, params) {
      const found = await caseIn(db, params)
      return found !== undefined && isSteward(db, caller.person, found.circle)
    },
  },
}

async function decides(
  db: Reader,
  person: `per_${string}`,
  application: NonNullable<Awaited<ReturnType<typeof applicationOf>>>,
  now: Instant,
): Promise<boolean> {
  const way = await wayOf(db, application)
  const by = way?.application?.decides ?? { kind: 'role', role: 'steward' }
  return decidesOn(db, person, { circle: application.circle, by, now })
}
