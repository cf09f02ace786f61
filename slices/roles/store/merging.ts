/** Two records of one person become one: terms, wishes, turns. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Handing, handOver, putAside } from '#kernel/handing-over.ts'
import { circleOf } from '#slices/circles/index.ts'
import type { Foretold, Pair, PersonId, Telling } from '#slices/people/index.ts'
import { reading } from './tables.ts'

const ROWS = [
  { table: 'role_terms', column: 'person', key: ['id'] },
  {
    table: 'role_wishes',
    column: 'person',
    key: ['circle', 'role', 'wish'],
    once: ['circle', 'role', 'wish'],
  },
  { table: 'role_skips', column: 'person', key: ['circle', 'role', 'at'] },
  {
    table: 'role_swaps',
    column: 'first',
    key: ['circle', 'role', 'second', 'asked_at'],
    once: ['circle', 'role'],
    open: 'used_at',
  },
  { table: 'role_swaps', column: 'second', key: ['circle', 'role', 'first', 'asked_at'] },
]

/** Nobody swaps with themselves. */
export async function handTermsOver(tx: Transaction, handing: Handing): Promise<void> {
  const { to } = handing
  for (const [column, with_] of [
    ['first', 'second'],
    ['second', 'first'],
  ] as const)
    await putAside(tx, handing, {
      table: 'role_swaps',
      column,
      where: sql`${sql.ref(`t.${with_}`)} = ${to}`,
    })
  await handOver(tx, handing, ROWS)
}

const termsOf = (db: Reader, person: PersonId) =>
  reading(db)
    .selectFrom('role_terms')
    .select(['circle', 'role'])
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()

/** Draws that are not over yet and name one of the two, in their pool or by their words. */
async function openDraws(db: Reader, { kept, other }: Pair): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from role_draws d
    where drawn_at is null
      and (strpos(pool::text, ${kept}) > 0 or strpos(pool::text, ${other}) > 0
        or exists (select 1 from role_draw_words w where w.draw = d.id and w.by in (${kept}, ${other})))`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function foretellTerms(db: Reader, pair: Pair, { words }: Telling): Promise<Foretold> {
  const [mine, theirs, draws] = await Promise.all([
    termsOf(db, pair.kept),
    termsOf(db, pair.other),
    openDraws(db, pair),
  ])
  const stops: string[] = []
  for (const { circle, role } of theirs)
    if (mine.some((one) => one.circle === circle && one.role === role))
      stops.push(
        words.say(
          /*i18n*/ {
            id: 'roles.merge-twice',
            message:
              'Both hold the same role in {circle}, or are to hold it. Let one of the two hand it on first.',
          },
          { circle: (await circleOf(db, circle))?.name ?? '' },
        ),
      )
  if (draws > 0)
    stops.push(
      words.say(
        /*i18n*/ {
          id: 'roles.merge-draw',
          message:
            'One of them is in a draw that is open, and its pool is published. Wait until it is drawn.',
        },
      ),
    )
  const says = words.say(
    /*i18n*/ {
      id: 'roles.merge-terms',
      message:
        '{terms, plural, one {The role that the other record holds goes} other {The # roles that the other record holds go}} on with the kept one, to the same day.',
    },
    { terms: theirs.length },
  )
  return { says: theirs.length > 0 ? [says] : [], stops }
}
