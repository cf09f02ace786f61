/** Leaving, resting, being put out. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { MemberId } from '#slices/circles/api/members.ts'
import { PersonId, When } from '#slices/people/api/shapes.ts'

const circle = z.object({ circle: CircleId })
export const ExclusionId = idOf('exc', 'a case')
const params = z.object({ exclusion: ExclusionId })
const Words = paragraphs(4000)

export const takeNotice = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/notice',
  summary: 'Say that I leave; it holds when the notice of the rules is over, or at once',
  who: 'member-of-circle',
  params: circle,
  output: z.object({ leaves: When }),
  refusals: ['not-inside', 'last-steward'],
})

export const stayAfterAll = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}/notice',
  summary: 'Stay after all',
  who: 'member-of-circle',
  params: circle,
})

export const pauseMe = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/pause',
  summary: 'Rest my membership for so many days',
  who: 'member-of-circle',
  params: circle,
  body: z.object({ days: z.int().min(1).max(3650) }),
  output: z.object({ ends: When }),
  refusals: ['not-inside', 'no-pause', 'pause-granted', 'pause-too-long'],
})

export const endMyPause = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}/pause',
  summary: 'Come back from a pause',
  who: 'member-of-circle',
  params: circle,
})

export const grantPause = operation({
  method: 'PUT',
  path: '/circles/{circle}/members/{member}/pause',
  summary: 'Grant a member a pause of so many days',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  body: z.object({ days: z.int().min(1).max(3650) }),
  output: z.object({ ends: When }),
  refusals: ['not-inside', 'no-pause', 'pause-too-long'],
})

export const openExclusion = operation({
  method: 'POST',
  path: '/circles/{circle}/exclusions',
  summary: 'Begin the process by which a member may be put out, with its reason',
  who: 'steward-of-circle',
  params: circle,
  body: z.object({ member: MemberId, reason: Words }),
  output: z.object({ exclusion: ExclusionId }),
  refusals: ['no-process', 'not-inside', 'case-open'],
  limit: { count: 20, seconds: 3600 },
})

export const ExclusionShown = z.object({
  id: ExclusionId,
  member: MemberId,
  name: z.string(),
  openedBy: PersonId,
  opened: When,
  reason: z.string(),
  decideFrom: When,
  heard: z.string().nullable(),
  outcome: z.enum(['out', 'stays']).nullable(),
  decision: z.string().nullable(),
  decided: When.nullable(),
  appealUntil: When.nullable(),
  appeal: z.string().nullable(),
  appealOutcome: z.enum(['holds', 'lifted']).nullable(),
  appealDecision: z.string().nullable(),
})

export const listExclusions = operation({
  method: 'GET',
  path: '/circles/{circle}/exclusions',
  summary: 'The processes of this circle: all for its stewards, their own for a member',
  who: 'signed-in',
  params: circle,
  output: z.object({ exclusions: z.array(ExclusionShown) }),
})

export const beHeard = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/hearing',
  summary: 'Be heard: what the member says to it',
  who: 'subject-of-exclusion',
  params,
  body: z.object({ text: Words }),
  refusals: ['case-over'],
})

export const decideExclusion = operation({
  method: 'POST',
  path: '/exclusions/{exclusion}/decision',
  summary: 'Decide whether the member is put out, with the reason',
  who: 'decides-exclusion',
  params,
  body: z.object({ out: z.boolean(), reason: Words }),
  refusals: ['case-over', 'own-case', 'notice-runs', 'not-heard', 'last-steward'],
})

export const appealExclusion = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/appeal',
  summary: 'Appeal',
  who: 'subject-of-exclusion',
  params,
  body: z.object({ text: Words }),
  refusals: ['no-appeal'],
})

export const decideAppeal = operation({
  method: 'POST',
  path: '/exclusions/{exclusion}/appeal-decision',
  summary: 'Decide on an appeal: by another than who decided first',
  who: 'steward-for-exclusion',
  params,
  body: z.object({ lifted: z.boolean(), reason: Words }),
  refusals: ['no-appeal', 'own-case'],
})
