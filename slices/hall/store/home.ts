/** What stands on somebody's home, gathered from the slices that know. */
import { isIdOf } from '#kernel/ids.ts'
import { DAY, type Instant, MINUTE, msBetween, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { circleOf, circlesOf } from '#slices/circles/index.ts'
import { endOf, gatheringOf, gatheringsFor, headingOf, mayRead } from '#slices/gatherings/index.ts'
import {
  guestsOfPerson,
  lastVisit,
  namesOf,
  type PersonId,
  shownName,
} from '#slices/people/index.ts'
import { actionsTaken, nowLine, roomAsItIs, type Room, whatIsOn } from '#slices/room/index.ts'

const NEXT_MOST = 5
const MISSED_DAYS = 14
const DIARY_MOST = 12
const DIARY_READ = 60
const TAKEN_MOST = 20

export type Visitor = { person: PersonId | null; browser: string | null; now: Instant }

/** The gatherings that are on and that somebody may read, each with where it stands. */
export async function onNow(db: Reader, who: Visitor) {
  const open = await whatIsOn(db)
  const shown = open.map(async ({ gathering, title, beganAt, here }) => {
    if (!(await mayRead(db, who, gathering))) return []
    const room = await roomAsItIs(db, gathering)
    const call = await gatheringOf(db, gathering)
    const ends = room.agreedEnd ?? (call ? endOf(call) : null)
    const zone = call?.zone ?? 'UTC'
    return [{ gathering, title, began: beganAt, ends, zone, here, ...standing(room, who.now) }]
  })
  return (await Promise.all(shown)).flat()
}

function standing(room: Room, now: Instant) {
  const line = nowLine(room, { now })
  const hasItem = line.kind === 'free' || line.kind === 'turn' || line.kind === 'several'
  const running = room.items.find(({ state }) => state === 'now')
  const order = room.items.map((item) => {
    const minutes = item.minutes + item.extended
    const past = item.startedAt ? msBetween(item.startedAt, now) / MINUTE : 0
    const spent = item.state === 'now' && minutes > 0 ? Math.min(1, past / minutes) : 0
    return { id: item.id, title: item.title, minutes, state: item.state, spent }
  })
  const { startedAt = null } = running ?? {}
  const length = running ? running.minutes + running.extended : 0
  return {
    item: running?.title ?? null,
    holders: hasItem ? line.holders.map(({ name }) => name) : [],
    next: hasItem ? (line.next?.name ?? null) : null,
    order,
    left: startedAt ? Math.round(length - msBetween(startedAt, now) / MINUTE) : null,
  }
}

/** The gatherings that come next. */
export async function coming(db: Reader, { person, now }: Visitor) {
  const found = await gatheringsFor(db, { person, now }, { after: now, limit: NEXT_MOST })
  return found.filter(({ phase }) => phase === 'coming' || phase === 'open')
}

/** The gatherings of the last days in which somebody was not, the latest first. */
export async function missedBy(db: Reader, { person, now }: Visitor) {
  if (!person) return []
  const selves = [person, ...(await guestsOfPerson(db, person))]
  const after = plus(now, -MISSED_DAYS * DAY)
  const past = await gatheringsFor(db, { person, now }, { after, before: now, newestFirst: true })
  const found = past
    .filter(({ phase }) => phase === 'past')
    .map(async ({ id, title, startsAt: starts, zone }) => {
      const { people, beganAt } = await roomAsItIs(db, id)
      const was = selves.some((self) => Object.hasOwn(people, self))
      return was || beganAt === null ? [] : [{ gathering: id, title, starts, zone }]
    })
  return (await Promise.all(found)).flat()
}

/** What somebody took on in gatherings, what is due first at the top. */
export async function takenBy(db: Reader, { person }: Visitor) {
  if (!person) return []
  const actions = await actionsTaken(db, [person, ...(await guestsOfPerson(db, person))])
  const shown = actions.slice(0, TAKEN_MOST).map(async ({ gathering, id, text, due }) => {
    const heading = await headingOf(db, gathering)
    return heading ? [{ gathering, id, text, due, title: heading.title }] : []
  })
  const known = (await Promise.all(shown)).flat()
  return known.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
}

type Happened = {
  at: Instant
  kind: 'joined' | 'circle-made' | 'called' | 'called-off'
  who: string | null
  what: string
  href: string
}

/** What happened since somebody's last visit: in their circles, and gatherings that were called. */
export async function diaryOf(db: Reader, visitor: Visitor) {
  const { person, now } = visitor
  if (!person) return { since: null, diary: [] }
  const since = await lastVisit(db, person, now)
  const after = since ?? plus(now, -MISSED_DAYS * DAY)
  const circles = await circlesOf(db, person)
  const topics = circles.map(({ id }) => `circle:${id}`)
  const rows = await db
    .selectFrom('record')
    .select(['at', 'topic', 'kind', 'actor', 'data', 'stands'])
    .where('at', '>', after)
    .where((eb) =>
      eb.or([
        eb('kind', 'in', ['gathering.called', 'gathering.cancelled']),
        eb.and([
          eb('kind', 'in', ['circle.joined', 'circle.made']),
          eb('topic', 'in', topics.length > 0 ? topics : ['']),
        ]),
      ]),
    )
    .orderBy('at', 'desc')
    .limit(DIARY_READ)
    .execute()
  const told = rows.map((row) => tell(db, visitor, { ...row, data: row.stands ?? row.data ?? {} }))
  return { since, diary: gathered((await Promise.all(told)).flat()).slice(0, DIARY_MOST) }
}

/** Who joined one circle on one day is told in one line: the latest by name, the others counted. */
function gathered(happened: readonly Happened[]): (Happened & { others: number })[] {
  const lines = new Map<string, Happened & { others: number }>()
  for (const one of happened) {
    const key = one.kind === 'joined' ? `${one.href} ${one.at.slice(0, 10)}` : `${lines.size}`
    const known = lines.get(key)
    if (known) known.others += 1
    else lines.set(key, { ...one, others: 0 })
  }
  return [...lines.values()]
}

type Row = {
  at: Instant
  topic: string
  kind: string
  actor: string | null
  data: Record<string, unknown>
}

const isCircle = isIdOf('cir')

async function tell(db: Reader, visitor: Visitor, row: Row): Promise<Happened[]> {
  const [family, id = ''] = row.topic.split(':')
  return family === 'circle' ? tellCircle(db, visitor, row, id) : tellCall(db, visitor, row, id)
}

/** Of a person, or of a co-op. */
async function nameOf(db: Reader, id: unknown): Promise<string | null> {
  if (typeof id !== 'string') return null
  if (isCircle(id)) return (await circleOf(db, id))?.name ?? null
  const name = (await namesOf(db, [id])).get(id)
  return name ? shownName(name) : null
}

async function tellCircle(db: Reader, { person }: Visitor, row: Row, id: string) {
  const circle = isCircle(id) ? await circleOf(db, id) : null
  const newcomer = row.data['person'] ?? row.data['body']
  const about = row.kind === 'circle.joined' ? newcomer : row.actor
  if (!circle || about === person) return []
  if (circle.parent === null && row.kind === 'circle.made') return []
  const kind = row.kind === 'circle.joined' ? ('joined' as const) : ('circle-made' as const)
  return [
    { at: row.at, kind, who: await nameOf(db, about), what: circle.name, href: `/circles/${id}` },
  ]
}

async function tellCall(db: Reader, visitor: Visitor, row: Row, id: string) {
  if (row.actor === visitor.person || !(await mayRead(db, visitor, id))) return []
  const heading = await headingOf(db, id)
  if (!heading) return []
  const kind = row.kind === 'gathering.called' ? ('called' as const) : ('called-off' as const)
  const href = `/gatherings/${id}`
  return [{ at: row.at, kind, who: await nameOf(db, row.actor), what: heading.title, href }]
}
