/** Amending, approving, sharing, and not being named. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { paragraphs } from '#kernel/text.ts'
import { OneMinutes, Visibility } from './params.ts'
import { TARGETS } from '../rules/document.ts'

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
