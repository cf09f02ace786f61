/**
 * Minutes told: the same document as sentences, for a reader's language and zone. The page, Markdown
 * and the app lay out what stands here, so that all say the same.
 */
import { z } from 'zod'

export const ToldPoll = z.object({
  question: z.string(),
  about: z.string(),
  rows: z.array(z.object({ label: z.string(), count: z.int(), part: z.number() })),
  words: z.array(z.string()),
})
/** What stood in the notes, ready to show: safe HTML, and Markdown. */
export const ToldNote = z.object({ html: z.string(), markdown: z.string() })
export type ToldNote = z.infer<typeof ToldNote>

/** A handout or slides. */
export const ToldFile = z.object({ id: z.string(), name: z.string(), about: z.string() })

export const ToldItem = z.object({
  /** The item's id; null where what was written belongs to none. */
  id: z.string().nullable(),
  number: z.int().nullable(),
  kind: z.string(),
  title: z.string(),
  by: z.string(),
  time: z.string(),
  lengths: z.array(z.string()),
  notes: z.string(),
  note: ToldNote.nullable(),
  files: z.array(ToldFile),
  decisions: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      text: z.string(),
      decision: z.string().nullable().meta({ description: 'Counted in the room' }),
    }),
  ),
  announcements: z.array(z.object({ text: z.string(), about: z.string() })),
  polls: z.array(ToldPoll),
  chatLines: z.int(),
  chat: z.string(),
})
export const Lane = z.object({
  number: z.int(),
  pause: z.boolean(),
  from: z.number(),
  till: z.number(),
})
export const Told = z.object({
  state: z.enum(['draft', 'amended', 'approved']),
  stateWord: z.string(),
  of: z.string(),
  title: z.string(),
  purpose: z.string(),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  /** Planned and real, in minutes from the first start. */
  lanes: z.object({ planned: z.array(Lane), held: z.array(Lane), minutes: z.number() }).nullable(),
  short: z.array(z.object({ ref: z.string(), href: z.string(), text: z.string() })),
  items: z.array(ToldItem),
  /** Of the notes, what belongs to no item. */
  note: ToldNote.nullable(),
  actions: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      what: z.string(),
      who: z.string(),
      by: z.string(),
    }),
  ),
  spoke: z.array(z.object({ name: z.string(), time: z.string(), part: z.number() })),
  spokeNote: z.string(),
  links: z.array(z.object({ address: z.string(), said: z.string() })),
  /** Those that belong to no item. */
  files: z.array(ToldFile),
  amendments: z.array(z.object({ ref: z.string(), text: z.string() })),
  seal: z.array(z.string()),
})
export type Told = z.infer<typeof Told>
export type ToldItem = z.infer<typeof ToldItem>
export type ToldPoll = z.infer<typeof ToldPoll>
export type ToldFile = z.infer<typeof ToldFile>
export type Lane = z.infer<typeof Lane>
