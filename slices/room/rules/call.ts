/**
 * The call as the room knows it: what the first entry, `room.opened`, carries. It holds only what
 * everybody in the room may read; the private lines of facilitators live in their own topic.
 */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'

/** Somebody: a person (`per_…`) or a guest of this gathering (`gst_…`). */
export const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)
export type Who = z.infer<typeof Who>

export const ItemKind = z.enum([
  'context',
  'talk',
  'panel',
  'round',
  'breakouts',
  'plenary',
  'decision',
  'break',
  'wrap-up',
])
export type ItemKind = z.infer<typeof ItemKind>

export const Owner = z.object({ id: Who.nullish(), name: z.string() })
export type Owner = z.infer<typeof Owner>

/** An item as it was planned; `minutes` are whole and may be 0. */
export const PlannedItem = z.object({
  id: z.string().min(1).max(64),
  kind: ItemKind,
  title: z.string(),
  owners: z.array(Owner).default([]),
  minutes: z.number().int().min(0).max(1440),
  line: z.string().default(''),
  handouts: z.array(z.string()).default([]),
})
export type PlannedItem = z.infer<typeof PlannedItem>

export const Lobby = z.enum(['open', 'ask', 'members'])
export type Lobby = z.infer<typeof Lobby>

export const Settings = z.object({
  /** May two people write to each other unseen by the rest? */
  privateChat: z.boolean().default(true),
  /** Who walks straight in: all, nobody, or members (others wait). */
  lobby: Lobby.default('open'),
  /** Seconds between two lines of one person; 0 is no limit. */
  slowSeconds: z.number().int().min(0).max(3600).default(0),
  /** Seconds of one turn on the floor; null is as long as the item. */
  turnSeconds: z.number().int().min(10).max(7200).nullable().default(null),
  /** The link of the call when people hear each other in another tool; null: here. */
  elsewhere: z.string().nullable().default(null),
  /** Sound and picture open only with a key that the hall has not. */
  sealed: z.boolean().default(false),
})
export type Settings = z.infer<typeof Settings>

export const Call = z.object({
  title: z.string(),
  purpose: z.string().default(''),
  /** The name of the circle that called, as it stood then. */
  circle: z.string().nullable().default(null),
  /** The gathering's own IANA zone. */
  zone: z.string(),
  startsAt: InstantSchema,
  access: z.enum(['public', 'members', 'invited']).default('public'),
  items: z.array(PlannedItem).default([]),
  facilitators: z.array(Who).default([]),
  settings: Settings.prefault({}),
})
export type Call = z.infer<typeof Call>
export type CallGiven = z.input<typeof Call>
