/**
 * A past gathering out of a saved chat: the facts that a room would have noted, had it been held here.
 * 1. Each fact carries `when`, the moment it happened; the record says when it was imported.
 * 2. Each name of the file is one guest without account; names of the running order that are the same
 *    but for case and accents are the same guest.
 * 3. The gathering began with the first item that has a time, else with the first line, and ended with
 *    the last line or item. Nobody is said to have come or gone, so all are let in at the start.
 * 4. What became of each line stands in the record (`chat.imported`), with the lines that can't be read.
 */
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import { wallClock } from './chat-clock.ts'
import { countFates, type Placed, type SavedChat } from './chat-file.ts'
import type { Order } from './order-file.ts'
import { type Roll, rollOf } from './past-people.ts'

export type Past = {
  facts: Fact[]
  startsAt: Instant
  endsAt: Instant
  /** Who has which name. */
  people: { who: string; name: string }[]
  facilitators: string[]
  items: PastItem[]
}

export type PastItem = {
  id: string
  kind: Order['items'][number]['kind']
  title: string
  owners: { id: string | null; name: string }[]
  minutes: number
  line: string
  handouts: string[]
}

export type PastGiven = {
  chat: SavedChat
  order: Order
  placed: Placed
  file: { name: string; sha256: string }
  newId(prefix: 'gst' | 'itm'): string
}

type Start = { item: string; at: Instant }

function startsOf(items: readonly PastItem[], { order, placed }: PastGiven): Start[] {
  const clock = wallClock(placed.date, placed.zone)
  return items.flatMap(({ id }, place) => {
    const at = order.items[place]?.at
    if (!at) return []
    const [hours = 0, minutes = 0] = at.split(':').map(Number)
    return [{ item: id, at: clock.read(hours * 60 + minutes) }]
  })
}

function itemsOf({ order, newId }: PastGiven, { idOf }: Roll): PastItem[] {
  return order.items.map(({ kind, title, owners, minutes }) => ({
    id: newId('itm'),
    kind,
    title,
    owners: owners.map((name) => ({ id: idOf(name), name })),
    minutes,
    line: '',
    handouts: [],
  }))
}

const fact = (kind: string, when: Instant, data: object): Fact => ({
  kind,
  data: { ...data, when },
})

/** Lines and starts of items in the order of time, as they were said. */
function asSaid({ chat }: PastGiven, { idOf }: Roll, starts: readonly Start[], by: string): Fact[] {
  const facts: Fact[] = []
  let next = 0
  const startUpTo = (at: Instant) => {
    for (let start = starts[next]; start && start.at <= at; start = starts[++next]) {
      if (next === 0) facts.push(fact('gathering.began', start.at, { by: null }))
      facts.push(fact('item.started', start.at, { item: start.item, by }))
    }
  }
  for (const { name, at, text } of chat.messages) {
    startUpTo(at)
    if (facts.length === 0 && starts.length === 0)
      facts.push(fact('gathering.began', at, { by: null }))
    facts.push(fact('chat.said', at, { who: idOf(name) ?? by, text }))
  }
  startUpTo('9999')
  return facts
}

function imported({ chat, file }: PastGiven, when: Instant): Fact {
  const { grammar, lines, notices, unread, fates } = chat
  const data = { file, grammar, lines, fates: countFates(fates), notices, unread }
  return fact('chat.imported', when, data)
}

/** The facts of a past gathering, but for the first: who opens the room gives it the call. */
export function pastOf(given: PastGiven): Past {
  const roll = rollOf(given)
  const items = itemsOf(given, roll)
  const starts = startsOf(items, given)
  const { chat, order, placed } = given
  const first = chat.messages[0]?.at ?? starts[0]?.at ?? wallClock(placed.date, placed.zone).read(0)
  const startsAt = starts[0]?.at ?? first
  const moments = [...chat.messages.slice(-1).map(({ at }) => at), ...starts.map(({ at }) => at)]
  const endsAt = moments.reduce((a, b) => (a > b ? a : b), startsAt)
  const facilitators = order.facilitators.flatMap((name) => roll.idOf(name) ?? [])
  const by = facilitators[0] ?? roll.people[0]?.who ?? 'gst_nobody'
  const earliest = first < startsAt ? first : startsAt
  const roles = (names: readonly string[], role: string) =>
    names.flatMap((name) => {
      const who = roll.idOf(name)
      return who ? [fact('role.given', earliest, { who, role, by })] : []
    })
  return {
    facts: [
      imported(given, earliest),
      ...roll.people.map(({ who, name }) =>
        fact('room.entered', earliest, { who, name, kind: 'guest' }),
      ),
      ...roles(order.timekeepers, 'timekeeper'),
      ...roles(order.noteTakers, 'note-taker'),
      ...asSaid(given, roll, starts, by),
      fact('gathering.ended', endsAt, { by: null }),
    ],
    startsAt,
    endsAt,
    people: roll.people,
    facilitators,
    items,
  }
}
