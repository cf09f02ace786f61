/** Rooms in all: which are on. */
import { sql } from 'kysely'
import type { Reader } from '#kernel/database.ts'

/** The gatherings that have begun and not ended, the latest first. */
export async function openRooms(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ gathering: string }>`
    select substr(b.topic, length('gathering:') + 1) as gathering from record b
    where b.kind = 'gathering.began' and b.topic like 'gathering:%'
      and not exists (
        select from record e where e.topic = b.topic and e.kind = 'gathering.ended')
    order by b.at desc limit 1000`.execute(db)
  return rows.map(({ gathering }) => gathering)
}

export type Taken = {
  gathering: string
  /** The number of the entry that wrote it down last. */
  seq: number
  id: string
  text: string
  due: string | null
  at: string
}

/** The actions that these (a person and the guests they were) took, the latest first. */
export async function actionsTaken(db: Reader, whos: readonly string[]): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select distinct on (r.topic, w.data->>'id')
      substr(r.topic, length('gathering:') + 1) as gathering, w.seq, w.data->>'id' as id,
      w.data->>'text' as text, w.data->>'due' as due, r.at
    from record r
    join lateral (
      select seq, data from record later where later.topic = r.topic and later.kind = 'written.down'
        and later.data->>'id' = r.data->>'id' order by seq desc limit 1) w on true
    where r.kind = 'written.down' and w.data->>'who' = any(${[...whos]})
      and not exists (
        select from record t where t.topic = r.topic and t.kind = 'written.taken-back'
          and t.data->>'id' = r.data->>'id')
    order by r.topic, w.data->>'id', r.seq`.execute(db)
  return rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
