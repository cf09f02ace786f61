/** What is given first: what is asked, what has come, how the rest is paid. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { ClassKey } from '#slices/circles/api/members.ts'

export const FirstShown = z.object({
  asked: z.string(),
  given: z.string(),
  lacks: z.string().nullable().meta({ description: 'Null when all of it has come' }),
})

export const readFirst = operation({
  method: 'GET',
  path: '/circles/{circle}/classes/{class}/first',
  summary: 'What I give before I come into a class, what of it has come, and how to pay the rest',
  who: 'signed-in',
  params: z.object({ circle: CircleId, class: ClassKey }),
  output: z.object({
    first: FirstShown.nullable().meta({ description: 'Null when nothing is given first' }),
    paying: z
      .object({
        name: z.string(),
        iban: z.string(),
        reference: z.string(),
        code: z.string().nullable().meta({ description: 'What banking apps read from a picture' }),
      })
      .nullable(),
  }),
})
