/**
 * People: who is here, since when, in what role.
 * 1. Coming and going make stays; stays of one person never overlap, and coming twice is one stay.
 * 2. Who leaves frees the floor, leaves the stack and takes signals back. Who loses the line frees
 *    the floor, and keeps place and signals for when they are back.
 * 3. Facilitators of the call facilitate from the start. The last facilitator here can't leave or
 *    lay the role down while others are here: they hand over first, or end the gathering. When the
 *    last one has lost the line, anybody with an account who is here may take over.
 * 4. Who is removed stays out. From the first removal on, newcomers without an account wait.
 * 5. A locked room lets in nobody who was not in it before, save facilitators.
 */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { Lobby, Who } from './call.ts'
import { hasRole, personOf, rolesOf } from './glance.ts'
import { happening, withKey, withoutKey } from './happening.ts'
import { ROLES } from './state.ts'
import { seatGivenUp } from './seats.ts'
import { arriving, comeAlong, gone, withPerson } from './stays.ts'

export const entered = happening(
  'room.entered',
  z.object({ who: Who, name: z.string().min(1), kind: z.enum(['person', 'guest']) }),
  (room, { who, name, kind }, { at }) => {
    const before = personOf(room, who)
    if (room.endedAt || before?.removed) return room
    const stays = arriving(before?.stays ?? [], at)
    const inside = withPerson(room, {
      who,
      name,
      kind,
      stays,
      person: before?.person ?? null,
      removed: false,
      left: false,
      seat: null,
    })
    return comeAlong(seatGivenUp(inside, who, at), who, at)
  },
)

export const left = happening(
  'room.left',
  z.object({
    who: Who,
    how: z.enum(['left', 'lost']),
    /** When the line went, where it is known only later. */
    at: InstantSchema.nullish(),
  }),
  (room, { who, how, at }, moment) =>
    gone(room, who, { at: at ?? moment.at, keep: how === 'lost' }),
)

/** A guest turned out to be a person: what they wrote stays theirs. */
export const recognised = happening(
  'room.recognised',
  z.object({ guest: Who, person: Who, name: z.string().min(1) }),
  (room, { guest, person, name }) => {
    const before = personOf(room, guest)
    return before ? withPerson(room, { ...before, person, name }) : room
  },
)

const RoleGiven = z.object({ who: Who, role: z.enum(ROLES), by: Who })

export const roleGiven = happening('role.given', RoleGiven, (room, { who, role }) => {
  if (hasRole(room, who, role) || personOf(room, who)?.removed) return room
  return { ...room, roles: withKey(room.roles, who, [...rolesOf(room, who), role]) }
})

export const roleLaidDown = happening('role.laid-down', RoleGiven, (room, { who, role }) => {
  if (!hasRole(room, who, role)) return room
  return {
    ...room,
    roles: withKey(
      room.roles,
      who,
      rolesOf(room, who).filter((one) => one !== role),
    ),
  }
})

export const removed = happening(
  'people.removed',
  z.object({ who: Who, by: Who }),
  (room, { who }, { at }) => {
    const out = gone(room, who, { at, keep: false })
    const person = personOf(out, who)
    if (!person) return room
    const roles = withoutKey(out.roles, who)
    return { ...withPerson(out, { ...person, removed: true }), roles, strangersWait: true }
  },
)

export const lobbySet = happening(
  'people.lobby',
  z.object({ lobby: Lobby, by: Who }),
  (room, { lobby }) => ({
    ...room,
    lobby,
  }),
)

const By = z.object({ by: Who })

export const locked = happening('people.locked', By, (room) => ({ ...room, locked: true }))

export const unlocked = happening('people.unlocked', By, (room) => ({ ...room, locked: false }))

export const peopleHappenings = [
  entered,
  left,
  recognised,
  roleGiven,
  roleLaidDown,
  removed,
  lobbySet,
  locked,
  unlocked,
]
