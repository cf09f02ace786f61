/**
 * The room is what happened in it: a fold over the entries of its gathering.
 * 1. Total: any entries in any order give a room. An entry that can't be read, is of no known kind
 *    or is impossible as things stand changes nothing.
 * 2. An entry is heard once: a number that was heard changes nothing.
 * 3. A fact may carry `when`, set by importers only; then it happened at that moment.
 * 4. A room is opened once, begins once, ends once. The end frees the floor, ends the item and all
 *    stays. Until it begins the call may change.
 * A room is never changed in place, so an older one stays true for who holds it. Applying an entry
 * copies what it touches: the chat is in chunks (lines.ts), all else is as large as the hall.
 */
import { z } from 'zod'
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import { Call, Who } from './call.ts'
import { chatHappenings } from './chat.ts'
import { floorHappenings, freeFloor } from './floor.ts'
import { isFacilitator, unlessFacilitator } from './glance.ts'
import { type Happening, happening } from './happening.ts'
import { startFirst } from './going-on.ts'
import { endItem, itemHappenings, planned } from './items.ts'
import { everybodyOut, peopleHappenings } from './people.ts'
import { pollHappenings } from './polls.ts'
import { stackHappenings } from './stack.ts'
import { emptyRoom, type Room } from './state.ts'
import { temperatureHappenings } from './temperature.ts'
import { writtenHappenings } from './written.ts'

function called(room: Room, call: Call): Room {
  const roles = Object.fromEntries(call.facilitators.map((who) => [who, ['facilitator' as const]]))
  return {
    ...room,
    call,
    items: planned(call.items, call.startsAt),
    roles: { ...room.roles, ...roles },
    lobby: call.settings.lobby,
    chat: { ...room.chat, slowSeconds: call.settings.slowSeconds },
    floor: { ...room.floor, turnSeconds: call.settings.turnSeconds },
  }
}

export const roomOpened = happening(
  'room.opened',
  z.object({ call: Call }),
  (room, { call }, { at }) => (room.call ? room : { ...called(room, call), openedAt: at }),
)

/** The call changed; once it runs, only its words do. */
export const callChanged = happening('room.changed', z.object({ call: Call }), (room, { call }) => {
  if (!room.call || room.endedAt) return room
  if (room.beganAt === null) return called(room, call)
  const { title, purpose, circle } = call
  return { ...room, call: { ...room.call, title, purpose, circle } }
})

const By = z.object({ by: Who.nullable() })

export const began = happening('gathering.began', By, (room, _, { at }) =>
  room.beganAt || room.endedAt ? room : { ...room, beganAt: at },
)

export const ended = happening('gathering.ended', By, (room, _, { at }) =>
  room.endedAt
    ? room
    : {
        ...everybodyOut(endItem(freeFloor(room, at), at), at),
        endedAt: at,
        beganAt: room.beganAt ?? at,
      },
)

const happenings: readonly Happening[] = [
  roomOpened,
  callChanged,
  began,
  ended,
  ...itemHappenings,
  ...floorHappenings,
  ...stackHappenings,
  ...chatHappenings,
  ...temperatureHappenings,
  ...pollHappenings,
  ...peopleHappenings,
  ...writtenHappenings,
]
const byKind = new Map(happenings.map((one) => [one.kind, one]))

/** Every kind of entry that means something in a room. */
export const KINDS: readonly string[] = happenings.map(({ kind }) => kind)

export type Heard = Pick<Entry, 'seq' | 'at' | 'kind' | 'data'>

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** When an entry happened: `when` of an imported fact, else when it was noted. */
export function momentOf({ at, data }: Pick<Heard, 'at' | 'data'>): Instant {
  const { when } = data
  return typeof when === 'string' && INSTANT.test(when) && !Number.isNaN(Date.parse(when))
    ? when
    : at
}

/** The room after an entry. */
export function apply(room: Room, entry: Heard): Room {
  if (entry.seq <= room.seq) return room
  const next = byKind
    .get(entry.kind)
    ?.apply(room, entry.data, { at: momentOf(entry), seq: entry.seq })
  return { ...(next ?? room), seq: entry.seq }
}

/** The room that entries in their order make. */
export function roomFrom(entries: Iterable<Heard>, start: Room = emptyRoom): Room {
  let room = start
  for (const entry of entries) room = apply(room, entry)
  return room
}

/** A facilitator begins the gathering, and with it the first item. */
export function beginGathering(room: Room, by: Who): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  return room.beganAt
    ? refuse('already-begun')
    : happenAll(began.of({ by }), ...startFirst(room, by))
}

/** A facilitator ends the gathering for everyone; facilitators may do so from outside the room. */
export function endGathering(room: Room, by: Who): Change {
  if (room.endedAt) return refuse('gathering-over')
  if (!isFacilitator(room, by)) return refuse('only-facilitators')
  return room.beganAt ? happenAll(ended.of({ by })) : refuse('not-begun')
}
