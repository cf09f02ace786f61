/** The operations of roles. */
import { z } from 'zod'
import { DAY } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { Named, ofCircle, ofRole, ofTerm, RoleShown, TermId, TermShown } from './shapes.ts'

export const LONGEST_AHEAD = 400 * DAY
const FITNESS = ['not-a-member', 'wrong-class', 'too-many-terms', 'held-already', 'not-beside']
const BEGINNING = [...FITNESS, 'no-seat', 'no-deputy', 'no-such-role', 'filled-otherwise']

export const readRoles = operation({
  method: 'GET',
  path: '/circles/{circle}/roles',
  summary: 'The roles of a circle: what each asks, who holds it, whose turn it is',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({
    roles: z.array(RoleShown),
    steward: z.boolean(),
    members: z.array(Named).meta({ description: 'Who could be named, for stewards; else empty' }),
  }),
})

export const nameHolder = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/terms',
  summary: 'Name somebody to a role that is appointed or elected, from a day on',
  who: 'steward-of-circle',
  params: ofRole,
  body: z.object({
    person: PersonId,
    from: z.iso.datetime({ precision: 3 }).optional(),
    deputy: z.boolean().default(false),
    result: line(300).optional().meta({ description: 'Where the election stands, in words' }),
  }),
  output: z.object({ term: TermId }),
  refusals: [...BEGINNING, 'too-far', 'result-missing', 'being-voted'],
})

export const takeRole = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/take',
  summary: 'Take a role oneself: as a volunteer, or because it is my turn',
  who: 'member-of-circle',
  params: ofRole,
  output: z.object({ term: TermId }),
  refusals: [...BEGINNING, 'not-your-turn'],
})

export const skip = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/skip',
  summary: 'Pass a turn over: my own, or as a steward that of whoever is next',
  who: 'member-of-circle',
  params: ofRole,
  refusals: ['not-your-turn', 'no-such-role', 'filled-otherwise'],
})

export const wish = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/wish',
  summary: 'Say that I would like to hold a role, or to hand it on; or take that back',
  who: 'member-of-circle',
  params: ofRole,
  body: z.object({ wish: z.enum(['hold', 'hand-on']), on: z.boolean() }),
  refusals: ['no-such-role', 'not-held', ...FITNESS],
})

export const askSwap = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/swaps',
  summary: 'Ask somebody to take my next turn',
  who: 'member-of-circle',
  params: ofRole,
  body: z.object({ with: PersonId }),
  refusals: ['no-such-role', 'filled-otherwise', 'not-in-turn'],
})

export const agreeSwap = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/swaps/{first}',
  summary: 'Agree to take the turn of somebody who asked me',
  who: 'member-of-circle',
  params: ofRole.extend({ first: PersonId }),
  refusals: ['nobody-asked'],
})

export const dropSwap = operation({
  method: 'DELETE',
  path: '/circles/{circle}/roles/{role}/swaps/{first}',
  summary: 'Take a swap back, or decline it',
  who: 'member-of-circle',
  params: ofRole.extend({ first: PersonId }),
  refusals: ['nobody-asked'],
})

export const endTerm = operation({
  method: 'POST',
  path: '/circles/{circle}/terms/{term}/end',
  summary: 'Hand a role on before its term ends, or, as a steward, recall whoever holds it',
  who: 'member-of-circle',
  params: ofTerm,
  body: z.object({ reason: optionalParagraphs(1000).default('') }),
  refusals: ['role-term-over', 'last-steward', 'reason-missing', 'no-recall'],
})

export const writeHandover = operation({
  method: 'POST',
  path: '/circles/{circle}/terms/{term}/handover',
  summary: 'Write the handover note of my term',
  who: 'member-of-circle',
  params: ofTerm,
  body: z.object({ text: paragraphs(10_000) }),
  refusals: ['not-held'],
})

export const readHandover = operation({
  method: 'POST',
  path: '/circles/{circle}/terms/{term}/handover/read',
  summary: 'Say that I have read the handover note of whoever held my role before',
  who: 'member-of-circle',
  params: ofTerm,
  refusals: ['not-held', 'no-handover'],
})

const HandoverShown = z.object({
  text: z.string(),
  written: z.string(),
  readBy: z.string().nullable(),
  read: z.string().nullable(),
})

export const readTerm = operation({
  method: 'GET',
  path: '/circles/{circle}/terms/{term}',
  summary: 'A term with its handover note',
  who: 'member-of-circle',
  params: ofTerm,
  output: TermShown.extend({ handover: HandoverShown.nullable() }),
})

export const roleHistory = operation({
  method: 'GET',
  path: '/circles/{circle}/roles/{role}/terms',
  summary: 'Who held a role, the latest first, and the turns that were passed over',
  who: 'member-of-circle',
  params: ofRole,
  output: z.object({
    terms: z.array(TermShown),
    skips: z.array(Named.extend({ at: z.string() })),
  }),
})

export const overview = operation({
  method: 'GET',
  path: '/circles/{circle}/roles-overview',
  summary: 'Whose term ends, which roles are empty, which lie on the same shoulders',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({
    ending: z.array(
      TermShown.extend({ circle: CircleId, circleName: z.string(), title: z.string() }),
    ),
    empty: z.array(
      z.object({
        circle: CircleId,
        circleName: z.string(),
        role: z.string(),
        title: z.string(),
        seats: z.int(),
        from: z.string(),
      }),
    ),
    shoulders: z.array(
      Named.extend({ holds: z.array(z.object({ circle: z.string(), role: z.string() })) }),
    ),
  }),
})

export const myRoles = operation({
  method: 'GET',
  path: '/me/roles',
  summary: 'The roles that I hold and held, and the handover notes that I owe or should read',
  who: 'signed-in',
  output: z.object({
    terms: z.array(
      TermShown.extend({
        circle: CircleId,
        circleName: z.string(),
        title: z.string(),
        handoverWritten: z.boolean(),
        /** The note of whoever held it before, when it was not read yet. */
        toRead: TermId.nullable(),
      }),
    ),
  }),
})
