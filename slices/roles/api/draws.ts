/** The operations of draws. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { DrawId, ofCircle, ofDraw, ofRole } from './shapes.ts'

export const openDraw = operation({
  method: 'POST',
  path: '/circles/{circle}/roles/{role}/draws',
  summary: 'Open a draw by lot among all who may hold the role',
  who: 'steward-of-circle',
  params: ofRole,
  body: z.object({
    minutes: z.int().min(2).max(43_200).default(60).meta({ description: 'Time for words' }),
    willingOnly: z.boolean().default(false),
  }),
  output: z.object({ draw: DrawId }),
  refusals: ['no-such-role', 'filled-otherwise', 'no-seat', 'nobody-to-draw', 'draw-open'],
})

export const speakIntoDraw = operation({
  method: 'POST',
  path: '/circles/{circle}/draws/{draw}/words',
  summary: 'Add words of my own to a draw, so that nobody can choose its seed',
  who: 'member-of-circle',
  params: ofDraw,
  body: z.object({ words: line(200) }),
  refusals: ['draw-closed', 'spoken-already'],
})

const Shown = z.object({
  draw: DrawId,
  role: z.string(),
  seats: z.int(),
  pool: z.array(z.object({ person: z.string(), name: z.string() })),
  commitment: z.string(),
  closes: z.string(),
  words: z.array(z.object({ by: z.string(), name: z.string(), at: z.string(), words: z.string() })),
  secret: z.string().nullable(),
  drawn: z.array(z.string()).nullable(),
  order: z.array(z.string()),
  spoke: z.boolean(),
})

export const readDraw = operation({
  method: 'GET',
  path: '/circles/{circle}/draws/{draw}',
  summary: 'A draw as it stands: the pool, the sealed secret, the words; who was drawn',
  who: 'member-of-circle',
  params: ofDraw,
  output: Shown,
})

export const listDraws = operation({
  method: 'GET',
  path: '/circles/{circle}/draws',
  summary: 'The draws of a circle, the latest first',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({
    draws: z.array(
      z.object({ draw: DrawId, role: z.string(), closes: z.string(), drawn: z.boolean() }),
    ),
  }),
})

export const takeDrawFile = operation({
  method: 'GET',
  path: '/circles/{circle}/draws/{draw}/file',
  summary: 'The draw as a file, for `moothall draw`',
  who: 'member-of-circle',
  params: ofDraw,
  produces: 'application/json',
})
