/** Reading minutes and their chat. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { OneMinutes, Visibility, ZoneGiven } from './params.ts'
import { ChatLine, STATES } from '../rules/document.ts'
import { Told } from '../rules/told.ts'

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
