/** What operations on roles have in common. */
import { z } from 'zod'
import { CircleId } from '#slices/circles/api.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { idOf } from '#kernel/ids.ts'
import { FILLINGS, RoleKey, RoleRule } from '../rules/section.ts'

export const TermId = idOf('trm', 'a term')
export const DrawId = idOf('drw', 'a draw')

export const ofCircle = z.object({ circle: CircleId })
export const ofRole = ofCircle.extend({ role: RoleKey })
export const ofTerm = ofCircle.extend({ term: TermId })
export const ofDraw = ofCircle.extend({ draw: DrawId })

export const Named = z.object({ person: PersonId, name: z.string() })

export const TermShown = Named.extend({
  term: TermId,
  role: z.string(),
  deputy: z.boolean(),
  from: z.string(),
  until: z.string().nullable(),
  began: z.boolean(),
  ended: z.string().nullable(),
  why: z.string().nullable(),
  reason: z.string().nullable(),
  filled: z.enum(FILLINGS),
  result: z.string().nullable(),
  wantsToHandOn: z.boolean(),
})

export const TurnShown = Named.extend({
  lastHeld: z.string().nullable(),
  skipped: z.int(),
  passedOver: z.boolean().meta({ description: 'Passed over since the role was last filled' }),
  inPlaceOf: z.string().nullable(),
})

export const SwapShown = z.object({ first: Named, second: Named, agreed: z.boolean() })

export const RoleShown = RoleRule.extend({
  holders: z.array(TermShown),
  coming: z.array(TermShown),
  vacancy: z.object({ seats: z.int(), from: z.string() }).nullable(),
  willing: z.array(Named),
  turns: z
    .array(TurnShown)
    .meta({ description: 'The next first; empty where it goes not by turns' }),
  next: PersonId.nullable(),
  swaps: z.array(SwapShown),
  draw: DrawId.nullable().meta({ description: 'The draw that is open' }),
  me: z.object({
    unfit: z.string().nullable().meta({ description: 'Why I may not hold it; null: I may' }),
    holds: TermId.nullable(),
    willing: z.boolean(),
    myTurn: z.boolean(),
  }),
})
