/** Roles: given, laid down, handed over (the law stands in people.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { leavesItAlone } from './door.ts'
import {
  facilitatorsHere,
  hasRole,
  isFacilitator,
  isHereThemselves,
  personOf,
  unlessFacilitator,
  unlessHere,
} from './glance.ts'
import { roleGiven, roleLaidDown } from './people.ts'
import type { Role, Room } from './state.ts'

/** A facilitator gives a role to somebody who was in the room. */
export function giveRole(room: Room, by: Who, who: Who, role: Role): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const person = personOf(room, who)
  if (!person || person.removed || person.seat) return refuse('nobody-by-that-id')
  return hasRole(room, who, role) ? happenAll() : happenAll(roleGiven.of({ who, role, by }))
}

/** Whoever called the gathering, or facilitates its circle, facilitates it from their first coming. */
export function careFor(room: Room, who: Who): Change {
  if (isFacilitator(room, who)) return happenAll()
  return happenAll(roleGiven.of({ who, role: 'facilitator', by: who }))
}

/** Somebody lays a role down, or a facilitator takes it. */
export function layRoleDown(room: Room, by: Who, who: Who, role: Role): Change {
  const refusal = by === who ? unlessHere(room, by) : unlessFacilitator(room, by)
  if (refusal) return refusal
  if (!hasRole(room, who, role)) return happenAll()
  if (role === 'facilitator' && leavesItAlone(room, who)) return refuse('hand-over-first')
  return happenAll(roleLaidDown.of({ who, role, by }))
}

/** Hands facilitation over: the other facilitates, the giver no longer does. */
export function handOver(room: Room, by: Who, to: Who): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  if (!isHereThemselves(room, to) || to === by) return refuse('nobody-by-that-id')
  const laid = roleLaidDown.of({ who: by, role: 'facilitator', by })
  return happenAll(roleGiven.of({ who: to, role: 'facilitator', by }), laid)
}

/** Somebody with an account takes over when no facilitator is here. */
export function takeOver(room: Room, who: Who): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  if (facilitatorsHere(room).length > 0) return refuse('still-facilitated')
  if (personOf(room, who)?.kind !== 'person') return refuse('account-needed')
  return happenAll(roleGiven.of({ who, role: 'facilitator', by: who }))
}
