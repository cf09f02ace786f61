/** The operations of circles. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { ROLES } from './rules.ts'

export const CircleId = idOf('cir', 'a circle')
export const RoleName = z.enum(ROLES)
export const CircleName = line(80)
const Purpose = optionalParagraphs(1000)

export const CircleShown = z.object({
  id: CircleId,
  parent: CircleId.nullable(),
  name: z.string(),
  purpose: z.string(),
  kind: z.enum(['working', 'autonomous']),
  rests: z.string().nullish().meta({ description: 'Since when it rests' }),
  elsewhere: z.boolean().optional().meta({ description: 'A co-op that lives in another hall' }),
  calls: z
    .enum(['members', 'named'])
    .meta({ description: 'Who may call its gatherings: every member, or those named' }),
})

const MemberShown = z.object({
  person: PersonId,
  name: z.string(),
  from: z.string(),
  roles: z.array(RoleName),
})

const params = z.object({ circle: CircleId })

export const listCircles = operation({
  method: 'GET',
  path: '/circles',
  summary: 'The co-op and its circles, the co-op first',
  who: 'signed-in',
  output: z.object({
    circles: z.array(CircleShown.extend({ members: z.int(), mine: z.boolean() })),
  }),
})

export const readCircle = operation({
  method: 'GET',
  path: '/circles/{circle}',
  summary: 'One circle: its purpose, its members and roles, the circles within',
  who: 'signed-in',
  params,
  output: CircleShown.extend({
    trail: z
      .array(z.object({ id: CircleId, name: z.string() }))
      .meta({ description: 'The circles around it, the co-op first' }),
    within: z.array(CircleShown),
    members: z
      .array(MemberShown)
      .nullable()
      .meta({ description: 'The first 500; null for who belongs neither here nor to the co-op' }),
    classes: z
      .array(z.object({ key: z.string(), name: z.string() }))
      .meta({ description: 'In which persons may be, as its rules call them; none without rules' }),
    may: z.object({ steward: z.boolean(), call: z.boolean() }),
    mine: z.boolean(),
  }),
})

export const makeCircle = operation({
  method: 'POST',
  path: '/circles/{circle}/circles',
  summary: 'Make a circle within this one',
  who: 'steward-of-circle',
  params,
  body: z.object({
    name: CircleName,
    purpose: Purpose.default(''),
    kind: z.enum(['working', 'autonomous']).default('working'),
  }),
  output: CircleShown,
})

export const changeCircle = operation({
  method: 'PATCH',
  path: '/circles/{circle}',
  summary: 'Change what a circle says of itself, and who calls its gatherings',
  who: 'steward-of-circle',
  params,
  body: z.object({
    name: CircleName.optional(),
    purpose: Purpose.optional(),
    calls: z.enum(['members', 'named']).optional(),
  }),
  output: CircleShown,
})

export const leave = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}',
  summary: 'Leave a circle, and the working circles within it',
  who: 'signed-in',
  params,
  refusals: ['last-steward', 'notice-first'],
})

const duty = z.object({ circle: CircleId, person: PersonId, role: RoleName })

export const giveRole = operation({
  method: 'PUT',
  path: '/circles/{circle}/roles/{role}/{person}',
  summary: 'Give a member a role in this circle',
  who: 'steward-of-circle',
  params: duty,
  refusals: ['not-a-member'],
})

export const endRole = operation({
  method: 'DELETE',
  path: '/circles/{circle}/roles/{role}/{person}',
  summary: 'Take a role from somebody',
  who: 'steward-of-circle',
  params: duty,
  refusals: ['last-steward'],
})

export const endMembership = operation({
  method: 'DELETE',
  path: '/circles/{circle}/members/{person}',
  summary: 'End the membership of somebody',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, person: z.union([PersonId, CircleId]) }),
  refusals: ['last-steward', 'way-out-stated'],
})

export const myCircles = operation({
  method: 'GET',
  path: '/me/circles',
  summary: 'The circles that I belong to, and what I do in them',
  who: 'anyone',
  output: z.object({
    coop: z.object({ id: CircleId, name: z.string(), zone: z.string() }).nullable(),
    steward: z.boolean().meta({ description: 'Whether I am a steward of the co-op' }),
    circles: z.array(CircleShown.extend({ roles: z.array(RoleName), call: z.boolean() })),
  }),
})
