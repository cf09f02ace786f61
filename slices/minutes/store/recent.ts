/** The newest minutes that somebody may read whole: what they may have missed. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { circlesOf } from '#slices/circles/index.ts'
import { guestsOfPerson, type PersonId } from '#slices/people/index.ts'
import type { MinutesState } from '../rules/document.ts'

export type Recent = {
  id: string
  gathering: string
  circle: string | null
  title: string
  state: MinutesState
  heldFrom: Instant
  heldTill: Instant
  /** Whether they were there. */
  wasThere: boolean
}

/** Minutes that a person may read, the latest first; `since` leaves older gatherings out. */
export async function recentMinutes(
  db: Reader,
  person: PersonId | null,
  { since = '1970-01-01T00:00:00.000Z', limit = 10 }: { since?: Instant; limit?: number } = {},
): Promise<Recent[]> {
  const circles = person ? await circlesOf(db, person) : []
  const whos = person ? [person, ...(await guestsOfPerson(db, person))] : []
  const ofCoop = circles.some(({ parent }) => parent === null)
  const ids = circles.map(({ id }) => id)
  const { rows } = await sql<Recent>`
    select id, gathering, circle, title, state, held_from as "heldFrom", held_till as "heldTill", was as "wasThere"
    from minutes m
    cross join lateral (
      select exists (select from minutes_people p where p.minutes = m.id and p.who = any(${whos}))) as there(was)
    where held_from >= ${since} and (visibility = 'public' or was
      or (visibility = 'circle' and (circle = any(${ids}) or (circle is null and ${ofCoop}))))
    order by held_from desc, id desc limit ${limit}`.execute(db)
  return rows
}
