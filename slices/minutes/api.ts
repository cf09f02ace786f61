/** What can be asked of minutes. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { OneMinutes, Visibility, ZoneGiven } from './api/params.ts'
import { ChatLine, STATES, TARGETS } from './rules/document.ts'
import { Told } from './rules/told.ts'

export { askImport, previewImport } from './api/imports.ts'
export { readMemory } from './api/memory.ts'

const Sealed = z.object({
  version: z.int(),
  sha256: z.string(),
  sealedAt: InstantSchema,
  why: z.enum(['approved', 'erased', 'recognised']),
  supersededAt: InstantSchema.nullable(),
})

const May = z.object({
  amend: z.boolean(),
  approve: z.boolean(),
  share: z.boolean(),
  claim: z.boolean(),
})

const Claim = z.object({
  id: z.string(),
  who: z.string(),
  name: z.string(),
  person: z.string(),
  by: z.string(),
  askedAt: InstantSchema,
})

export const readMinutes = operation({
  method: 'GET',
  path: '/minutes/{minutes}',
  summary: 'Read minutes, in your language and zone',
  who: 'anyone',
  params: OneMinutes,
  query: z.object({ zone: ZoneGiven.optional() }),
  output: z.object({
    id: z.string(),
    gathering: z.string(),
    circle: z.string().nullable(),
    visibility: Visibility,
    publicChat: z.boolean(),
    state: z.enum(STATES),
    imported: z.boolean(),
    /** False where this is the public copy. */
    whole: z.boolean(),
    sha256: z.string().nullable(),
    told: Told,
    chatLines: z.int(),
    people: z.array(z.object({ who: z.string(), name: z.string(), guest: z.boolean() })),
    /** Who of these the caller is. */
    me: z.string().nullable(),
    unnamed: z.boolean(),
    may: May,
    claims: z.array(Claim),
    seals: z.array(Sealed),
  }),
})

export const readMinutesChat = operation({
  method: 'GET',
  path: '/minutes/{minutes}/chat',
  summary: 'Read the chat of minutes, by pages',
  who: 'anyone',
  params: OneMinutes,
  query: z.object({
    item: z
      .string()
      .max(64)
      .optional()
      .meta({ description: 'An item; `none` for what belongs to none' }),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ lines: z.array(ChatLine), next: z.int().nullable() }),
})

const Amended = z.object({ ref: z.string().meta({ description: 'a1, a2, …' }) })

export const amendMinutes = operation({
  method: 'POST',
  path: '/minutes/{minutes}/amendments',
  summary: 'Amend what stands at an item, a decision or an action',
  who: 'anyone',
  params: OneMinutes,
  body: z.object({
    target: z.enum(TARGETS).exclude(['line']),
    id: z.string().max(64),
    text: paragraphs(4000),
  }),
  output: Amended,
  refusals: ['not-there', 'minutes-approved', 'nothing-to-amend', 'nothing-changed'],
})

export const correctWords = operation({
  method: 'PUT',
  path: '/minutes/{minutes}/chat/{line}',
  summary: 'Correct your own words in the chat',
  who: 'anyone',
  params: OneMinutes.extend({ line: z.coerce.number().int().positive() }),
  body: z.object({ text: paragraphs(10_000) }),
  output: Amended,
  refusals: [
    'not-there',
    'not-your-words',
    'minutes-approved',
    'nothing-to-amend',
    'nothing-changed',
  ],
})

export const approveMinutes = operation({
  method: 'POST',
  path: '/minutes/{minutes}/approval',
  summary: 'Approve minutes: they are sealed and do not change any more',
  who: 'signed-in',
  params: OneMinutes,
  output: z.object({ sha256: z.string() }),
  refusals: ['minutes-approved', 'only-who-facilitated'],
})

export const shareMinutes = operation({
  method: 'PUT',
  path: '/minutes/{minutes}/visibility',
  summary: 'Say who may read minutes',
  who: 'signed-in',
  params: OneMinutes,
  body: z.object({ visibility: Visibility, publicChat: z.boolean().default(false) }),
  output: z.object({ visibility: Visibility }),
  refusals: ['only-who-facilitated'],
})

export const stayUnnamed = operation({
  method: 'PUT',
  path: '/minutes/{minutes}/name',
  summary: 'Ask not to be named where everybody can read, or to be named again',
  who: 'anyone',
  params: OneMinutes,
  body: z.object({ unnamed: z.boolean() }),
  output: z.object({ unnamed: z.boolean() }),
  refusals: ['not-there', 'minutes-approved'],
})

export const claimName = operation({
  method: 'POST',
  path: '/minutes/{minutes}/claims',
  summary: 'Say "this was me" of a name in a saved chat',
  who: 'signed-in',
  params: OneMinutes,
  body: z.object({ who: z.string().regex(/^gst_\w{1,60}$/) }),
  output: z.object({ claim: z.string() }),
  refusals: ['nobody-by-that-name'],
})

export const answerClaim = operation({
  method: 'POST',
  path: '/minutes/{minutes}/claims/{claim}',
  summary: 'Confirm that a name was this person, or not',
  who: 'signed-in',
  params: OneMinutes.extend({ claim: z.string().regex(/^clm_\w{1,60}$/) }),
  body: z.object({ answer: z.enum(['yes', 'no']) }),
  output: z.object({ answer: z.enum(['yes', 'no']) }),
  refusals: ['only-who-facilitated', 'no-such-claim'],
})

export const FILES = [
  'minutes.zip',
  'minutes.json',
  'minutes.md',
  'minutes.html',
  'chat.jsonl',
  'chat.md',
  'links.csv',
  'attendance.csv',
  'calendar.ics',
] as const

export const exportMinutes = operation({
  method: 'GET',
  path: '/minutes/{minutes}/files/{file}',
  summary: 'Take minutes along as a file',
  who: 'anyone',
  params: OneMinutes.extend({ file: z.enum(FILES) }),
  query: z.object({ zone: ZoneGiven.optional() }),
  produces: 'application/octet-stream',
  limit: { count: 60, seconds: 60 },
})
