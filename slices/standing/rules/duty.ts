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
 * 7. Of a sliding scale (`most`) the least is owed: nobody is asked what they could give. What is more
 *    is theirs to give; it waits for the next period as whatever is paid ahead.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { line } from '#kernel/text.ts'
import { EVERY } from './days.ts'
import * as words from './duty-words.ts'

export const Key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'is not a short name of small letters' })
/** A million in minor units of money; larger sums are no dues. */
const Amount = z.int().min(1).max(100_000_000)
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'is not a currency such as EUR' })
const Circle = z.string().regex(/^cir_[0-9a-z]{26}$/, { error: 'is not the id of a circle' })
const Money = z.object({ minor: Amount, currency: Currency })
const Share = z.object({ of: z.int().min(1).max(100), in: z.int().min(1).max(100) })
const Count = z.int().min(1).max(20)
const ClassKey = asked(Key, words.className)
const DutyKey = asked(Key, words.dutyName)

export const Dues = z.object({
  kind: z.literal('dues'),
  least: asked(Money, words.least),
  most: asked(Amount.nullable(), words.most),
})
export const Hours = z.object({
  kind: z.literal('hours'),
  hours: asked(z.int().min(1).max(10_000), words.hours),
})
export const Resource = z.object({
  kind: z.literal('resource'),
  what: asked(Key, words.resourceKey),
  named: asked(line(80), words.resourceName),
})
export const Attendance = z.object({
  kind: z.literal('attendance'),
  share: asked(Share, words.share),
  circle: asked(Circle.nullable(), words.whoseGatherings),
})
export const Belonging = z.object({
  kind: z.literal('circles'),
  count: asked(Count, words.circleCount),
})
export const Holding = z.object({ kind: z.literal('roles'), count: asked(Count, words.roleCount) })

export const Asks = z.discriminatedUnion('kind', [
  Dues,
  Hours,
  Resource,
  Attendance,
  Belonging,
  Holding,
])

export const Duty = z.object({
  key: asked(Key, words.key),
  classes: asked(z.array(ClassKey).min(1).max(30), words.classes),
  asks: asked(z.array(Asks).min(1).max(6), words.asks),
  every: asked(z.enum([...EVERY, 'once']), words.every),
  due: asked(z.enum(['end', 'start']), words.due),
  part: asked(z.enum(['days', 'whole', 'nothing']), words.part),
  grace: asked(z.int().min(0).max(730), words.grace),
})

export const Exemption = z.object({
  key: asked(Key, words.key),
  for: asked(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('role'),
        roles: asked(z.array(asked(Key, words.roleName)).max(20), words.roles),
      }),
      z.object({
        kind: z.literal('circle'),
        circle: asked(Circle.nullable(), words.whichCircle),
      }),
      z.object({ kind: z.literal('hardship') }),
    ]),
    words.exempt,
  ),
  duties: asked(z.array(DutyKey).max(30), words.exemptFrom),
})

export const RESTING = ['vote', 'propose', 'stand', 'tools'] as const
export const SEEN_BY = ['treasurer', 'stewards', 'members'] as const

export const Behind = z.object({
  missed: asked(z.int().min(1).max(60), words.missed),
  of: asked(z.int().min(1).max(60).nullable(), words.ofPeriods),
  rests: asked(z.array(z.enum(RESTING)), words.rests),
  restsAfter: asked(z.int().min(0).max(730), words.restsAfter),
})

export const DutiesPart = z.object({
  duties: asked(z.array(Duty).max(30), words.duties),
  exemptions: asked(z.array(Exemption).max(20), words.exemptions),
  behind: asked(Behind, words.behind),
  idle: asked(z.int().min(14).max(3650).nullable(), words.idle),
  seenBy: asked(z.array(z.enum(SEEN_BY)), words.seenBy),
})

export type Asks = z.infer<typeof Asks>
export type GiftAsked = Extract<Asks, { kind: 'dues' | 'hours' | 'resource' }>
export type Duty = z.infer<typeof Duty>
export type Exemption = z.infer<typeof Exemption>
export type Behind = z.infer<typeof Behind>
export type DutiesPart = z.infer<typeof DutiesPart>
export type Resting = (typeof RESTING)[number]

export const MINUTES = 60

/** In which unit a gift counts: a currency, `minutes`, or `thing:server`. */
export function unitOf(ask: GiftAsked): string {
  if (ask.kind === 'dues') return ask.least.currency
  return ask.kind === 'hours' ? 'minutes' : `thing:${ask.what}`
}

/** How much of its unit meets it for one whole period. */
export function needOf(ask: GiftAsked): number {
  if (ask.kind === 'dues') return ask.least.minor
  return ask.kind === 'hours' ? ask.hours * MINUTES : 1
}

export function isGift(ask: Asks): ask is GiftAsked {
  return ask.kind === 'dues' || ask.kind === 'hours' || ask.kind === 'resource'
}

/** No duties at all: everybody is in good standing. */
export const NO_DUTIES: DutiesPart = {
  duties: [],
  exemptions: [],
  behind: { missed: 1, of: null, rests: ['vote'], restsAfter: 60 },
  idle: null,
  seenBy: ['treasurer', 'stewards'],
}
