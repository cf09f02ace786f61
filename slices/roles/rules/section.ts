/**
 * The roles of a circle, as its constitution names them.
 *
 * 1. A role has a key that never changes, a name, and what it asks of who holds it, in words.
 * 2. It has seats, and a term in months or none; most terms in a row, or no bound.
 * 3. It is open to the classes that it names; naming none opens it to every class that may stand.
 *    Who holds a role that it may not stand beside does not hold it.
 * 4. It is filled in one way: given by the stewards, taken by a volunteer, elected, by turns
 *    (rotated) or drawn by lot.
 * 5. Holding it gives rights in the circle (steward, facilitator, caller) for exactly as long as it
 *    is held.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { asks, choices } from './section-words.ts'

export const FILLINGS = ['appointed', 'volunteered', 'elected', 'rotated', 'drawn'] as const
export type Filling = (typeof FILLINGS)[number]

export const RIGHTS = ['steward', 'facilitator', 'caller'] as const
export type Right = (typeof RIGHTS)[number]

export const RECALLS = ['none', 'stewards', 'circle'] as const

export const RoleKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

export const RoleRule = z.object({
  key: asked(RoleKey, asks.key),
  name: asked(line(60), asks.name),
  asks: asked(optionalParagraphs(1000).default(''), asks.asks),
  seats: asked(z.int().min(1).max(50).default(1), asks.seats),
  termMonths: asked(z.int().min(1).max(120).nullable().default(12), asks.term),
  mostInARow: asked(z.int().min(1).max(20).nullable().default(null), asks.mostInARow),
  eligible: asked(z.array(RoleKey).max(20).default([]), asks.eligible),
  notBeside: asked(z.array(RoleKey).max(20).default([]), asks.notBeside),
  filled: asked(z.enum(FILLINGS).default('appointed'), { ...asks.filled, choices: choices.filled }),
  gives: asked(z.array(z.enum(RIGHTS)).max(RIGHTS.length).default([]), {
    ...asks.gives,
    choices: choices.gives,
  }),
  deputy: asked(z.boolean().default(false), asks.deputy),
  recall: asked(z.enum(RECALLS).default('stewards'), { ...asks.recall, choices: choices.recall }),
})
export type RoleRule = z.output<typeof RoleRule>

export const RolesPart = z.object({
  roles: asked(z.array(RoleRule).max(60).default([]), asks.roles),
})
export type RolesPart = z.output<typeof RolesPart>
