/** Traces of what members did in a circle: counted from the record, for themselves. */
import { sql } from 'kysely'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type CircleId, stretchesOf } from '#slices/circles/index.ts'
import { leadingTo, type PersonId, recordsOf } from '#slices/people/index.ts'
import { type Mode, MODE_DAYS, modeOf, modeOfKind } from '../rules/modes.ts'
import { holdersIn } from './roles.ts'
import { reading, writing } from './tables.ts'

export type Trace = { kind: string; mode: Mode; count: number; last: Instant }

const sinceOf = (now: Instant) => plus(now, -MODE_DAYS * DAY)

/** The entries of the record about a circle: its own, and those of its gatherings since a day. */
const inCircle = (circle: CircleId, since: Instant) => sql`(topic = ${`circle:${circle}`}
  or topic in (select p.prefix || h.gathering from gatherings_held h
    cross join (values ('gathering:'), ('call:')) p (prefix)
    where h.circle = ${circle} and h.happened >= ${since}::date - 1))`

/** Which kinds of entries a person left in a circle in the last 90 days. */
export async function tracesOf(
  db: Reader,
  circle: CircleId,
  person: PersonId,
  now: Instant,
): Promise<Trace[]> {
  const since = sinceOf(now)
  const { rows } = await sql<{ kind: string; count: number; last: Instant }>`
    select kind, count(*) as count, max(at) as last from record
    where actor = any(${await recordsOf(db, person)}) and at >= ${since} and at <= ${now} and ${inCircle(circle, since)}
    group by kind order by max(at) desc`.execute(db)
  return rows.flatMap(({ kind, count, last }) => {
    const mode = modeOfKind(kind)
    return mode === null ? [] : [{ kind, mode, count, last }]
  })
}

export async function holdsRole(db: Reader, circle: CircleId, person: PersonId): Promise<boolean> {
  return (await holdersIn(db, circle)).has(person)
}

/** The mode of every person inside, to be counted by class and forgotten. */
export async function modesIn(
  db: Reader,
  circle: CircleId,
  now: Instant,
): Promise<{ class: string; mode: Mode | null }[]> {
  const since = sinceOf(now)
  const [members, holders, { rows }] = await Promise.all([
    stretchesOf(db, circle),
    holdersIn(db, circle),
    sql<{ actor: string; kinds: string[] }>`
      select actor, array_agg(distinct kind) as kinds from record
      where at >= ${since} and at <= ${now} and actor is not null and ${inCircle(circle, since)}
      group by actor`.execute(db),
  ])
  const leads = await leadingTo(
    db,
    rows.map(({ actor }) => actor),
  )
  const kinds = new Map<string, string[]>()
  for (const { actor, kinds: some } of rows) {
    const who = leads.get(actor) ?? actor
    kinds.set(who, [...(kinds.get(who) ?? []), ...some])
  }
  return members
    .filter(
      ({ member, from, until }) =>
        member.startsWith('per_') && from <= now && (until === null || until > now),
    )
    .map(({ member, class: name }) => ({
      class: name,
      mode: modeOf(kinds.get(member) ?? [], holders.has(member)),
    }))
}

export async function wishOf(db: Reader, circle: CircleId, person: PersonId) {
  const row = await reading(db)
    .selectFrom('mode_wishes')
    .select(['wish', 'said'])
    .where('circle', '=', circle)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ?? { wish: null, said: '' }
}

export type Wish = { circle: CircleId; person: PersonId; wish: Mode | null; said: string }

/** Keeps a wish, or with null takes it back. */
export async function saveWish(
  tx: Transaction,
  { circle, person, wish, said }: Wish,
  now: Instant,
): Promise<void> {
  const own = writing(tx)
  await own
    .deleteFrom('mode_wishes')
    .where('circle', '=', circle)
    .where('person', '=', person)
    .execute()
  if (wish !== null)
    await own.insertInto('mode_wishes').values({ circle, person, wish, said, at: now }).execute()
}
