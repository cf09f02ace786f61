/**
 * The stack: who has asked for the floor, and who is next.
 * 1. A person stands in it at most once; asking again changes the kind, not the place.
 * 2. First come: by the moment of asking. Progressive: by time spoken in this gathering, least
 *    first, then by the moment; time is the person's, so leaving and coming back changes nothing,
 *    nor does speaking once at the microphone of a place and once with a device of one's own.
 *    By hand: as the facilitators arranged it, newcomers at the end.
 * 3. The kind of request never changes the order; a process call is shown to the facilitators at once.
 * 4. A closed stack takes no new request, and loses none.
 * 5. Who lost the line keeps their place and is passed over until they are back; who leaves, leaves
 *    the stack.
 * 6. While a round is on, its order goes before the stack.
 */
import { z } from 'zod'
import { type Instant, msBetween } from '#kernel/clock.ts'
import { Who } from './call.ts'
import { isHere, personOf } from './glance.ts'
import { happening } from './happening.ts'
import { counted } from './speaking-time.ts'
import { type Request, REQUEST_KINDS, type Room, STACK_ORDERS } from './state.ts'

export const floorAsked = happening(
  'stack.asked',
  z.object({ who: Who, kind: z.enum(REQUEST_KINDS) }),
  (room, { who, kind }, { at, seq }) => {
    const { requests } = room.stack
    const place = requests.findIndex((request) => request.who === who)
    const before = requests[place]
    if (before) return withRequests(room, requests.with(place, { ...before, kind }))
    if (room.stack.closed || !isHere(room, who)) return room
    return withRequests(room, [...requests, { who, kind, askedAt: at, seq }])
  },
)

export const requestWithdrawn = happening(
  'stack.withdrawn',
  z.object({ who: Who, by: Who }),
  (room, { who }) =>
    withRequests(
      room,
      room.stack.requests.filter((request) => request.who !== who),
    ),
)

export const stackOrdered = happening(
  'stack.ordered',
  z.object({ order: z.enum(STACK_ORDERS), by: Who }),
  (room, { order }) => ({ ...room, stack: { ...room.stack, order, requests: waiting(room) } }),
)

export const stackArranged = happening(
  'stack.arranged',
  z.object({ who: z.array(Who).max(1000), by: Who }),
  (room, { who }) => {
    const placed = new Map(who.map((one, place) => [one, place]))
    const requests = waiting(room).toSorted(
      (a, b) => (placed.get(a.who) ?? placed.size) - (placed.get(b.who) ?? placed.size),
    )
    return { ...room, stack: { ...room.stack, order: 'by-hand', requests } }
  },
)

export const stackClosed = happening('stack.closed', z.object({ by: Who }), (room) => ({
  ...room,
  stack: { ...room.stack, closed: true },
}))

export const stackOpened = happening('stack.opened', z.object({ by: Who }), (room) => ({
  ...room,
  stack: { ...room.stack, closed: false },
}))

export const stackHappenings = [
  floorAsked,
  requestWithdrawn,
  stackOrdered,
  stackArranged,
  stackClosed,
  stackOpened,
]

function withRequests(room: Room, requests: readonly Request[]): Room {
  return { ...room, stack: { ...room.stack, requests } }
}

function byMoment(a: Request, b: Request): number {
  return msBetween(b.askedAt, a.askedAt) || a.seq - b.seq
}

/** All who wait, in the order of the stack; `now` counts the running turn in. */
export function waiting(room: Room, now?: Instant): Request[] {
  const { order, requests } = room.stack
  if (order === 'by-hand') return [...requests]
  if (order === 'first-come') return requests.toSorted(byMoment)
  const floor = now ? counted(room.floor, now) : room.floor
  const self = (who: Who) => personOf(room, who)?.person ?? who
  const sums = new Map<Who, number>()
  const add = (who: Who, ms: number) => sums.set(self(who), (sums.get(self(who)) ?? 0) + ms)
  for (const [who, ms] of Object.entries(floor.spoken)) add(who, ms)
  for (const { who, ms } of floor.holders) add(who, ms)
  const spoken = (who: Who) => sums.get(self(who)) ?? 0
  return requests.toSorted((a, b) => spoken(a.who) - spoken(b.who) || byMoment(a, b))
}

/** Who gets the floor after this: the round first, then the stack; only who is here. */
export function nextToSpeak(room: Room, now?: Instant): Who[] {
  const inRound = room.floor.round?.left ?? []
  const inStack = waiting(room, now).map(({ who }) => who)
  return [...new Set([...inRound, ...inStack])].filter((who) => isHere(room, who))
}

/** Place of somebody among those who wait: 1 is next; 0 when they don't wait. */
export function placeOf(room: Room, who: Who, now?: Instant): number {
  return nextToSpeak(room, now).indexOf(who) + 1
}
