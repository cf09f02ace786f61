/** Removal, lobby and lock (the law stands in people.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import type { Lobby, Who } from './call.ts'
import { isFacilitator, personOf, unlessFacilitator } from './glance.ts'
import { lobbySet, locked, removed, unlocked } from './people.ts'
import type { Room } from './state.ts'

/** A facilitator removes somebody; another facilitator has to lay the role down first. */
export function removePerson(room: Room, by: Who, who: Who): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const person = personOf(room, who)
  if (!person || who === by) return refuse('nobody-by-that-id')
  if (person.removed) return happenAll()
  return isFacilitator(room, who) ? refuse('facilitators-stay') : happenAll(removed.of({ who, by }))
}

export function setLobby(room: Room, by: Who, lobby: Lobby): Change {
  return unlessFacilitator(room, by) ?? happenAll(lobbySet.of({ lobby, by }))
}

export function lockRoom(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(locked.of({ by }))
}

export function unlockRoom(room: Room, by: Who): Change {
  return unlessFacilitator(room, by) ?? happenAll(unlocked.of({ by }))
}
