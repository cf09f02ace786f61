/** Reading gatherings: one whole, or many for lists. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Standing } from '../rules/calling.ts'
import type { Item } from '../rules/items.ts'
import { type GatheringId, reading, type SeriesId, type Tables } from './tables.ts'

export type Heading = Omit<Standing, 'items' | 'facilitators'> & {
  id: GatheringId
  circle: CircleId | null
  series: SeriesId | null
  occurrence: Instant | null
  key: string
  calledBy: PersonId | null
  calledAt: Instant
  changedAt: Instant
  reason: string | null
  imported: boolean
}
export type Gathering = Heading & Standing & { facilitators: PersonId[] }

type Row = {
  [K in keyof Tables['gatherings']]: K extends 'settings'
    ? Standing['settings']
    : Tables['gatherings'][K]
}

export function headingFrom(row: Row): Heading {
  return {
    id: row.id,
    circle: row.circle,
    series: row.series,
    occurrence: row.occurrence,
    title: row.title,
    purpose: row.purpose,
    zone: row.zone,
    startsAt: row.starts_at,
    minutes: row.minutes,
    access: row.access,
    settings: row.settings,
    sequence: row.sequence,
    key: row.entry_key,
    calledBy: row.called_by,
    calledAt: row.called_at,
    changedAt: row.changed_at,
    cancelledAt: row.cancelled_at,
    reason: row.reason,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    imported: row.imported,
  }
}

/** The items of a gathering in their order. */
export async function itemsOf(db: Reader, gathering: GatheringId): Promise<Item[]> {
  return reading(db)
    .selectFrom('items')
    .select(['id', 'kind', 'title', 'owners', 'minutes', 'line', 'aside', 'handouts'])
    .where('gathering', '=', gathering)
    .orderBy('place')
    .execute()
}

/** Who facilitates a gathering, as the call names them. */
export async function facilitatorsOf(db: Reader, gathering: GatheringId): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('gathering_facilitators')
    .select('person')
    .where('gathering', '=', gathering)
    .orderBy('person')
    .execute()
  return rows.map(({ person }) => person)
}

/** A gathering by its id without its order; null when there is none. */
export async function headingOf(db: Reader, id: string): Promise<Heading | null> {
  const row = await reading(db)
    .selectFrom('gatherings')
    .selectAll()
    .where('id', '=', withPrefix(id))
    .executeTakeFirst()
  return row ? headingFrom(row) : null
}

function withPrefix(id: string): GatheringId {
  return id.startsWith('gth_') ? `gth_${id.slice(4)}` : 'gth_'
}

/** A gathering whole, with its running order; null when there is none. */
export async function gatheringOf(db: Reader, id: string): Promise<Gathering | null> {
  const heading = await headingOf(db, id)
  if (!heading) return null
  const [items, facilitators] = await Promise.all([
    itemsOf(db, heading.id),
    facilitatorsOf(db, heading.id),
  ])
  return { ...heading, items, facilitators }
}

export type Window = {
  /** Ends after / starts before. */
  after?: Instant | undefined
  before?: Instant | undefined
  /** `all` or of one circle (null: open ones). */
  circle?: CircleId | null | undefined
  series?: SeriesId | undefined
  newestFirst?: boolean
  limit?: number
}

/** Gatherings in a window of time, by their start; whoever asks filters by who may see. */
export async function headingsIn(db: Reader, window: Window): Promise<Heading[]> {
  const { after, before, circle, series, newestFirst = false, limit = 200 } = window
  let query = reading(db).selectFrom('gatherings').selectAll()
  if (after) query = query.where('starts_at', '>=', after)
  if (before) query = query.where('starts_at', '<', before)
  if (circle !== undefined) query = query.where('circle', circle ? '=' : 'is', circle)
  if (series) query = query.where('series', '=', series)
  const order = newestFirst ? 'desc' : 'asc'
  const rows = await query.orderBy('starts_at', order).orderBy('id', order).limit(limit).execute()
  return rows.map(headingFrom)
}
