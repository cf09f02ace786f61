/**
 * Two records of one person become one: what either gave and came to counts for the one. Gatherings to
 * which both came count once.
 */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { countOwned, type Handing, handOver } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'

const EVIDENCE = { table: 'evidence', column: 'member', key: ['id'] }
const ATTENDANCES = {
  table: 'attendances',
  column: 'person',
  key: ['gathering'],
  once: ['gathering'],
}

const OWNED = [
  EVIDENCE,
  ATTENDANCES,
  { table: 'excuses', column: 'member', key: ['id'] },
  {
    table: 'excuse_requests',
    column: 'member',
    key: ['id'],
    once: ['circle'],
    open: 'answer',
  },
  { table: 'excuse_requests', column: 'by', key: ['id'] },
  { table: 'claims', column: 'member', key: ['id'] },
  { table: 'claims', column: 'by', key: ['id'] },
  { table: 'excuse_requests', column: 'by', key: ['id'] },
  { table: 'bank_payments', column: 'member', key: ['id'] },
  {
    table: 'standing_notices',
    column: 'member',
    key: ['circle', 'changes_on'],
    once: ['circle', 'changes_on'],
  },
  { table: 'mode_wishes', column: 'person', key: ['circle'], once: ['circle'] },
]

/**
 * A payment reference stays good: where both have one, each goes on leading to the person. Of two
 * requests that wait in one circle the one of the kept record is answered.
 */
export async function handEvidenceOver(tx: Transaction, handing: Handing): Promise<void> {
  const where = sql`not exists (select 1 from payment_references o
    where o.circle = t.circle and o.member = ${handing.to})`
  const references = { table: 'payment_references', column: 'member', key: ['circle'], where }
  const first = sql`(t.answer is not null or not exists (select 1 from excuse_requests o
    where o.circle = t.circle and o.member = ${handing.to} and o.answer is null))`
  const requests = { table: 'excuse_requests', column: 'member', key: ['id'], where: first }
  await handOver(tx, handing, [...OWNED, references, requests])
}

export async function foretellEvidence(
  db: Reader,
  { kept, other }: Pair,
  { words }: Telling,
): Promise<Foretold> {
  const both = sql`exists (select 1 from attendances o
    where o.gathering = t.gathering and o.person = ${kept})`
  const [gifts, came, twice] = await Promise.all([
    countOwned(db, EVIDENCE, other),
    countOwned(db, ATTENDANCES, other),
    countOwned(db, { ...ATTENDANCES, where: both }, other),
  ])
  const given = words.say(
    /*i18n*/ {
      id: 'standing.merge-gifts',
      message:
        '{gifts, plural, one {One thing that the other record gave counts} other {# things that the other record gave count}} for the kept one, on the days on which it was given.',
    },
    { gifts },
  )
  const attended = words.say(
    /*i18n*/ {
      id: 'standing.merge-came',
      message:
        '{came, plural, one {One gathering to which the other record came counts} other {# gatherings to which the other record came count}} for the kept record{twice, plural, =0 {} other {; to # of them both came, which count once}}.',
    },
    { came, twice },
  )
  return { says: [...(gifts > 0 ? [given] : []), ...(came > 0 ? [attended] : [])] }
}
