/**
 * The room is what happened in it: a fold over the entries of its gathering.
 * 1. Total: any entries in any order give a room. An entry that can't be read, is of no known kind
 *    or is impossible as things stand changes nothing.
 * 2. An entry is heard once: a number that was heard changes nothing.
 * 3. A fact may carry `when`, set by importers only; then it happened at that moment.
 * 4. A room is opened once, begins once, ends once. The end frees the floor, ends the item and all
 *    stays. Until it begins the call may change.
 * A room is never changed in place, so an older one stays true for who holds it. Applying an entry
 * copies what it touches: the chat is in chunks (lines.ts), all else is as large as the hall.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import { chatHappenings } from './chat.ts'
import { floorHappenings } from './floor.ts'
import type { Happening } from './happening.ts'
import { wereHeard } from './heard.ts'
import { itemHappenings } from './items.ts'
import { began, callChanged, ended, roomOpened } from './life.ts'
import { peopleHappenings } from './people.ts'
import { pollHappenings } from './polls.ts'
import { seatHappenings } from './seats.ts'
import { stackHappenings } from './stack.ts'
import { emptyRoom, type Room } from './state.ts'
import { temperatureHappenings } from './temperature.ts'
import { wallHappenings } from './walls.ts'
import { writtenHappenings } from './written.ts'

const happenings: readonly Happening[] = [
  roomOpened,
  callChanged,
  began,
  ended,
  ...itemHappenings,
  ...floorHappenings,
  wereHeard,
  ...stackHappenings,
  ...chatHappenings,
  ...temperatureHappenings,
  ...pollHappenings,
  ...peopleHappenings,
  ...seatHappenings,
  ...wallHappenings,
  ...writtenHappenings,
]

const byKind = new Map(happenings.map((one) => [one.kind, one]))

/** Every kind of entry that means something in a room. */
export const KINDS: readonly string[] = happenings.map(({ kind }) => kind)

export type Heard = Pick<Entry, 'seq' | 'at' | 'kind' | 'data'>

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** When an entry happened: `when` of an imported fact, else when it was noted. */
export function momentOf({ at, data }: Pick<Heard, 'at' | 'data'>): Instant {
  const { when } = data
  return typeof when === 'string' && INSTANT.test(when) && !Number.isNaN(Date.parse(when))
    ? when
    : at
}

/** The room after an entry. */
export function apply(room: Room, entry: Heard): Room {
  if (entry.seq <= room.seq) return room
  const next = byKind
    .get(entry.kind)
    ?.apply(room, entry.data, { at: momentOf(entry), seq: entry.seq })
  return { ...(next ?? room), seq: entry.seq }
}

/** The room that entries in their order make. */
export function roomFrom(entries: Iterable<Heard>, start: Room = emptyRoom): Room {
  let room = start
  for (const entry of entries) room = apply(room, entry)
  return room
}
