/** Inviting people, and what they answer. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Address } from '#slices/people/api/shapes.ts'
import { one } from './params.ts'
import { Answer, GatheringId, Invited } from './views.ts'

export const answerGathering = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/answer',
  summary: 'Say whether you come',
  who: 'sees-gathering',
  params: one,
  body: z.object({ answer: Answer }),
  refusals: ['gathering-cancelled', 'gathering-over', 'not-found'],
})

export const inviteToGathering = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/invitations',
  summary: 'Invite the members of the circle, or people by their address',
  who: 'shapes-gathering',
  params: one,
  body: z.object({
    circle: z.boolean().default(false).meta({ description: 'All members of the circle' }),
    people: z
      .array(z.object({ email: Address, name: line(120).nullable().default(null) }))
      .max(500)
      .default([]),
  }),
  output: z.object({ invited: z.int().meta({ description: 'How many were not invited before' }) }),
  refusals: ['gathering-cancelled', 'gathering-over', 'not-found'],
  maxBody: 256 * 1024,
  limit: { count: 30, seconds: 3600 },
})

export const listInvited = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/invitations',
  summary: 'Who is invited, and what they answered',
  who: 'shapes-gathering',
  params: one,
  output: z.object({
    invited: z.array(Invited),
    others: z
      .array(z.object({ name: z.string(), answer: Answer }))
      .meta({ description: 'Who answered without an invitation' }),
  }),
})

export const uninvite = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/invitations/{invitation}',
  summary: 'Take an invitation back',
  who: 'shapes-gathering',
  params: z.object({ gathering: GatheringId, invitation: z.string().max(60) }),
  refusals: ['not-found'],
})
