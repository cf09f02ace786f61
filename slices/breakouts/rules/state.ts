/** What breakouts are at a moment: plain data, the same on the server and in the browser. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'

export const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)
export type Who = z.infer<typeof Who>

/** How people are sorted into groups. */
export const WAYS = ['lot', 'spread', 'together', 'choice', 'hand'] as const
export type Way = (typeof WAYS)[number]

export const GroupSchema = z.object({
  id: z.string().regex(/^brk_[0-9a-z]{26}$/),
  name: z.string().min(1),
  /** Its question or handout; an address in it is a link. */
  question: z.string(),
  host: Who.nullable(),
  /** The most people that it takes; null: any number. */
  places: z.int().min(1).nullable(),
  /** Its own note, made when it goes out. */
  note: z.string().nullable(),
  endsAt: InstantSchema.nullable(),
  /** When it came back; null while it is out, or has not gone. */
  backAt: InstantSchema.nullable(),
  /** Who called for help, until somebody comes. */
  help: Who.nullable(),
  /** Who says what it brings back; null until somebody was named. */
  reporter: Who.nullable(),
  /** What it brought back, as lines of text; null until then, or when it was taken out. */
  brought: z.string().nullable(),
})
export type Group = z.infer<typeof GroupSchema>

export const SetSchema = z.object({
  /** The item of the running order that they belong to. */
  item: z.string().nullable(),
  state: z.enum(['planned', 'out', 'over']),
  way: z.enum(WAYS),
  minutes: z.int(),
  /** Seconds that somebody who speaks at the end may go on. */
  graceSeconds: z.int(),
  /** May people go from one group to another by themselves? */
  wander: z.boolean(),
  pairs: z.array(z.tuple([Who, Who])).readonly(),
  by: Who,
  wentAt: InstantSchema.nullable(),
  overAt: InstantSchema.nullable(),
  groups: z.array(GroupSchema).readonly(),
  /** Who belongs to which group. */
  placed: z.record(Who, z.string()).readonly(),
  /** Who speaks to all groups now. */
  voice: Who.nullable(),
})
/** Groups that were planned together, go out together and come back. */
export type GroupSet = z.infer<typeof SetSchema>

export const BreakoutsSchema = z.object({
  /** The number of the last entry heard. */
  seq: z.int(),
  sets: z.array(SetSchema).readonly(),
})
export type Breakouts = z.infer<typeof BreakoutsSchema>

export const nothingYet: Breakouts = { seq: 0, sets: [] }

/** The groups that are planned or out. */
export function current({ sets }: Breakouts): GroupSet | null {
  const last = sets.at(-1)
  return last && last.state !== 'over' ? last : null
}

/** The groups that are out. */
export function outNow(breakouts: Breakouts): GroupSet | null {
  const set = current(breakouts)
  return set?.state === 'out' ? set : null
}

/** The group that somebody belongs to and that has not come back. */
export function groupOf(set: GroupSet, who: Who): Group | null {
  const id = Object.hasOwn(set.placed, who) ? set.placed[who] : undefined
  return set.groups.find((group) => group.id === id && group.backAt === null) ?? null
}

/** Who belongs to a group, in the order in which they were placed. */
export function membersOf({ placed }: GroupSet, group: string): Who[] {
  return Object.keys(placed).filter((who) => placed[who] === group)
}
