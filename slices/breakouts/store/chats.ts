/**
 * The chats of groups afterwards: read by who was in the room of that group, and by nobody else, since
 * that is to whom it was written. What was withdrawn or hidden is left out.
 */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { placeIn, type Room, roomAsItIs, whoIs } from '#slices/room/index.ts'
import { breakoutsOf } from './breakouts.ts'
import { roomIn } from './tables.ts'

export type GroupChat = {
  group: `brk_${string}`
  name: string
  question: string
  lines: { line: number; at: string; name: string; text: string }[]
}

function linesOf(room: Room): GroupChat['lines'] {
  return room.chat.lines
    .flat()
    .flatMap(({ seq, at, who, text, withdrawn, hidden }) =>
      withdrawn || hidden || text === ''
        ? []
        : [{ line: seq, at, name: placeIn(room, who).name, text }],
    )
}

/** Those in which a caller was and something was written, in the order in which the groups were planned. */
export async function groupChats(
  db: Reader,
  caller: Caller,
  gathering: string,
): Promise<GroupChat[]> {
  const who = await whoIs(db, caller, gathering)
  if (who === null) return []
  const { sets } = await breakoutsOf(db, gathering)
  const groups = sets.flatMap((set) => (set.wentAt === null ? [] : set.groups))
  const chats = await Promise.all(
    groups.map(async ({ id, name, question }) => {
      const room = await roomAsItIs(db, roomIn(gathering, id))
      const person = Object.hasOwn(room.people, who) ? room.people[who] : undefined
      if (!person || person.removed) return []
      const lines = linesOf(room)
      const group = `brk_${id.slice('brk_'.length)}` as const
      return lines.length > 0 ? [{ group, name, question, lines }] : []
    }),
  )
  return chats.flat()
}
