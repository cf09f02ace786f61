/**
 * Rooms as they are now. A room is folded from the record once a process, and then only from the
 * entries after the one it knows; what is kept here is never more than what was committed, and its
 * number says whether it is the latest. So any number of nodes have the same rooms.
 */
import type { Reader, Transaction } from '#kernel/database.ts'
import { entriesOf, type Entry, holdTopic, lastSeq } from '#kernel/record.ts'
import { afterCommit } from '#kernel/transact.ts'
import { lineAt } from '../rules/lines.ts'
import { apply, roomFrom } from '../rules/room.ts'
import { emptyRoom, type Room } from '../rules/state.ts'
import { topicOf } from './tables.ts'

const KEPT = 100
const PAGE = 2000
type Shelf = Map<string, Room>
const shelves = new WeakMap<object, Shelf>()

/** Rooms are kept by the pool that read them: two databases in one process never mix. */
function shelfOf(db: Reader): Shelf {
  const pool = db.getExecutor().adapter
  const known = shelves.get(pool)
  if (known) return known
  const fresh: Shelf = new Map()
  shelves.set(pool, fresh)
  return fresh
}

function keep(shelf: Shelf, gathering: string, room: Room): void {
  if ((shelf.get(gathering)?.seq ?? 0) > room.seq) return
  shelf.delete(gathering)
  shelf.set(gathering, room)
  for (const oldest of shelf.keys()) {
    if (shelf.size <= KEPT) return
    shelf.delete(oldest)
  }
}

/** An entry whose words went, other than a line of the chat: the room is told anew. */
function unsettles(room: Room, { kind, data }: Entry): boolean {
  return kind === 'record.redacted' && !lineAt(room.chat.lines, Number(data['seq']))
}

async function readOn(db: Reader, gathering: string, start: Room): Promise<Room> {
  let room = start
  for (;;) {
    const entries = await entriesOf(db, topicOf(gathering), { after: room.seq, limit: PAGE })
    if (start.seq > 0 && entries.some((entry) => unsettles(room, entry)))
      return readOn(db, gathering, emptyRoom)
    room = roomFrom(entries, room)
    if (entries.length < PAGE) return room
  }
}

async function roomUpTo(db: Reader, gathering: string, seq: number): Promise<Room> {
  const shelf = shelfOf(db)
  const known = shelf.get(gathering) ?? emptyRoom
  const room = known.seq >= seq ? known : await readOn(db, gathering, known)
  keep(shelf, gathering, room)
  return room
}

/** The room of a gathering as it is now; an empty one (`call` null) when it was never opened. */
export async function roomAsItIs(db: Reader, gathering: string): Promise<Room> {
  return roomUpTo(db, gathering, await lastSeq(db, topicOf(gathering)))
}

/**
 * The room, held until the transaction ends: nobody else changes it meanwhile. To be called before
 * anything of this gathering is noted in the transaction.
 */
export async function holdRoom(tx: Transaction, gathering: string): Promise<Room> {
  const { seq } = await holdTopic(tx, topicOf(gathering))
  return roomUpTo(tx, gathering, seq)
}

/** The room after entries that this transaction noted; kept once they are committed. */
export function afterEntries(
  tx: Transaction,
  gathering: string,
  room: Room,
  entries: readonly Entry[],
) {
  const next = entries.reduce(apply, room)
  afterCommit(tx, () => keep(shelfOf(tx), gathering, next))
  return next
}
