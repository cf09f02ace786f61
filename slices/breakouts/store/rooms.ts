/** The rooms of groups: opened when they go, entered and left as people are placed, empty at the end. */
import {
  comeWithin,
  emptyWithin,
  facilitatesIn,
  goWithin,
  holdWithin,
  openWithin,
  peopleIn,
  type Room,
} from '#slices/room/index.ts'
import { type Group, groupOf, type GroupSet, membersOf, outNow, type Who } from '../rules/state.ts'
import type { Kept } from './breakouts.ts'
import { roomIn } from './tables.ts'

/** Breakouts and the main hall around them, as a transaction holds both. */
export type Within = { kept: Kept; main: Room }

const holdRoomOf = ({ kept: { tx, gathering, now, actor } }: Within, group: string) =>
  holdWithin(tx, roomIn(gathering, group), { by: actor, now })

/** Those of these who are here, as they come into a group. */
function comers(main: Room, whos: readonly Who[]) {
  return peopleIn(main)
    .filter(({ who }) => whos.includes(who))
    .map(({ who, name, kind }) => ({ who, name, kind, facilitates: facilitatesIn(main, who) }))
}

async function openRoom(within: Within, set: GroupSet, group: Group): Promise<void> {
  const held = await holdRoomOf(within, group.id)
  const { call } = within.main
  const facilitators = group.host ? [group.host] : []
  await openWithin(held, {
    title: group.name,
    purpose: group.question,
    zone: call?.zone ?? 'UTC',
    startsAt: within.kept.now,
    facilitators,
    settings: { privateChat: false },
  })
  await comeWithin(held, comers(within.main, membersOf(set, group.id)))
}

/** Opens the rooms of the groups that went just now, with those who are here in them. */
export async function openRooms(within: Within): Promise<void> {
  const set = outNow(within.kept.breakouts)
  for (const group of set?.groups ?? []) if (set) await openRoom(within, set, group)
}

/** Brings somebody where they belong now: out of the group before, into the one of now. */
export async function follow(within: Within, who: Who, before: string | null): Promise<void> {
  const set = outNow(within.kept.breakouts)
  const now = (set && groupOf(set, who)?.id) ?? null
  if (before === now) return
  // Rooms are held in one order, so that two who cross each other never wait for each other.
  const both = [before, now].flatMap((group) => group ?? []).toSorted()
  for (const group of both) {
    const held = await holdRoomOf(within, group)
    if (group === now) await comeWithin(held, comers(within.main, [who]))
    else await goWithin(held, [who])
  }
}

/** Everybody leaves the room of a group. */
export async function closeRoom(within: Within, group: string): Promise<void> {
  await emptyWithin(await holdRoomOf(within, group))
}
