/**
 * Calling a gathering, changing it, calling it off.
 * 1. A call says what, why, when (in a zone of its own), for whom, and in which order.
 * 2. It may be changed until its room opens; from then on the room itself says what happens.
 * 3. It may be called off until its room opens, with a reason; then it stays readable.
 * 4. What was called off or is over is changed no more.
 * 5. Whoever was told of it is told again when the time, the title, the access or the place of sound
 *    and picture changes, or when it is called off: each of these raises its sequence by one, so that calendars know the newer word.
 * 6. A recurring call names its own first day.
 */
import { z } from 'zod'
import { type Change, type Fact, happen, type Refusal, refuse } from '#kernel/change.ts'
import { type Instant, InstantSchema } from '#kernel/clock.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { Item, MOST_ITEMS } from './items.ts'
import { namesStart, Rule } from './recurrence.ts'
import { Zone } from './zones.ts'

export const ACCESS = ['public', 'members', 'invited'] as const
export const Access = z.enum(ACCESS)
export type Access = z.infer<typeof Access>

export const Settings = z.object({
  privateChat: z.boolean().default(true).meta({ description: 'May two write to each other?' }),
  lobby: z.enum(['open', 'ask', 'members']).default('open'),
  slowSeconds: z.int().min(0).max(3600).default(0),
  turnSeconds: z.int().min(10).max(7200).nullable().default(null),
  elsewhere: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null)
    .meta({ description: 'The link of a call in BigBlueButton or another tool' }),
  sealed: z
    .boolean()
    .default(false)
    .meta({ description: 'Do sound and picture open only with a key that the hall has not?' }),
})
export type Settings = z.output<typeof Settings>

const PersonId = z.string().regex(/^per_\w{1,60}$/)

export const Plan = z.object({
  title: line(200),
  purpose: optionalParagraphs(4000).default(''),
  zone: Zone,
  startsAt: InstantSchema,
  minutes: z.int().min(5).max(1440).meta({ description: 'The announced length in minutes' }),
  access: Access.default('public'),
  settings: Settings.prefault({}),
  items: z.array(Item).max(MOST_ITEMS).default([]),
  facilitators: z.array(PersonId).max(30).default([]),
})
export type Plan = z.output<typeof Plan>

/** What stands of a gathering, apart from what people answered. */
export type Standing = Plan & {
  sequence: number
  cancelledAt: Instant | null
  openedAt: Instant | null
  endedAt: Instant | null
}

/** Law 1 and 6: refuses `starts-in-the-past`, `rule-misses-start`. */
export function callGathering(plan: Plan, rule: Rule | null, now: Instant): Change {
  if (plan.startsAt < now) return refuse('starts-in-the-past')
  if (rule && !namesStart({ rule, startsAt: plan.startsAt, zone: plan.zone }))
    return refuse('rule-misses-start')
  return happen('gathering.called', {
    title: plan.title,
    startsAt: plan.startsAt,
    access: plan.access,
  })
}

/** Laws 2 to 4: refuses `gathering-cancelled`, `gathering-over`, `gathering-open`. */
function closed({ cancelledAt, endedAt, openedAt }: Standing): Refusal | null {
  if (cancelledAt) return refuse('gathering-cancelled')
  if (endedAt) return refuse('gathering-over')
  return openedAt ? refuse('gathering-open') : null
}

const PARTS = ['title', 'purpose', 'zone', 'startsAt', 'minutes', 'access', 'settings'] as const
const TOLD = new Set<string>(['title', 'zone', 'startsAt', 'minutes', 'access'])

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}

export type Changed = { parts: string[]; plan: Plan; sequence: number; told: boolean }

/** Law 5: the gathering as it will stand, which parts change, and whether people are told. */
export function changeGathering(
  standing: Standing,
  wish: Partial<Plan>,
  now: Instant,
): { facts: Fact[]; changed: Changed } | Refusal {
  const refusal = closed(standing)
  if (refusal) return refusal
  const plan = Plan.parse({ ...standing, ...wish })
  const parts = [...PARTS, 'items' as const, 'facilitators' as const].filter((part) =>
    differs(plan[part], standing[part]),
  )
  if (parts.includes('startsAt') && plan.startsAt < now) return refuse('starts-in-the-past')
  const moved = plan.settings.elsewhere !== standing.settings.elsewhere
  const told = moved || parts.some((part) => TOLD.has(part))
  const changed = { parts, plan, told, sequence: standing.sequence + (told ? 1 : 0) }
  if (parts.length === 0) return { facts: [], changed }
  const { facts } = happen('gathering.changed', {
    parts,
    startsAt: plan.startsAt,
    title: plan.title,
  })
  return { facts, changed }
}

/** Law 3. */
export function cancelGathering(standing: Standing, reason: string): Change {
  const refusal = closed(standing)
  return refusal ?? happen('gathering.cancelled', { reason })
}
