/**
 * Time heard: in a circle nobody needs the floor to speak, so time is counted there by who is heard.
 * 1. What is told are spans: somebody was heard from then till then. The hall tells them, from what
 *    the media server finds; nobody tells them of themselves (ADR 92).
 * 2. A moment counts once. Where somebody had the floor it counts as their turn (floor.ts), and a
 *    span adds only what lies outside all their turns, and after their last span.
 * 3. A span counts between the beginning and the end of the gathering, for who was in it, at the item
 *    that ran when it began.
 * 4. It adds to the time spoken, and so to the progressive stack and to the minutes; it is no turn,
 *    and the floor was not held for it.
 * 5. At the microphone of a place (seats.ts) nobody knows who was heard: it counts for nobody there.
 */
import { z } from 'zod'
import { type Instant, InstantSchema, msBetween } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { microphoneOf, personOf } from './glance.ts'
import { happening, later, withKey } from './happening.ts'
import type { Floor, HeardTime, Room } from './state.ts'

/** The most spans of one entry. */
export const MOST_SPANS = 500

export const Span = z.object({ who: Who, from: InstantSchema, till: InstantSchema })
export type Span = z.output<typeof Span>

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

/** Milliseconds that two spans of time have in common. */
function common(a: { from: Instant; till: Instant }, b: { from: Instant; till: Instant }): number {
  return Math.max(0, msBetween(later(a.from, b.from), earlier(a.till, b.till)))
}

/** Law 2: of a span, what lies outside the turns of who was heard. Turns of one person never overlap. */
function outsideTurns({ turns, holders }: Floor, span: Span): number {
  const own = [
    ...turns,
    ...holders.map(({ who, since }) => ({ who, from: since, till: later(since, span.till) })),
  ].filter(({ who }) => who === span.who)
  const held = own.reduce((sum, turn) => sum + common(turn, span), 0)
  return Math.max(0, msBetween(span.from, span.till) - held)
}

function itemAt({ items }: Room, at: Instant): string | null {
  const ran = items.findLast(
    ({ startedAt, endedAt }) =>
      startedAt !== null && startedAt <= at && (endedAt === null || endedAt > at),
  )
  return ran?.id ?? null
}

function withHeard(all: readonly HeardTime[], more: HeardTime): readonly HeardTime[] {
  const place = all.findIndex(({ who, item }) => who === more.who && item === more.item)
  const before = all[place]
  return before ? all.with(place, { ...before, ms: before.ms + more.ms }) : [...all, more]
}

/** Laws 2 and 3: the room after one span. */
function hear(room: Room, { who, ...told }: Span): Room {
  if (room.beganAt === null || !personOf(room, who) || microphoneOf(room, who)) return room
  const known = Object.hasOwn(room.floor.heardTill, who) ? room.floor.heardTill[who] : undefined
  const from = later(later(told.from, room.beganAt), known ?? told.from)
  const till = earlier(told.till, room.endedAt ?? told.till)
  if (till <= from) return room
  const { floor } = room
  const heardTill = withKey(floor.heardTill, who, till)
  const ms = outsideTurns(floor, { who, from, till })
  if (ms === 0) return { ...room, floor: { ...floor, heardTill } }
  const heard = withHeard(floor.heard, { who, item: itemAt(room, from), from, ms })
  const before = Object.hasOwn(floor.spoken, who) ? (floor.spoken[who] ?? 0) : 0
  const spoken = withKey(floor.spoken, who, before + ms)
  return { ...room, floor: { ...floor, heardTill, heard, spoken } }
}

export const wereHeard = happening(
  'floor.heard',
  z.object({ spans: z.array(Span).min(1).max(MOST_SPANS) }),
  (room, { spans }, { at }) =>
    spans.reduce((one, span) => hear(one, { ...span, till: earlier(span.till, at) }), room),
)
