/** Where a note may be moved to. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { circlesOf } from '#slices/circles/index.ts'
import { noteHolders } from './holders.ts'
import type { Holding, Note } from './notes.ts'

export type Place = Holding & { title: string }

/** The gathering that a note belongs to, by itself or by an item. */
function gatheringOf({ holder_kind: kind, holder }: Note): string | null {
  return kind === 'circle' ? null : (holder.split('.')[0] ?? null)
}

/** The items of the gathering that a note belongs to. */
async function itemsAround(db: Reader, note: Note): Promise<Place[]> {
  const gathering = gatheringOf(note)
  const parts = gathering && (await noteHolders.at('gathering')?.partsOf?.(db, gathering))
  return (parts || []).map(({ item, title }) => ({
    kind: 'item',
    id: `${gathering}.${item}`,
    title,
  }))
}

/** The circles of the caller, the gatherings that come, the items around it; not where it is. */
export async function placesFor(
  db: Reader,
  caller: Caller,
  note: Note,
  now: Instant,
): Promise<Place[]> {
  const [circles, gatherings, items] = await Promise.all([
    caller.person ? circlesOf(db, caller.person) : [],
    noteHolders.at('gathering')?.comingFor?.(db, caller, now) ?? [],
    itemsAround(db, note),
  ])
  const own = gatheringOf(note)
  const heading = own && (await noteHolders.at('gathering')?.headingOf(db, own))
  const around = own && heading ? [{ id: own, title: heading.title }] : []
  const coming = [...around, ...gatherings.filter(({ id }) => id !== own)]
  const all: Place[] = [
    ...circles.map(({ id, name }): Place => ({ kind: 'circle', id, title: name })),
    ...coming.map((one): Place => ({ kind: 'gathering', ...one })),
    ...items,
  ]
  return all.filter(({ kind, id }) => kind !== note.holder_kind || id !== note.holder)
}
