/** What is put to the vote where it lies. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { CircleId } from '#slices/circles/api.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { STATES } from '../rules/life/life.ts'
import { About, DecisionId, ofCircle, Ref } from './shapes.ts'

const Who = z.object({ name: z.string(), person: PersonId })

export const readSubject = operation({
  method: 'GET',
  path: '/circles/{circle}/decision-subjects/{about}/{ref}',
  summary: 'Something that can be put to the vote: by which kinds, how a decision on it may begin',
  who: 'member-of-circle',
  params: ofCircle.extend({ about: About, ref: Ref }),
  output: z.object({
    what: z.string(),
    href: z.string(),
    kinds: z.array(z.string()).meta({ description: 'The keys of the kinds that may decide it' }),
    why: z.string().nullable().meta({ description: 'Why I can not put it to the vote now' }),
    passes: z.string(),
    fails: z.string(),
    asksPerson: z.boolean(),
    title: z.string(),
    question: z.string(),
    options: z.array(Who),
    seats: z.int(),
    people: z.array(Who).meta({ description: 'Who could be chosen' }),
    takesDay: z.boolean(),
    decidedIn: CircleId.meta({ description: 'The circle whose members decide on it' }),
    decisions: z
      .array(
        z.object({
          decision: DecisionId,
          title: z.string(),
          state: z.enum(STATES),
          result: z.enum(OUTCOMES).nullable(),
        }),
      )
      .meta({ description: 'Those about it, the newest first; drafts left out' }),
  }),
})
