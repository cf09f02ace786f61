/** Inviting people to a circle, and answering. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Address, PersonName, When } from '#slices/people/api/shapes.ts'
import { CircleId } from '../api.ts'

const InvitationId = idOf('inv', 'an invitation')
const params = z.object({ circle: CircleId })

export const invite = operation({
  method: 'POST',
  path: '/circles/{circle}/invitations',
  summary: 'Invite people to a circle by mail',
  who: 'steward-of-circle',
  params,
  body: z.object({
    people: z
      .array(z.object({ email: Address, name: PersonName.optional() }))
      .min(1)
      .max(200),
    class: z.string().max(40).optional().meta({ description: 'The class in which they begin' }),
    days: z.int().min(1).max(90).default(30).meta({ description: 'For how long it can be taken' }),
    steward: z.boolean().default(false).meta({ description: 'To be a steward of it, too' }),
  }),
  output: z.object({
    invited: z.int(),
    already: z.array(z.string()).meta({ description: 'Addresses of members' }),
  }),
  refusals: ['no-such-class'],
})

export const listInvitations = operation({
  method: 'GET',
  path: '/circles/{circle}/invitations',
  summary: 'The invitations to a circle that wait for an answer',
  who: 'steward-of-circle',
  params,
  output: z.object({
    invitations: z.array(
      z.object({
        id: InvitationId,
        email: z.string().nullable(),
        name: z.string().nullable(),
        class: z.string().nullable().meta({ description: 'The class in which they begin' }),
        made: When,
        ends: When,
      }),
    ),
  }),
})

export const withdraw = operation({
  method: 'DELETE',
  path: '/circles/{circle}/invitations/{invitation}',
  summary: 'Take an invitation back',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, invitation: InvitationId }),
})

export const myInvitations = operation({
  method: 'GET',
  path: '/me/invitations',
  summary: 'Invitations to my address that wait for my answer',
  who: 'signed-in',
  output: z.object({
    invitations: z.array(
      z.object({ id: InvitationId, circle: z.string(), by: z.string().nullable(), made: When }),
    ),
  }),
})

export const accept = operation({
  method: 'POST',
  path: '/me/invitations/{invitation}',
  summary: 'Accept an invitation to my address',
  who: 'signed-in',
  params: z.object({ invitation: InvitationId }),
})
