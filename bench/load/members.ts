/** A co-op with many members, two years of duties and much evidence, written straight to the tables. */
import { sql } from 'kysely'
import type { Hall } from '#kernel/hall.ts'
import {
  type CircleId,
  foundCoop,
  giveRole,
  joinCircle,
  makeCircle,
} from '#slices/circles/index.ts'
import { adoptParts, allSections, emptyParts } from '#slices/constitutions/index.ts'
import { makePerson } from '#slices/people/index.ts'
import { NO_DUTIES } from '#slices/standing/rules/duty.ts'

const DUTIES = {
  ...NO_DUTIES,
  duties: [
    {
      key: 'dues',
      classes: ['member'],
      asks: [{ kind: 'dues', least: { minor: 1000, currency: 'EUR' }, most: null }],
      every: 'month',
      due: 'end',
      part: 'days',
      grace: 30,
    },
    {
      key: 'hours',
      classes: ['member'],
      asks: [
        { kind: 'hours', hours: 10 },
        { kind: 'dues', least: { minor: 5000, currency: 'EUR' }, most: null },
      ],
      every: 'half-year',
      due: 'end',
      part: 'days',
      grace: 60,
    },
    {
      key: 'gatherings',
      classes: ['member'],
      asks: [{ kind: 'attendance', share: { of: 1, in: 2 }, circle: null }],
      every: 'quarter',
      due: 'end',
      part: 'nothing',
      grace: 30,
    },
  ],
  behind: { missed: 3, of: 12, rests: ['vote'], restsAfter: 60 },
}

/** Dates of the figures: two years until the last day of 2026. */
export const FROM = '2025-01-01'
export const UNTIL = '2026-12-15'
const PERSONS_AT_ONCE = 500

/** Founds a co-op with its rules; answers its id. */
export async function foundWithRules(hall: Hall): Promise<CircleId> {
  const now = hall.clock.now()
  const by = { by: null, now }
  return hall.transact(async (tx) => {
    const coop = await foundCoop(tx, { name: 'Quillmarsh Commons', zone: 'UTC' }, by)
    const given = { name: 'Maren Solheim', email: null, locale: null, zone: null, now }
    const person = await makePerson(tx, given)
    await joinCircle(tx, coop, person, by)
    await giveRole(tx, { circle: coop, person, role: 'steward' }, by)
    const parts = { ...emptyParts(allSections()), duties: DUTIES }
    await adoptParts(tx, coop, { parts, day: now.slice(0, 10) }, by)
    // As if it had held for two years: benches do not wait.
    await sql`update constitution_versions set day = ${FROM} where circle = ${coop}`.execute(tx)
    return coop
  })
}

/** Persons who are members since the first day, `evidence` pieces each, and gatherings they came to. */
export async function fillWithPeople(
  hall: Hall,
  coop: CircleId,
  { persons, evidence, gatherings }: { persons: number; evidence: number; gatherings: number },
): Promise<void> {
  const id = (prefix: string, number: string) =>
    sql.raw(`'${prefix}_' || lpad((${number})::text, 26, '0')`)
  await hall.transact(async (tx) => {
    await sql`insert into persons (id, name, made_at, seen_at)
      select ${id('per', 'n')}, 'Member ' || n, ${FROM}::timestamptz, ${FROM}::timestamptz from generate_series(1, ${persons}) n`.execute(
      tx,
    )
    await sql`insert into members (circle, person, class, name, "from")
      select ${coop}, ${id('per', 'n')}, 'member', 'Member ' || n, ${FROM}::timestamptz
      from generate_series(1, ${persons}) n`.execute(tx)
    await sql`insert into gatherings_held (gathering, circle, happened, known)
      select ${id('gth', 'g')}, ${coop}, ${FROM}::date + g * 700 / ${gatherings}, ${FROM}::date + g * 700 / ${gatherings}
      from generate_series(1, ${gatherings}) g`.execute(tx)
  })
  // In several statements: each ends before the hall would stop it.
  for (let from = 1; from <= persons; from += PERSONS_AT_ONCE) {
    const to = Math.min(persons, from + PERSONS_AT_ONCE - 1)
    await hall.transact(async (tx) => {
      await sql`insert into evidence (id, circle, member, unit, amount, happened, known, known_at, source)
      select ${id('evd', `n * ${evidence} + k`)}, ${coop}, ${id('per', 'n')},
        case k % 4 when 0 then 'minutes' else 'EUR' end,
        case k % 4 when 0 then 60 else 500 + (n * 7 + k * 13) % 900 end,
        ${FROM}::date + (k * 700 / ${evidence}) + (n + k) % 7,
        ${FROM}::date + (k * 700 / ${evidence}) + 7 + (n + k) % 9, ${FROM}::timestamptz, 'table'
      from generate_series(${from}::int, ${to}::int) n, generate_series(0, ${evidence} - 1) k`.execute(
        tx,
      )
      await sql`insert into attendances (gathering, person, known)
      select ${id('gth', 'g')}, ${id('per', 'n')}, ${FROM}::date + g * 700 / ${gatherings}
      from generate_series(${from}::int, ${to}::int) n, generate_series(1, ${gatherings}) g where (n + g) % 3 <> 0`.execute(
        tx,
      )
    })
  }
  for (const table of ['members', 'evidence', 'attendances', 'gatherings_held'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(hall.db)
}

/** Member co-ops with a delegate each. */
export async function fillWithCoops(hall: Hall, coop: CircleId, count: number): Promise<void> {
  const by = { by: null, now: hall.clock.now() }
  for (let number = 1; number <= count; number += 1)
    await hall.transact((tx) =>
      makeCircle(
        tx,
        { parent: coop, name: `Co-op ${number}`, purpose: '', kind: 'autonomous' },
        by,
      ),
    )
  await hall.transact(async (tx) => {
    await sql`update members set "from" = ${FROM}::timestamptz where circle = ${coop} and body is not null`.execute(
      tx,
    )
    await sql`insert into delegates (id, circle, body, person, "from")
      select 'dlg_' || substr(body, 5), ${coop}, body, 'per_' || lpad(row_number() over ()::text, 26, '0'), ${FROM}::timestamptz
      from members where circle = ${coop} and body is not null`.execute(tx)
  })
  await sql`vacuum analyze delegates`.execute(hall.db)
}
