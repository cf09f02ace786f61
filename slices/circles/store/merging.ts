/** Two records of one person become one: memberships, roles, voices and pauses. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Handing, handOver, mendAside, putAside, rememberAdded } from '#kernel/handing-over.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'
import { joinHistories } from '../rules/belonging.ts'
import { reading, writing } from './tables.ts'

const ROWS = [
  {
    table: 'roles',
    column: 'person',
    key: ['circle', 'role', 'from'],
    once: ['circle', 'role'],
    open: 'until',
  },
  { table: 'delegates', column: 'person', key: ['id'], once: ['circle', 'body'], open: 'until' },
  { table: 'pauses', column: 'member', key: ['circle', 'from'] },
]

/** The stretches of a person in all circles, as they stand in the table. */
export async function rowsOf(db: Reader, person: string) {
  return reading(db)
    .selectFrom('members')
    .select(['circle', 'class', 'shown', 'name', 'from', 'until'])
    .where('person', '=', sql<PersonId>`${person}`)
    .orderBy('from')
    .execute()
}
export type Stretch = Awaited<ReturnType<typeof rowsOf>>[number]

/** What the other record adds to the history of the kept one, circle by circle. */
export function piecesOf(kept: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const circles = new Set(other.map(({ circle }) => circle))
  return [...circles].flatMap((circle) => {
    const within = (rows: readonly Stretch[]) => rows.filter((row) => row.circle === circle)
    const stands = new Set(within(kept))
    return joinHistories(within(kept), within(other)).filter((row) => !stands.has(row))
  })
}

/** Joins the histories, and hands the rest over. */
export async function handMembershipsOver(tx: Transaction, handing: Handing): Promise<void> {
  const { from, to } = handing
  const [kept, other] = [await rowsOf(tx, to), await rowsOf(tx, from)]
  const name = (await namesOf(tx, [to])).get(to)?.name ?? ''
  await putAside(tx, handing, { table: 'members', column: 'person' })
  const pieces = piecesOf(kept, other)
  if (pieces.length > 0)
    await writing(tx)
      .insertInto('members')
      .values(pieces.map((piece) => ({ ...piece, name, person: sql<PersonId>`${to}`, body: null })))
      .execute()
  const keys = pieces.map(({ circle, from: since }) => ({ circle, from: since }))
  await rememberAdded(tx, handing, { table: 'members', column: 'person' }, keys)
  const overlaps = sql`exists (select 1 from pauses o where o.member = ${to} and o.circle = t.circle
    and tstzrange(o."from", coalesce(o.until, o.ends)) && tstzrange(t."from", coalesce(t.until, t.ends)))`
  await putAside(tx, handing, { table: 'pauses', column: 'member', where: overlaps })
  await handOver(tx, handing, ROWS)
}

/**
 * Before the two are parted: where the person was inside at the merge and has left since, they have
 * left with both records.
 */
export async function leftMeanwhile(tx: Transaction, handing: Handing): Promise<void> {
  const { rows } = await sql<{ circle: CircleId; until: Instant }>`
    select h.row ->> 'circle' as circle, max(m.until) as until
    from handed_over h join members m on m.circle = h.row ->> 'circle' and m.person = ${handing.to}
    where h.handing = ${handing.id} and h."table" = 'members' and h.how = 'aside'
      and h.row ->> 'until' is null
    group by 1 having bool_and(m.until is not null)`.execute(tx)
  for (const { circle, until } of rows)
    await mendAside(tx, handing, 'members', { like: { circle, until: null }, to: { until } })
}
