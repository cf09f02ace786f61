/**
 * The now line: what is now, as data; web, page title and minutes put it into words.
 * 1. It is derived from the room and the time alone, so it is the same for all and always right.
 * 2. Who has the floor is said before the clock of the item; a turn without a length shows the
 *    item's. In a break and before the beginning only the clock counts.
 * 3. A minute before the end of a turn its pace is `minute`, for speaker and facilitators; over its
 *    length it is `over`, and stays so until somebody ends the turn.
 */
import { type Instant, MINUTE, msBetween, plus, SECOND } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { timeLeft } from './clock.ts'
import { isFacilitator, itemNext, itemNow, nameIn } from './glance.ts'
import { nextToSpeak } from './stack.ts'
import type { Holder, Item, Room } from './state.ts'

export type Named = { who: Who | null; name: string }
export type ItemNamed = { id: string; kind: Item['kind']; title: string; owners: readonly Named[] }
export type Pace = 'steady' | 'minute' | 'over'
/** `left` in ms, negative when over, null when nothing bounds it; `filled` from 0 to 1. */
export type Clocked = { left: number | null; filled: number; pace: Pace }

export type NowLine =
  | { kind: 'lost'; since: Instant }
  | { kind: 'before'; startsAt: Instant | null; startsIn: number; first: ItemNamed | null }
  | { kind: 'ended'; at: Instant }
  | ({ kind: 'break'; item: ItemNamed; backAt: Instant; next: ItemNamed | null } & Clocked)
  | ({
      /** One has it, several have it, or nobody. `item` is null between items. */
      kind: 'turn' | 'several' | 'free'
      item: ItemNamed | null
      holders: readonly Named[]
      /** The reader is among them: "You have the floor". */
      yours: boolean
      /** The reader is told of the last minute: a speaker or a facilitator. */
      warned: boolean
      next: Named | null
    } & Clocked)

export type Reading = { now: Instant; me?: Who | null; lostAt?: Instant | null }

function namedItem(item: Item): ItemNamed {
  const owners = item.owners.map(({ id, name }) => ({ who: id ?? null, name }))
  return { id: item.id, kind: item.kind, title: item.title, owners }
}

function clocked(left: number | null, length: number): Clocked {
  if (left === null) return { left, filled: 0, pace: 'steady' }
  const filled = length > 0 ? Math.min(1, Math.max(0, 1 - left / length)) : 1
  return { left, filled, pace: left < 0 ? 'over' : left <= MINUTE ? 'minute' : 'steady' }
}

function itemClock(item: Item, now: Instant): Clocked {
  return clocked(timeLeft(item, now), (item.minutes + item.extended) * MINUTE)
}

/** The clock of the turns that run: the one that ends first. */
function turnClock(holders: readonly Holder[], now: Instant): Clocked | null {
  const clocks = holders.flatMap(({ since, seconds }) => {
    if (seconds === null) return []
    const length = seconds * SECOND
    return [clocked(msBetween(now, plus(since, length)), length)]
  })
  return clocks.toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0))[0] ?? null
}

function floorLine(room: Room, { now, me }: Reading): NowLine {
  const item = itemNow(room)
  const { holders } = room.floor
  const yours = me ? holders.some(({ who }) => who === me) : false
  const next = nextToSpeak(room, now).find((who) => !holders.some((holder) => holder.who === who))
  const clock = turnClock(holders, now) ?? (item ? itemClock(item, now) : clocked(null, 0))
  return {
    kind: holders.length === 0 ? 'free' : holders.length === 1 ? 'turn' : 'several',
    item: item ? namedItem(item) : null,
    holders: holders.map(({ who }) => ({ who, name: nameIn(room, who) })),
    yours,
    warned: clock.pace === 'minute' && (yours || (me ? isFacilitator(room, me) : false)),
    next: next ? { who: next, name: nameIn(room, next) } : null,
    ...clock,
  }
}

/** What is now; `me` is the reader, `lostAt` since when the reader has no line. */
export function nowLine(room: Room, reading: Reading): NowLine {
  const { now, lostAt } = reading
  if (lostAt) return { kind: 'lost', since: lostAt }
  if (room.endedAt) return { kind: 'ended', at: room.endedAt }
  const item = itemNow(room)
  const ahead = itemNext(room)
  const next = ahead ? namedItem(ahead) : null
  if (room.beganAt === null) {
    const startsAt = room.call?.startsAt ?? null
    return {
      kind: 'before',
      startsAt,
      startsIn: startsAt ? msBetween(now, startsAt) : 0,
      first: next,
    }
  }
  if (item?.kind === 'break' && room.floor.holders.length === 0) {
    const clock = itemClock(item, now)
    return {
      kind: 'break',
      item: namedItem(item),
      backAt: plus(now, clock.left ?? 0),
      next,
      ...clock,
    }
  }
  return floorLine(room, reading)
}
