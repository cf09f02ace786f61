/** People of a room as minutes name them: a guest who turned out to be a person is that person. */
import type { Instant } from '#kernel/clock.ts'
import type { Room } from '#slices/room/index.ts'
import type { Attendee, ChatLine } from './document.ts'

type Person = Room['people'][string]

function personIn({ people }: Room, who: string): Person | undefined {
  return Object.hasOwn(people, who) ? people[who] : undefined
}

export type Naming = { who(id: string): string; nameOf(id: string): string }

/** Who somebody turned out to be, and the name they have here. */
export function whoIs(room: Room): Naming {
  return {
    who: (id) => personIn(room, id)?.person ?? id,
    nameOf: (id) => personIn(room, id)?.name ?? '?',
  }
}

/** Stays of one who was here under two names, joined where they touch or overlap. */
function joined(stays: readonly { from: Instant; till: Instant }[]): Attendee['stays'] {
  const whole: Attendee['stays'] = []
  for (const stay of stays.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = whole.at(-1)
    if (last && stay.from <= last.till) last.till = stay.till > last.till ? stay.till : last.till
    else whole.push({ ...stay })
  }
  return whole
}

function earliest(moments: readonly (Instant | undefined)[]): Instant | null {
  const known = moments.filter((at) => at !== undefined)
  return known.length > 0 ? known.reduce((a, b) => (a < b ? a : b)) : null
}

/** Where somebody sat together with others: on a seat, or as whose device was the microphone. */
function placeOf({ microphones }: Room, { who, seat }: Person): string | undefined {
  return seat?.place ?? (Object.hasOwn(microphones, who) ? microphones[who]?.place : undefined)
}

const LAST = '9999'

/** Everybody who was here, in the order in which they first spoke, then came. */
export function attendeesOf(
  room: Room,
  chat: readonly ChatLine[],
  staysAreKnown: boolean,
): Attendee[] {
  const { who } = whoIs(room)
  const lines = Map.groupBy(chat, (line) => line.who)
  const turns = Map.groupBy([...room.floor.turns, ...room.floor.heard], (turn) => who(turn.who))
  const came = Object.values(room.people).filter((one) => !Object.hasOwn(room.walls, one.who))
  const people = Map.groupBy(came, (one) => who(one.who))
  const all = [...people].map(([id, as]) => {
    const self = as.find((one) => one.who === id)
    const wrote = lines.get(id) ?? []
    const spoke = turns.get(id) ?? []
    const stays = as.flatMap((one) =>
      one.stays.map(({ from, till }) => ({ from, till: till ?? room.endedAt ?? from })),
    )
    const place = as.flatMap((one) => placeOf(room, one) ?? [])[0]
    const attendee: Attendee = {
      who: id,
      name: (self ?? as[0])?.name ?? '?',
      kind: id.startsWith('per_') ? 'person' : 'guest',
      roles: [...new Set(as.flatMap((one) => room.roles[one.who] ?? []))],
      stays: staysAreKnown ? joined(stays) : [],
      spokenMs: spoke.reduce((sum, { ms }) => sum + ms, 0),
      lines: wrote.length,
      firstAt: earliest([...spoke.map(({ from }) => from), wrote[0]?.at]),
      unnamed: false,
      ...(place === undefined ? {} : { place }),
    }
    return { attendee, key: attendee.firstAt ?? `${LAST}${stays[0]?.from ?? ''}` }
  })
  return all
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((one) => one.attendee)
}
