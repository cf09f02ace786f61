/** The life of a room: opened, begun, ended (the law stands in room.ts). */
import { z } from 'zod'
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import { Call, Who } from './call.ts'
import { isFacilitator, unlessFacilitator } from './glance.ts'
import { startFirst } from './going-on.ts'
import { happening } from './happening.ts'
import { endItem, planned } from './items.ts'
import { freeFloor } from './speaking-time.ts'
import type { Room } from './state.ts'
import { everybodyOut } from './stays.ts'

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
