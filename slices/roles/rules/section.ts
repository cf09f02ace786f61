/**
 * The roles of a circle, as its constitution names them.
 *
 * 1. A role has a key that never changes, a name, and what it asks of who holds it, in words.
 * 2. It has seats, and a term in months or none; most terms in a row, or no bound.
 * 3. It is open to the classes that it names; naming none opens it to every class that may stand.
 * 4. It is filled in one way: given by who appoints, taken by a volunteer, elected, by turns
 *    (rotated) or drawn by lot.
 * 5. Holding it gives rights in the circle (steward, facilitator, caller) for exactly as long as it
 *    is held.
 */
import { z } from 'zod'
import { line, optionalParagraphs } from '#kernel/text.ts'

export const FILLINGS = ['appointed', 'volunteered', 'elected', 'rotated', 'drawn'] as const
export type Filling = (typeof FILLINGS)[number]

export const RIGHTS = ['steward', 'facilitator', 'caller'] as const
export type Right = (typeof RIGHTS)[number]

export const RECALLS = ['none', 'stewards', 'circle'] as const

export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

export const RoleRule = z.object({
  key: Key,
  name: line(60),
  asks: optionalParagraphs(1000).default(''),
  seats: z.int().min(1).max(50).default(1),
  termMonths: z.int().min(1).max(120).nullable().default(12),
  mostInARow: z.int().min(1).max(20).nullable().default(null),
  eligible: z.array(Key).max(20).default([]),
  filled: z.enum(FILLINGS).default('appointed'),
  gives: z.array(z.enum(RIGHTS)).max(RIGHTS.length).default([]),
  deputy: z.boolean().default(false),
  recall: z.enum(RECALLS).default('stewards'),
})
export type RoleRule = z.output<typeof RoleRule>

export const RolesPart = z.object({ roles: z.array(RoleRule).max(60).default([]) })
export type RolesPart = z.output<typeof RolesPart>
