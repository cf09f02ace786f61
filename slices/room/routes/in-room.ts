/** Who is calling, and holding the room while a change is made. */
import type { Change } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import type { Caller } from '#kernel/session.ts'
import type { Who } from '../rules/call.ts'
import { personOf } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import { happenIn, type Held } from '../store/changes.ts'
import { holdRoom, roomAsItIs } from '../store/rooms.ts'
import { topicOf } from '../store/tables.ts'
import { whoIs } from '../store/who.ts'

export type Inside = Held & { who: Who }
type InGathering = { gathering: string }

function insist(room: Room, who: Who | null): Who {
  if (room.call === null) throw new Refused('no-such-gathering')
  if (who === null) throw new Refused('not-in-the-room')
  return who
}

/** Does something in a room, once for a repeat key: nobody else changes the room meanwhile. */
export async function inRoom<T>(
  call: Pick<Call, 'db' | 'caller' | 'now' | 'transact'> & { params: InGathering },
  work: (inside: Inside) => Promise<T>,
): Promise<T> {
  const { gathering } = call.params
  const who = await whoIs(call.db, call.caller, gathering)
  return call.transact(async (tx) => {
    const room = await holdRoom(tx, gathering)
    const known = insist(room, who)
    return work({ tx, gathering, room, who: known, now: call.now, actor: known })
  }, topicOf(gathering))
}

/** As `inRoom`, for an operation that is one change and answers the number that it led to. */
export function changeRoom(
  call: Pick<Call<Operation>, 'db' | 'caller' | 'now' | 'transact'> & { params: InGathering },
  rule: (room: Room, who: Who) => Change,
): Promise<{ seq: number }> {
  return inRoom(call, async (inside) => {
    const { seq } = await happenIn(inside, rule(inside.room, inside.who))
    return { seq }
  })
}

/** The room for somebody who reads it: who was let in and not removed, or facilitates. */
export async function readingRoom(
  db: Reader,
  caller: Caller,
  gathering: string,
): Promise<{ room: Room; who: Who }> {
  const [room, known] = await Promise.all([roomAsItIs(db, gathering), whoIs(db, caller, gathering)])
  const who = insist(room, known)
  const person = personOf(room, who)
  if (person?.removed) throw new Refused('removed')
  if (!person) throw new Refused('not-in-the-room')
  return { room, who }
}

/** The member that a caller is in a gathering, and its room; null for a stranger. */
export async function readerOf(db: Reader, caller: Caller, gathering: string) {
  const who = await whoIs(db, caller, gathering)
  if (who === null) return null
  return { who, room: await roomAsItIs(db, gathering) }
}
