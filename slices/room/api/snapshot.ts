/** The room on the wire: the whole state, so that a page that comes late is drawn at once. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { Call, ItemKind, Lobby, Owner, Who } from '../rules/call.ts'
import {
  POLL_KINDS,
  REQUEST_KINDS,
  ROLES,
  type Room,
  SIGNALS,
  STACK_ORDERS,
} from '../rules/state.ts'

const At = InstantSchema
const maybe = At.nullable()
const whos = z.array(Who).readonly()
const Times = z.object({ from: At, till: At })

const Item = z.object({
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

const Floor = z.object({
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
  spoken: z.record(Who, z.int()).readonly(),
})

const Stack = z.object({
  closed: z.boolean(),
  order: z.enum(STACK_ORDERS),
  requests: z
    .array(z.object({ who: Who, kind: z.enum(REQUEST_KINDS), askedAt: At, seq: z.int() }))
    .readonly(),
})

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

const Chat = z.object({
  lines: z.array(z.array(LineSchema).readonly()).readonly(),
  earlier: z.int(),
  closed: z.boolean(),
  slowSeconds: z.int(),
})

export const AnswerShown = z.union([z.string(), z.number(), z.array(z.number()).readonly()])
export const TallySchema = z.object({
  answers: z.int(),
  counts: z.array(z.int()).readonly(),
  words: z.array(z.string()).readonly(),
})

const Poll = z.object({
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

const Person = z.object({
  who: Who,
  name: z.string(),
  kind: z.enum(['person', 'guest']),
  stays: z.array(z.object({ from: At, till: maybe })).readonly(),
  person: Who.nullable(),
  removed: z.boolean(),
})

const Written = z.object({
  id: z.string(),
  kind: z.enum(['decision', 'action']),
  text: z.string(),
  who: Who.nullable(),
  name: z.string().nullable(),
  due: z.string().nullable(),
  item: z.string().nullable(),
  by: Who,
  at: At,
})

export const RoomSchema: z.ZodType<Room> = z
  .object({
    seq: z.int(),
    call: Call.nullable(),
    openedAt: maybe,
    beganAt: maybe,
    endedAt: maybe,
    agreedEnd: maybe,
    items: z.array(Item).readonly(),
    floor: Floor,
    stack: Stack,
    chat: Chat,
    temperature: z.record(z.enum(SIGNALS), whos).readonly(),
    polls: z.array(Poll).readonly(),
    people: z.record(Who, Person).readonly(),
    roles: z.record(Who, z.array(z.enum(ROLES)).readonly()).readonly(),
    lobby: Lobby,
    locked: z.boolean(),
    strangersWait: z.boolean(),
    links: z
      .array(
        z.object({
          address: z.string(),
          said: z.array(z.object({ line: z.int(), who: Who, at: At })).readonly(),
        }),
      )
      .readonly(),
    written: z.array(Written).readonly(),
    announcements: z
      .array(z.object({ seq: z.int(), text: z.string(), by: Who, at: At }))
      .readonly(),
  })
  .meta({ id: 'Room', description: 'Everything that stands in a room after its entry `seq`' })
