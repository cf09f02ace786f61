/** For whom somebody votes in a decision that opened: themselves, co-ops that send them, who asked them. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { isIdOf } from '#kernel/ids.ts'
import { type PersonId, recordsOf } from '#slices/people/index.ts'
import type { Through } from '../rules/life/roll.ts'
import { entriesOf, speaksFor } from './ballots.ts'
import { proxiesOf } from './proxies.ts'
import { type Decision, type DecisionId, reading, type RollRow } from './tables.ts'

export type Voice = RollRow & { through: Through }

const isCircle = isIdOf('cir')

/** Entries of the frozen roll, whether they vote or not; one's own first, those of others last. */
export async function voicesIn(
  db: Reader,
  decision: Decision,
  { person, now }: { person: PersonId; now: Instant },
): Promise<Voice[]> {
  const { id, circle } = decision
  const members = await speaksFor(db, { circle, person, now })
  const own = await entriesOf(db, id, members)
  const asked = decision.ruling?.proxies ? await proxiesOf(db, decision, now) : []
  const givers = asked.flatMap(({ giver, holder }) => (members.includes(holder) ? [giver] : []))
  const others = await entriesOf(db, id, givers)
  return [
    ...own.map((row): Voice => ({ ...row, through: isCircle(row.member) ? 'co-op' : 'self' })),
    ...others.map((row): Voice => ({ ...row, through: 'proxy' })),
  ]
}

/** Open decisions in which somebody who asked this person has no ballot in the urn, with their entry. */
export async function silentGivers(
  db: Reader,
  person: PersonId,
  now: Instant,
): Promise<{ decision: DecisionId; member: string }[]> {
  const records = await recordsOf(db, person)
  const rows = await reading(db)
    .selectFrom('decisions')
    .innerJoin('decision_roll', 'decision_roll.decision', 'decisions.id')
    .innerJoin('decision_proxies', (join) =>
      join
        .onRef('decision_proxies.circle', '=', 'decisions.circle')
        .onRef('decision_proxies.giver', '=', 'decision_roll.member'),
    )
    .select(['decisions.id', 'decision_roll.member'])
    .where('state', '=', 'open')
    .where('closes_at', '>', now)
    .where('votes', '=', true)
    .where('voted_at', 'is', null)
    .where('decision_proxies.ended_at', 'is', null)
    .where('holder', 'in', records)
    .execute()
  const found: { decision: DecisionId; member: string }[] = []
  for (const [id, of] of Map.groupBy(rows, (row) => row.id)) {
    const decision = await reading(db)
      .selectFrom('decisions')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    const asked = decision ? await proxiesOf(db, decision, now) : []
    for (const { member } of of)
      if (asked.some(({ giver, holder }) => giver === member && records.includes(holder)))
        found.push({ decision: id, member })
  }
  return found
}
