/** Who is writing: said to all, kept nowhere. */
import { z } from 'zod'
import type { Hall } from '#kernel/hall.ts'
import type { Caller } from '#kernel/session.ts'
import { isHere, nameIn } from '../rules/glance.ts'
import { readerOf } from './in-room.ts'

const Typing = z.object({ typing: z.literal(true) })

/** "… is writing": passed on with the name of who says so, at most once in two seconds. */
export async function passTyping(hall: Hall, caller: Caller, gathering: string, payload: unknown) {
  if (!Typing.safeParse(payload).success) return null
  const reader = await readerOf(hall.db, caller, gathering)
  if (!reader || !isHere(reader.room, reader.who)) return null
  const often = { count: 1, seconds: 2 }
  if (hall.limits.take(`typing ${gathering} ${reader.who}`, often, hall.clock.now()) > 0)
    return null
  return { typing: reader.who, name: nameIn(reader.room, reader.who) }
}
