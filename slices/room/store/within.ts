/**
 * Rooms within the room of a gathering: those of groups that go out and come back. They are rooms
 * like any other (chat, stack, floor, clock), named by the gathering, a dot and an id of their own;
 * who comes and goes is ruled by whoever opened them.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { allow } from '#kernel/problem.ts'
import { Call, type CallGiven, type Who } from '../rules/call.ts'
import { careFor } from '../rules/duties.ts'
import { enterRoom } from '../rules/door.ts'
import { hasRole, peopleHere, personOf } from '../rules/glance.ts'
import { roomOpened } from '../rules/life.ts'
import { left, removed, roleLaidDown } from '../rules/people.ts'
import type { Person, Room } from '../rules/state.ts'
import { happenIn, type Held } from './changes.ts'
import { forgetLines } from './presence.ts'
import { holdRoom } from './rooms.ts'
import { reading } from './tables.ts'

type By = { by: Who | null; now: Instant }

/** Holds a room until the transaction ends. */
export async function holdWithin(tx: Transaction, id: string, { by, now }: By): Promise<Held> {
  return { tx, gathering: id, room: await holdRoom(tx, id), now, actor: by }
}

/** Opens a room within a gathering with the call that stands at its head. */
export async function openWithin(held: Held, call: CallGiven): Promise<Room> {
  return happenIn(held, { facts: [roomOpened.of({ call: Call.parse(call) })] })
}

type Coming = Pick<Person, 'who' | 'name' | 'kind'>

/** These come in; who facilitates the gathering facilitates here too. */
export async function comeWithin(
  held: Held,
  coming: readonly (Coming & { facilitates: boolean })[],
): Promise<void> {
  const facts = coming.flatMap(({ facilitates, ...one }) => [
    ...allow(enterRoom(held.room, one)).facts,
    ...(facilitates ? allow(careFor(held.room, one.who)).facts : []),
  ])
  await happenIn(held, { facts })
}

/** These go; nothing brings them back but coming in anew. */
export async function goWithin(held: Held, whos: readonly Who[]): Promise<void> {
  for (const who of whos) await forgetLines(held.tx, held.gathering, who)
  const going = whos.filter((who) => personOf(held.room, who) && !personOf(held.room, who)?.left)
  await happenIn(held, { facts: going.map((who) => left.of({ who, how: 'left' })) })
}

/** Everybody goes: the room stands as it was. */
export async function emptyWithin(held: Held): Promise<void> {
  await goWithin(
    held,
    peopleHere(held.room).map(({ who }) => who),
  )
}

/** Somebody was put out of the gathering, and so is out of here, for good. */
export async function removeWithin(held: Held, who: Who, by: Who): Promise<void> {
  if (personOf(held.room, who)) await happenIn(held, { facts: [removed.of({ who, by })] })
}

/** Somebody no longer facilitates the gathering, nor here. */
export async function layDownWithin(held: Held, who: Who): Promise<void> {
  if (!hasRole(held.room, who, 'facilitator')) return
  await happenIn(held, { facts: [roleLaidDown.of({ who, role: 'facilitator', by: who })] })
}

/** The rooms within a gathering in which somebody has a line. */
export async function roomsWith(db: Reader, gathering: string, who: Who): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('presence')
    .select('gathering')
    .distinct()
    .where('who', '=', who)
    .where('gathering', 'like', `${gathering}.%`)
    .execute()
  return rows.map((row) => row.gathering)
}
