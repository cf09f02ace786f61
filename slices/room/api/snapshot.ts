/** The room on the wire: the whole state, so that a page that comes late is drawn at once. */
import { z } from 'zod'
import { Call, Lobby, Who } from '../rules/call.ts'
import { ROLES, type Room, SIGNALS } from '../rules/state.ts'
import { Chat, Poll } from './chat-shapes.ts'
import { Floor, Item, Stack } from './running-shapes.ts'
import { At, maybe, whos } from './shapes.ts'

const Person = z.object({
  who: Who,
  name: z.string(),
  kind: z.enum(['person', 'guest']),
  stays: z.array(z.object({ from: At, till: maybe })).readonly(),
  person: Who.nullable(),
  removed: z.boolean(),
  left: z.boolean(),
  seat: z.object({ by: Who, place: z.string() }).nullable().meta({
    description:
      'Whose device is the microphone of the place where they sit; null: they came with their own',
  }),
})

const Microphone = z.object({ place: z.string(), since: At, till: maybe })

const Written = z.object({
  id: z.string(),
  kind: z.enum(['decision', 'action']),
  text: z.string(),
  who: Who.nullable(),
  name: z.string().nullable(),
  due: z.string().nullable(),
  item: z.string().nullable(),
  decision: z.string().nullable(),
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
    walls: z.record(Who, z.object({ by: Who })).readonly(),
    microphones: z.record(Who, Microphone).readonly(),
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
