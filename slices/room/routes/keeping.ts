/** What becomes of words when a guest becomes a person, and when a person is erased. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import { Who } from '../rules/call.ts'
import { isHere, personOf } from '../rules/glance.ts'
import { left, recognised } from '../rules/people.ts'
import { happenIn, type Held } from '../store/changes.ts'
import { eraseFromRooms } from '../store/erasing.ts'
import { holdRoom } from '../store/rooms.ts'

/** Stands in the record for a name; pages say it in the language of who reads. */
const FORMER_NAME = 'a former member'

const Kept = z.object({ guest: Who, gathering: z.string(), person: Who })

/** What a guest said in rooms is that person's from then on. */
export async function keepGuest(tx: Transaction, { at, data }: Entry): Promise<void> {
  const { guest, gathering, person } = Kept.parse(data)
  if (!gathering.startsWith('gth_')) return
  const room = await holdRoom(tx, gathering)
  const name = (await namesOf(tx, [person])).get(person)
  if (!personOf(room, guest) || !name) return
  const held: Held = { tx, gathering, room, now: at, actor: person }
  const known = recognised.of({ guest, person, name: shownName(name) })
  const gone = isHere(room, guest) ? [left.of({ who: guest, how: 'left' })] : []
  await happenIn(held, { facts: [known, ...gone] })
}

const Erased = z.object({ person: Who, guests: z.array(Who) })

/** Who is erased leaves the fact that they were there, without name and words. */
export async function eraseWords(tx: Transaction, { at, data }: Entry): Promise<void> {
  const { person, guests } = Erased.parse(data)
  await eraseFromRooms(tx, [person, ...guests], { name: FORMER_NAME, now: at })
}
