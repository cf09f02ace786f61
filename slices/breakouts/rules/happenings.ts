/**
 * Breakouts are what happened to them: a fold over the entries of their topic.
 * 1. Total: an entry that can't be read or is impossible as things stand changes nothing, and one is
 *    heard once.
 * 2. There is one set of groups at a time: planned, then out, then over. A plan is made anew as a
 *    whole until its groups go; the next plan begins after the return.
 * 3. A group that came back takes nobody in; when the last one is back, the set is over.
 */
import { z } from 'zod'
import type { Fact } from '#kernel/change.ts'
import { type Instant, InstantSchema } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import { type Breakouts, type Group, GroupSchema, type GroupSet, SetSchema, Who } from './state.ts'

type Moment = { at: Instant }
type Kind<S extends z.ZodType> = { of(data: z.input<S>): Fact }
type Change = (set: GroupSet, data: unknown, moment: Moment) => GroupSet
const changes = new Map<string, Change>()

/** An entry that changes the set that is planned or out. */
function kind<S extends z.ZodType>(
  name: string,
  schema: S,
  change: (set: GroupSet, data: z.output<S>, moment: Moment) => GroupSet,
): Kind<S> {
  changes.set(name, (set, data, moment) => {
    const read = schema.safeParse(data)
    return read.success ? change(set, read.data, moment) : set
  })
  return { of: (data) => ({ kind: name, data }) }
}

function withGroup(set: GroupSet, id: string, change: (group: Group) => Group): GroupSet {
  return { ...set, groups: set.groups.map((one) => (one.id === id ? change(one) : one)) }
}

const isOut = (set: GroupSet, group: string) =>
  set.groups.some(({ id, backAt }) => id === group && backAt === null)

const PLANNED = 'breakouts.planned'
const Planned = SetSchema.pick({
  item: true,
  way: true,
  minutes: true,
  graceSeconds: true,
  wander: true,
  pairs: true,
  by: true,
  placed: true,
}).extend({
  groups: z.array(
    GroupSchema.pick({ id: true, name: true, question: true, host: true, places: true }),
  ),
})

export const planned = { of: (data: z.input<typeof Planned>): Fact => ({ kind: PLANNED, data }) }

function plannedFrom(data: unknown): GroupSet | null {
  const read = Planned.safeParse(data)
  if (!read.success) return null
  const fresh = {
    note: null,
    endsAt: null,
    backAt: null,
    help: null,
    reporter: null,
    brought: null,
  }
  const groups = read.data.groups.map((group) => ({ ...group, ...fresh }))
  return { ...read.data, groups, state: 'planned', wentAt: null, overAt: null, voice: null }
}

const By = z.object({ by: Who })
const Of = z.object({ group: z.string(), by: Who })

export const dropped = kind('breakouts.dropped', By, (set, _, { at }) =>
  set.state === 'planned' ? { ...set, state: 'over', overAt: at } : set,
)

export const went = kind(
  'breakouts.went',
  z.object({ till: InstantSchema, notes: z.record(z.string(), z.string()), by: Who }),
  (set, { till, notes }, { at }) =>
    set.state === 'planned'
      ? {
          ...set,
          state: 'out',
          wentAt: at,
          groups: set.groups.map((group) => ({
            ...group,
            note: notes[group.id] ?? null,
            endsAt: till,
          })),
        }
      : set,
)

/** `group` null: back in the main hall, or in none yet. */
export const placed = kind(
  'breakouts.placed',
  z.object({
    who: Who,
    group: z.string().nullable(),
    how: z.enum(['chosen', 'late', 'moved', 'wandered', 'came-back', 'gone']),
    by: Who.nullable(),
  }),
  (set, { who, group }) => {
    const { [who]: _before, ...others } = set.placed
    if (group === null) return { ...set, placed: others }
    return isOut(set, group) ? { ...set, placed: { ...others, [who]: group } } : set
  },
)

export const lengthened = kind(
  'breakouts.lengthened',
  z.object({ groups: z.array(z.string()), till: InstantSchema, by: Who }),
  (set, { groups, till }) => ({
    ...set,
    groups: set.groups.map((group) =>
      groups.includes(group.id) && group.backAt === null ? { ...group, endsAt: till } : group,
    ),
  }),
)

/** A facilitator speaks to all groups, or (`by` no longer) has finished. */
export const spokeToAll = kind(
  'breakouts.voice',
  z.object({ by: Who, on: z.boolean() }),
  (set, { by, on }) => ({ ...set, voice: on ? by : set.voice === by ? null : set.voice }),
)

export const helpCalled = kind('breakouts.help', Of, (set, { group, by }) =>
  withGroup(set, group, (one) => ({ ...one, help: by })),
)

export const helpCame = kind('breakouts.helped', Of, (set, { group }) =>
  withGroup(set, group, (one) => ({ ...one, help: null })),
)

export const hosted = kind(
  'breakouts.hosted',
  Of.extend({ who: Who.nullable() }),
  (set, { group, who }) => withGroup(set, group, (one) => ({ ...one, host: who })),
)

export const reports = kind('breakouts.reports', Of.extend({ who: Who }), (set, { group, who }) =>
  withGroup(set, group, (one) => ({ ...one, reporter: who })),
)

export const Brought = z.object({
  group: z.string(),
  reporter: Who.nullable(),
  text: z.string().nullable(),
  /** Who wrote it, or is named in it. */
  whos: z.array(Who),
})

/** A group is back, with what it brings; `brought.text` leaves the record with who wrote it. */
export const cameBack = kind(
  'breakouts.back',
  Brought,
  (set, { group, reporter, text }, { at }) => {
    const back = withGroup(set, group, (one) =>
      one.backAt ? one : { ...one, backAt: at, help: null, reporter, brought: text },
    )
    const isOver = back.groups.every(({ backAt }) => backAt !== null)
    return isOver ? { ...back, state: 'over', overAt: at, voice: null } : back
  },
)

type Heard = Pick<Entry, 'seq' | 'at' | 'kind' | 'data'>

function setsAfter({ sets }: Breakouts, { kind: name, data, at }: Heard): readonly GroupSet[] {
  const last = sets.at(-1)
  if (name === PLANNED) {
    const plan = plannedFrom(data)
    if (!plan || last?.state === 'out') return sets
    return last?.state === 'planned' ? [...sets.slice(0, -1), plan] : [...sets, plan]
  }
  if (!last || last.state === 'over') return sets
  const next = changes.get(name)?.(last, data, { at }) ?? last
  return next === last ? sets : [...sets.slice(0, -1), next]
}

/** Breakouts after an entry. */
export function apply(breakouts: Breakouts, entry: Heard): Breakouts {
  if (entry.seq <= breakouts.seq) return breakouts
  return { seq: entry.seq, sets: setsAfter(breakouts, entry) }
}
