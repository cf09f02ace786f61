/** The call as the room takes it over, and who is called: what later slices ask. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader as Db } from '#kernel/database.ts'
import { circleOf, coop } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { maySee } from '../rules/access.ts'
import { openItem } from '../rules/items.ts'
import { gatheringOf, headingOf, headingsIn } from './gatherings.ts'
import { listedFor } from './listing.ts'
import { readerOf } from './readers.ts'
import { shownList } from './views.ts'

type Whoever = { person: PersonId | null; browser?: string | null }

/** What the first entry of a room carries, and the private lines of its items; null when unknown. */
export async function callOf(db: Db, id: string) {
  const gathering = await gatheringOf(db, id)
  if (!gathering) return null
  const circle = gathering.circle
    ? await circleOf(db, gathering.circle)
    : ((await coop(db)) ?? null)
  const { title, purpose, zone, startsAt, access, settings, items, facilitators } = gathering
  const asides = items.flatMap((item) => (item.aside ? [[item.id, item.aside] as const] : []))
  const call = {
    title,
    purpose,
    circle: circle?.name ?? null,
    zone,
    startsAt,
    access,
    items: items.map(openItem),
    facilitators,
    settings,
  }
  return { call, careLines: Object.fromEntries(asides) }
}

/** Whether somebody may see a gathering, and whether they belong to its circle. */
export async function standingIn(db: Db, who: Whoever, id: string) {
  const gathering = await headingOf(db, id)
  if (!gathering) return { called: false, member: false, shapes: false }
  const { person, browser = null } = who
  const reader = await readerOf(db, gathering, { person, browser })
  const { member, shapes } = reader
  return { called: maySee(gathering.access, reader), member: member || shapes, shapes }
}

/** Whether somebody may read a gathering. */
export async function mayRead(db: Db, who: Whoever, id: string): Promise<boolean> {
  return (await standingIn(db, who, id)).called
}

export type Span = { after?: Instant; before?: Instant; newestFirst?: boolean; limit?: number }

/** Gatherings that a person's lists show, by their start, with what they answered. */
export async function gatheringsFor(
  db: Db,
  { person, now }: { person: PersonId | null; now: Instant },
  { limit = 20, ...window }: Span,
) {
  const found = await headingsIn(db, { ...window, limit: limit * 5 + 50 })
  const seen = await listedFor(db, found, person)
  return shownList(db, seen.slice(0, limit), { person, now })
}
