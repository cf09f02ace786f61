/** Lines and polls on the wire. */
import { z } from 'zod'
import { Who } from '../rules/call.ts'
import { POLL_KINDS } from '../rules/state.ts'
import { At, maybe, whos } from './shapes.ts'

export const LineSchema = z.object({
  seq: z.int(),
  who: Who,
  at: At,
  text: z.string(),
  item: z.string().nullable(),
  reply: z.int().nullable(),
  mentions: whos,
  reactions: z.array(z.object({ emoji: z.string(), who: whos })).readonly(),
  editedAt: maybe,
  edits: z.array(z.int()).readonly(),
  withdrawn: z.boolean(),
  hidden: z.object({ reason: z.string(), by: Who }).nullable(),
})

export const AnswerShown = z.union([z.string(), z.number(), z.array(z.number()).readonly()])

export const TallySchema = z.object({
  answers: z.int(),
  counts: z.array(z.int()).readonly(),
  words: z.array(z.string()).readonly(),
})

export const Chat = z.object({
  lines: z.array(z.array(LineSchema).readonly()).readonly(),
  earlier: z.int(),
  closed: z.boolean(),
  slowSeconds: z.int(),
})

export const Poll = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(POLL_KINDS),
  options: z.array(z.string()).readonly(),
  anonymous: z.boolean(),
  results: z.enum(['live', 'close']),
  by: Who,
  item: z.string().nullable(),
  openedAt: At,
  closedAt: maybe,
  answered: whos,
  answers: z.record(Who, AnswerShown).readonly(),
  tally: TallySchema.nullable(),
})
