/** A guest became a person: what they said in rooms is that person's from then on. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import { Who } from '../rules/call.ts'
import { isHere, personOf } from '../rules/glance.ts'
import { left, recognised } from '../rules/people.ts'
import { type Held, happenIn } from '../store/changes.ts'
import { holdRoom } from '../store/rooms.ts'

const Kept = z.object({ guest: Who, gathering: z.string(), person: Who })

export async function keepGuest(tx: Transaction, { at, data }: Entry): Promise<void> {
  const { guest, gathering, person } = Kept.parse(data)
  const room = await holdRoom(tx, gathering)
  const name = (await namesOf(tx, [person])).get(person)
  if (!personOf(room, guest) || !name) return
  const held: Held = { tx, gathering, room, now: at, actor: person }
  const known = recognised.of({ guest, person, name: shownName(name) })
  const gone = isHere(room, guest) ? [left.of({ who: guest, how: 'left' })] : []
  await happenIn(held, { facts: [known, ...gone] })
}
