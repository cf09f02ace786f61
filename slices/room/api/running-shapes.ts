/** The running order, the floor and the stack on the wire. */
import { z } from 'zod'
import { ItemKind, Owner, Who } from '../rules/call.ts'
import { REQUEST_KINDS, STACK_ORDERS } from '../rules/state.ts'
import { At, maybe, whos } from './shapes.ts'

const Times = z.object({ from: At, till: At })

export const Item = z.object({
  id: z.string(),
  kind: ItemKind,
  title: z.string(),
  owners: z.array(Owner).readonly(),
  minutes: z.int(),
  extended: z.int(),
  line: z.string(),
  handouts: z.array(z.string()).readonly(),
  state: z.enum(['ahead', 'now', 'done', 'skipped']),
  planned: Times.nullable(),
  startedAt: maybe,
  endedAt: maybe,
})

export const Floor = z.object({
  holders: z
    .array(
      z.object({
        who: Who,
        since: At,
        seconds: z.int().nullable(),
        ms: z.int(),
        kind: z.enum(REQUEST_KINDS).nullable(),
      }),
    )
    .readonly(),
  countedTill: maybe,
  heldMs: z.int(),
  turnSeconds: z.int().nullable(),
  round: z.object({ order: whos, left: whos, seconds: z.int().nullable() }).nullable(),
  turns: z
    .array(z.object({ who: Who, item: z.string().nullable(), from: At, till: At, ms: z.int() }))
    .readonly(),
  heard: z
    .array(z.object({ who: Who, item: z.string().nullable(), from: At, ms: z.int() }))
    .readonly(),
  heardTill: z.record(Who, At).readonly(),
  spoken: z.record(Who, z.int()).readonly(),
})

export const Stack = z.object({
  closed: z.boolean(),
  order: z.enum(STACK_ORDERS),
  requests: z
    .array(z.object({ who: Who, kind: z.enum(REQUEST_KINDS), askedAt: At, seq: z.int() }))
    .readonly(),
})
