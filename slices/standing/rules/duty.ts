/**
 * Duties and standing, as a part of a constitution. What each field means:
 * 1. A duty is asked of classes. It says one thing (`asks`: the first) and what is worth the same
 *    (the further ones); parts of several add up: 250 euros and 20 hours are 500 euros or 40 hours.
 * 2. It is owed for each month, quarter, half-year or year of the calendar, or once. It falls due at
 *    the end of the period or at its start, and is late when the days of grace are over.
 * 3. Who has the duty for a part of a period only (joined, paused, excused) owes by days, the whole,
 *    or nothing for that period (`part`).
 * 4. Attendance, belonging to working circles and holding a role are asked for alone: nothing is
 *    worth the same. The last two hold at every moment and have no period.
 * 5. An exemption excuses who holds a role, who belongs to a circle, or who was granted it (hardship).
 *    Who is paused owes nothing.
 * 6. *Behind* is who has missed so many of the last so many periods of one duty; the rights named rest
 *    some days later. `idle`: who left no trace for so many days is paused until the next trace.
 */
import { z } from 'zod'
import { line } from '#kernel/text.ts'
import { EVERY } from './days.ts'

export const Key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'is not a short name of small letters' })
/** A million in minor units of money; larger sums are no dues. */
const Amount = z.int().min(1).max(100_000_000)
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'is not a currency such as EUR' })
const Circle = z.string().regex(/^cir_[0-9a-z]{26}$/)

export const Dues = z.object({
  kind: z.literal('dues'),
  amount: Amount.meta({ description: 'In minor units; of a sliding scale the least' }),
  most: Amount.optional().meta({ description: 'The most of a sliding scale' }),
  currency: Currency,
})
export const Hours = z.object({ kind: z.literal('hours'), hours: z.int().min(1).max(10_000) })
export const Resource = z.object({
  kind: z.literal('resource'),
  what: Key.meta({ description: 'A short name, as evidence names it: server' }),
  named: line(80).meta({ description: 'As it stands in the sentence: a server for a year' }),
})
export const Attendance = z.object({
  kind: z.literal('attendance'),
  come: z.int().min(1).max(100),
  of: z.int().min(1).max(100),
  circle: Circle.nullable().meta({ description: 'Whose gatherings; null: of this circle' }),
})
export const Belonging = z.object({ kind: z.literal('circles'), count: z.int().min(1).max(20) })
export const Holding = z.object({ kind: z.literal('roles'), count: z.int().min(1).max(20) })

export const Gift = z.discriminatedUnion('kind', [Dues, Hours, Resource])
export const Asked = z.discriminatedUnion('kind', [
  Dues,
  Hours,
  Resource,
  Attendance,
  Belonging,
  Holding,
])

export const Duty = z.object({
  key: Key,
  classes: z.array(Key).min(1).max(30),
  asks: z.array(Asked).min(1).max(6),
  every: z.enum([...EVERY, 'once']),
  due: z.enum(['end', 'start']).default('end'),
  part: z.enum(['days', 'whole', 'nothing']).default('days'),
  grace: z.int().min(0).max(730).meta({ description: 'Days' }),
})

export const Exemption = z.object({
  key: Key,
  for: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('role'), roles: z.array(Key).max(20) }),
    z.object({ kind: z.literal('circle'), circle: Circle.nullable() }),
    z.object({ kind: z.literal('hardship') }),
  ]),
  duties: z.array(Key).max(30).meta({ description: 'Which duties; none named: all' }),
})

export const RESTING = ['vote', 'propose', 'stand', 'tools'] as const
export const SEEN_BY = ['treasurer', 'stewards', 'members'] as const

export const Behind = z.object({
  missed: z.int().min(1).max(60),
  of: z.int().min(1).max(60).nullable().meta({ description: 'The last so many; null: all' }),
  rests: z.array(z.enum(RESTING)),
  restsAfter: z.int().min(0).max(730).meta({ description: 'Days' }),
})

export const DutiesPart = z.object({
  duties: z.array(Duty).max(30),
  exemptions: z.array(Exemption).max(20),
  behind: Behind,
  idle: z
    .object({ days: z.int().min(14).max(3650) })
    .nullable()
    .meta({ description: 'Who leaves no trace for so many days is paused' }),
  seenBy: z.array(z.enum(SEEN_BY)).meta({ description: 'Beside the member' }),
})

export type Asked = z.infer<typeof Asked>
export type GiftAsked = z.infer<typeof Gift>
export type Duty = z.infer<typeof Duty>
export type Exemption = z.infer<typeof Exemption>
export type Behind = z.infer<typeof Behind>
export type DutiesPart = z.infer<typeof DutiesPart>
export type Resting = (typeof RESTING)[number]

export const MINUTES = 60

/** In which unit a gift counts: a currency, `minutes`, or `thing:server`. */
export function unitOf(asked: GiftAsked): string {
  if (asked.kind === 'dues') return asked.currency
  return asked.kind === 'hours' ? 'minutes' : `thing:${asked.what}`
}

/** How much of its unit meets it for one whole period. */
export function needOf(asked: GiftAsked): number {
  if (asked.kind === 'dues') return asked.amount
  return asked.kind === 'hours' ? asked.hours * MINUTES : 1
}

export function isGift(asked: Asked): asked is GiftAsked {
  return asked.kind === 'dues' || asked.kind === 'hours' || asked.kind === 'resource'
}

/** No duties at all: everybody is in good standing. */
export const NO_DUTIES: DutiesPart = {
  duties: [],
  exemptions: [],
  behind: { missed: 1, of: null, rests: ['vote'], restsAfter: 60 },
  idle: null,
  seenBy: ['treasurer', 'stewards'],
}
