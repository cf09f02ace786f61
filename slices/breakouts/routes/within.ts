/** Holding the room and its breakouts, in this order always, while a change is made. */
import type { Change } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import type { Caller } from '#kernel/session.ts'
import {
  facilitatesIn,
  holdRoom,
  roomAsItIs,
  unlessFacilitator,
  unlessHere,
  whoIs,
} from '#slices/room/index.ts'
import type { Actor } from '../rules/planning.ts'
import { type Breakouts, groupOf, outNow, type Who } from '../rules/state.ts'
import { happen, holdBreakouts } from '../store/breakouts.ts'
import { follow, type Within } from '../store/rooms.ts'
import { topicOf } from '../store/tables.ts'

export type Inside = Within & { actor: Actor; who: Who }
type Asking = Pick<Call, 'db' | 'caller' | 'now' | 'transact'> & { params: { gathering: string } }

async function within<T>(
  call: Asking,
  who: 'here' | 'care',
  work: (inside: Inside) => Promise<T>,
): Promise<T> {
  const { gathering } = call.params
  const known = await whoIs(call.db, call.caller, gathering)
  return call.transact(async (tx) => {
    const main = await holdRoom(tx, gathering)
    if (main.call === null) throw new Refused('no-such-gathering')
    if (known === null) throw new Refused('not-in-the-room')
    allow((who === 'care' ? unlessFacilitator : unlessHere)(main, known))
    const kept = await holdBreakouts(tx, gathering, { now: call.now, actor: known })
    const actor = { who: known, facilitates: facilitatesIn(main, known) }
    return work({ kept, main, actor, who: known })
  }, topicOf(gathering))
}

/** As somebody who is in the room. */
export const asHere = <T>(call: Asking, work: (inside: Inside) => Promise<T>) =>
  within(call, 'here', work)

/** As somebody who facilitates it. */
export const asCare = <T>(call: Asking, work: (inside: Inside) => Promise<T>) =>
  within(call, 'care', work)

/** One change that moves nobody. */
export const change = (rule: (inside: Inside) => Change) => (inside: Inside) =>
  happen(inside.kept, rule(inside))

/** One change of where somebody belongs, with their going there. */
export async function moving(inside: Inside, who: Who, rule: Change): Promise<Breakouts> {
  const set = outNow(inside.kept.breakouts)
  const before = (set && groupOf(set, who)?.id) ?? null
  const after = await happen(inside.kept, rule)
  await follow(inside, who, before)
  return after
}

/** Refuses who was not let into the room, or was removed. */
export async function unlessReader(db: Reader, caller: Caller, gathering: string): Promise<void> {
  const [room, who] = await Promise.all([roomAsItIs(db, gathering), whoIs(db, caller, gathering)])
  if (room.call === null) throw new Refused('no-such-gathering')
  const person = who === null ? undefined : room.people[who]
  if (!person) throw new Refused('not-in-the-room')
  if (person.removed) throw new Refused('removed')
}
