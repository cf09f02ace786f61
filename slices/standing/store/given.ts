/** Evidence as the rules take it: of one member or of all of a circle, in one statement. */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#kernel/database.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import { dayAt, type DayCount, NEVER, countOf } from '../rules/days.ts'
import type { Came, Given } from '../rules/facts.ts'
import { reading } from './tables.ts'

/** Whose, and of evidence only what happened and was known until these days. */
export type Which = {
  circle: CircleId
  member: MemberId | null
  happened: DayCount
  known: DayCount
}

type Packed = [
  id: string,
  unit: string,
  amount: number,
  happened: DayCount,
  known: DayCount,
  duty: string | null,
  corrects: string | null,
]

const only = (column: string, member: string | null): RawBuilder<unknown> =>
  member === null ? sql`true` : sql`${sql.ref(column)} = ${member}`

/** Half a million rows travel as one array a member: that is three times as quick as a row each. */
export async function givenBy(db: Reader, which: Which): Promise<Map<string, Given[]>> {
  const { rows } = await sql<{ member: string; packed: Packed[] }>`
    select member, json_agg(json_build_array(id, unit, amount, happened - date '1970-01-01',
      known - date '1970-01-01', duty, corrects)) as packed
    from evidence
    where circle = ${which.circle} and ${only('member', which.member)}
      and happened <= ${dayAt(which.happened)}::date and known <= ${dayAt(which.known)}::date
    group by member`.execute(db)
  return new Map(
    rows.map(({ member, packed }) => [
      member,
      packed.map(([id, unit, amount, happened, known, duty, corrects]) => ({
        id,
        unit,
        amount,
        happened,
        known,
        duty,
        corrects,
      })),
    ]),
  )
}

/** The gatherings that persons came to, with the day on which that was known. */
export async function cameTo(db: Reader, person: string | null): Promise<Map<string, Came[]>> {
  const { rows } = await sql<{ person: string; packed: [string, DayCount][] }>`
    select person, json_agg(json_build_array(gathering, known - date '1970-01-01')) as packed
    from attendances where ${only('person', person)} group by person`.execute(db)
  return new Map(
    rows.map((row) => [row.person, row.packed.map(([gathering, known]) => ({ gathering, known }))]),
  )
}

export type Excused = { from: DayCount; until: DayCount; duty: string | null; known: DayCount }

/** Hardship that was granted, by member. */
export async function excusesOf(
  db: Reader,
  { circle, member }: Pick<Which, 'circle' | 'member'>,
): Promise<Map<string, Excused[]>> {
  const query = reading(db).selectFrom('excuses').selectAll().where('circle', '=', circle)
  const rows = await (member === null ? query : query.where('member', '=', member)).execute()
  const found = new Map<string, Excused[]>()
  for (const row of rows) {
    const one = {
      from: countOf(row.from),
      until: row.until === null ? NEVER : countOf(row.until),
      duty: row.duty,
      known: countOf(row.known),
    }
    found.set(row.member, [...(found.get(row.member) ?? []), one])
  }
  return found
}
