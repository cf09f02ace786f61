/** What stewards see and do about people. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { PersonId, When } from './shapes.ts'

export const listPeople = operation({
  method: 'GET',
  path: '/people',
  summary: 'Everybody who has an account',
  who: 'steward',
  output: z.object({
    people: z.array(
      z.object({ id: PersonId, name: z.string(), email: z.string().nullable(), seen: When }),
    ),
  }),
})

export const makeWayBack = operation({
  method: 'POST',
  path: '/people/{person}/way-back',
  summary: 'Make a one-time link for somebody who has lost their mail; their old address is told',
  who: 'steward',
  params: z.object({ person: PersonId }),
  output: z.object({ link: z.string(), hours: z.int() }),
})
