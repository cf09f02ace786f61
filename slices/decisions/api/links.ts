/** Links in mails that open ballots, as their owner sees and stops them. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { DecisionId, MemberId, ofDecision } from './shapes.ts'

export const readMyLinks = operation({
  method: 'GET',
  path: '/me/ballot-links',
  summary: 'The links in my mails that open ballots now, and whether I want such links',
  who: 'signed-in',
  output: z.object({
    wanted: z.boolean(),
    links: z.array(
      z.object({
        decision: DecisionId,
        title: z.string(),
        member: MemberId,
        name: z.string(),
        letters: z.int().meta({ description: 'In so many letters' }),
        madeAt: z.string(),
      }),
    ),
  }),
})

export const wishLinks = operation({
  method: 'PUT',
  path: '/me/ballot-links',
  summary: 'Say whether my mails may carry links that open ballots; without, those there are end',
  who: 'signed-in',
  body: z.object({ wanted: z.boolean() }),
})

export const stopMyLinks = operation({
  method: 'DELETE',
  path: '/me/ballot-links/{decision}',
  summary: 'Stop the links in my mails that open ballots of a decision',
  who: 'signed-in',
  params: ofDecision,
})
