/**
 * Minutes as data: what stands in `minutes.json`. Version 2 holds what stood in the notes of the
 * gathering; minutes without any are version 1, as they always were. The words of the chat stand beside it
 * (`chat.jsonl`); the document holds their number and their sha-256, so its own hash covers both.
 * People are named once, in `people`; everything else points at them by `who`.
 */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'

export const FORMAT = 'moothall-minutes'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Times = z.object({ from: InstantSchema, till: InstantSchema })
const Who = z.string().min(1).max(80)

export const Attendee = z.object({
  who: Who,
  name: z.string(),
  kind: z.enum(['person', 'guest']),
  roles: z.array(z.string()),
  /** When they were here; empty where a saved chat is all that is known. */
  stays: z.array(Times),
  spokenMs: z.int().min(0),
  lines: z.int().min(0),
  /** When they first had the floor, or first wrote. */
  firstAt: InstantSchema.nullable(),
  /** They asked not to be named where everybody can read. */
  unnamed: z.boolean(),
  /** The place where they sat with others at one microphone; left out where they did not. */
  place: z.string().optional(),
})

export const Spoken = z.object({ who: Who, ms: z.int().min(0) })

/** A block of a note, as its schema says (slices/notes/rules/schema.ts); shown only as safe HTML. */
export type NoteBlock = {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: NoteBlock[] | undefined
  text?: string | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
}
const Attrs = z.record(z.string(), z.unknown()).optional()
export const NoteBlock: z.ZodType<NoteBlock> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: Attrs,
    content: z.array(NoteBlock).optional(),
    text: z.string().optional(),
    marks: z.array(z.object({ type: z.string(), attrs: Attrs })).optional(),
  }),
)
/** A task that was open in the notes: who does what by when. */
export const NoteTask = z.object({
  item: z.string().nullable(),
  text: z.string(),
  owner: z.string().nullable(),
  name: z.string().nullable(),
  day: z.iso.date().nullable(),
})

export const MinutesItem = z.object({
  id: z.string(),
  number: z.int().positive(),
  kind: z.string(),
  title: z.string(),
  owners: z.array(z.object({ who: Who.nullable(), name: z.string() })),
  line: z.string(),
  /** Minutes as planned, and what was added while it ran. */
  minutes: z.int().min(0),
  extended: z.int(),
  state: z.enum(['held', 'skipped', 'not-reached']),
  planned: Times.nullable(),
  held: Times.nullable(),
  spoken: z.array(Spoken),
  /** What those who were there wrote down about it afterwards. */
  notes: z.string(),
  chatLines: z.int().min(0),
  /** Version 2: its part of the notes. */
  note: z.array(NoteBlock).optional(),
})

export const MinutesPoll = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(['yes-no', 'one', 'several', 'scale', 'words']),
  options: z.array(z.string()),
  anonymous: z.boolean(),
  by: Who,
  item: z.string().nullable(),
  answers: z.int().min(0),
  /** How often each was chosen: yes, no, abstain; the options; 0 to 5. */
  counts: z.array(z.int().min(0)),
  words: z.array(z.string()),
  named: z.array(z.object({ who: Who, answer: z.string() })),
})

export const Announcement = z.object({
  text: z.string(),
  by: Who,
  at: InstantSchema,
  item: z.string().nullable(),
})
export const KeptLink = z.object({
  address: z.string(),
  who: Who,
  at: InstantSchema,
  item: z.string().nullable(),
  times: z.int().positive(),
})
export const WrittenDecision = z.object({
  id: z.string(),
  ref: z.string(),
  text: z.string(),
  item: z.string().nullable(),
  by: Who,
  at: InstantSchema,
  /** The decision, where a vote in the room took it. */
  decision: z.string().optional(),
})
export const WrittenAction = WrittenDecision.extend({
  who: Who.nullable(),
  name: z.string().nullable(),
  due: z.iso.date().nullable(),
})

export const TARGETS = ['item', 'decision', 'action', 'line'] as const
export const Amendment = z.object({
  ref: z.string(),
  by: Who,
  at: InstantSchema,
  target: z.enum(TARGETS),
  /** The id of the item, decision or action, or the number of the line. */
  id: z.string(),
  /** What stood there, and what stands now; of their own words only what stands now is kept. */
  before: z.string().nullable(),
  after: z.string(),
})

export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room') }),
  z.object({
    kind: z.literal('chat-file'),
    file: z.string(),
    sha256: Sha256,
    grammar: z.enum(['2.2', '3.0']),
    lines: z.int().min(0),
    unread: z.int().min(0),
    /** When the chat was cleared while it ran: what was said before is not in the file. */
    cleared: z.array(InstantSchema),
  }),
])

/** A handout: what was shared on the gathering or for one of its items; its bytes by their hash. */
export const MinutesFile = z.object({
  id: z.string(),
  item: z.string().nullable(),
  name: z.string(),
  type: z.string(),
  size: z.int().min(0),
  sha256: Sha256,
  /** When it was first shown to all, as slides; left out where it was not. */
  shownAt: InstantSchema.optional(),
})
export type MinutesFile = z.infer<typeof MinutesFile>
/** A picture that stands inside the notes. */
export const MinutesPicture = MinutesFile.omit({ item: true, shownAt: true })

export const Approval = z.object({
  at: InstantSchema,
  by: z.array(z.object({ who: Who, name: z.string() })),
})
export const Superseded = z.object({ sha256: Sha256, at: InstantSchema, why: z.string() })

export const Minutes = z.object({
  format: z.literal(FORMAT),
  version: z.union([z.literal(1), z.literal(2)]),
  gathering: z.string(),
  title: z.string(),
  purpose: z.string(),
  circle: z.string().nullable(),
  zone: z.string(),
  source: Source,
  /** `till` is null where nothing was planned. */
  planned: z.object({ from: InstantSchema, till: InstantSchema.nullable() }),
  held: Times,
  people: z.array(Attendee),
  items: z.array(MinutesItem),
  polls: z.array(MinutesPoll),
  announcements: z.array(Announcement),
  links: z.array(KeptLink),
  decisions: z.array(WrittenDecision),
  actions: z.array(WrittenAction),
  /** Handouts and slides; left out where there are none. */
  files: z.array(MinutesFile).optional(),
  /** Version 2: what of the notes belongs to no item, the open tasks, the links, the pictures. */
  note: z.array(NoteBlock).optional(),
  tasks: z.array(NoteTask).optional(),
  noteLinks: z.array(z.object({ item: z.string().nullable(), address: z.string() })).optional(),
  pictures: z.array(MinutesPicture).optional(),
  chat: z.object({ lines: z.int().min(0), sha256: Sha256.nullable() }),
  amendments: z.array(Amendment),
  approval: Approval.nullable(),
  /** Older sealed versions of the same minutes, and what was taken out since. */
  supersedes: z.array(Superseded),
  /** The record of the gathering up to here: how many entries, and the hash of the last. */
  record: z.object({
    topic: z.string(),
    seq: z.int().min(0),
    head: z.string(),
    seal: z.string().nullable(),
  }),
})
export type Minutes = z.infer<typeof Minutes>
export type Attendee = z.infer<typeof Attendee>
export type MinutesItem = z.infer<typeof MinutesItem>
export type MinutesPoll = z.infer<typeof MinutesPoll>
export type Amendment = z.infer<typeof Amendment>
export type Target = (typeof TARGETS)[number]
export type Source = z.infer<typeof Source>

/** One line of the public chat as minutes keep it: a line of `chat.jsonl`. */
export const ChatLine = z.object({
  seq: z.int().positive(),
  at: InstantSchema,
  item: z.string().nullable(),
  who: Who,
  name: z.string(),
  text: z.string(),
  reply: z.int().positive().nullable(),
  reactions: z.array(z.object({ emoji: z.string(), count: z.int().positive() })),
  /** said: as it was said; corrected: by its author, afterwards; withdrawn, hidden, erased: no words. */
  state: z.enum(['said', 'edited', 'corrected', 'withdrawn', 'hidden', 'erased']),
})
export type ChatLine = z.infer<typeof ChatLine>

export const STATES = ['draft', 'amended', 'approved'] as const
export type MinutesState = (typeof STATES)[number]

/** Draft until somebody amends, approved for good once it is sealed. */
export function stateOf({ approval, amendments }: Minutes): MinutesState {
  if (approval) return 'approved'
  return amendments.length > 0 ? 'amended' : 'draft'
}

/** The name somebody has in these minutes. */
export function nameIn({ people }: Pick<Minutes, 'people'>, who: string): string {
  return people.find((one) => one.who === who)?.name ?? '?'
}
