/** On which days a note changed, and by whom: what its feed tells. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import type { NoteId } from './tables.ts'

const MOST_DAYS = 50

export type ChangedDay = { day: string; at: Instant; names: string[] }

/** The last days on which somebody wrote, the newest first. */
export async function changedDays(db: Reader, note: NoteId): Promise<ChangedDay[]> {
  const { rows } = await sql<{ day: string; at: Instant; whos: string[] }>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, max(at) as at,
      array_agg(distinct who) as whos
    from note_updates cross join lateral unnest(whos) as w(who)
    where note = ${note} group by 1 order by 1 desc limit ${MOST_DAYS}`.execute(db)
  const names = await namesOf(
    db,
    rows.flatMap(({ whos }) => whos),
  )
  return rows.map(({ day, at, whos }) => ({
    day,
    at,
    names: whos.flatMap((who) => {
      const name = names.get(who)
      return name && !name.former ? [shownName(name)] : []
    }),
  }))
}
