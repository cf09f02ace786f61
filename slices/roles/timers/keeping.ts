/**
 * Terms begin and end on their day. The co-op is never without a steward: the last one's term goes
 * on until somebody follows, and then it ends.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { coop, lockCoop, stewardsOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Right } from '../rules/section.ts'
import { heldAt } from '../rules/terms.ts'
import { type Rulings, rulingsAt } from '../store/ruling.ts'
import type { By } from '../store/tables.ts'
import * as terms from '../store/terms.ts'
import { followUp } from './following.ts'

/** The rights that go when a term ends: what no other role that is held gives too. */
async function rightsOf(
  tx: Transaction,
  row: terms.TermRow,
  { now, rulings }: { now: Instant; rulings: Rulings },
): Promise<Right[]> {
  const { rules } = await rulings(tx, row.circle)
  const given = (role: string) => rules.find(({ key }) => key === role)?.gives ?? []
  const all = await terms.termsOf(tx, { circle: row.circle })
  const others = all.filter(
    (other) =>
      other.id !== row.id && other.person === row.person && heldAt(terms.asTerm(other), now),
  )
  const kept = new Set(others.flatMap(({ role }) => given(role)))
  return given(row.role).filter((right) => !kept.has(right))
}

/** Ends a term with its rights; false, and nothing done, when the co-op would have no steward. */
export async function endKept(
  tx: Transaction,
  row: terms.TermRow,
  ending: terms.Ending,
  by: By,
  rulings = rulingsAt(by.now),
): Promise<boolean> {
  const began = row.began_at !== null
  const rights = began ? await rightsOf(tx, row, { now: by.now, rulings }) : []
  if (rights.includes('steward') && (await coop(tx))?.id === row.circle) {
    await lockCoop(tx)
    const stewards = await stewardsOf(tx)
    if (stewards.every((steward) => steward === row.person)) return false
  }
  await terms.end(tx, row, { ...ending, rights }, by)
  return true
}

/** A role of a constitution that no longer has it ends with the rule. */
type Run = { now: Instant; rulings: Rulings }

async function beginOne(tx: Transaction, due: terms.TermRow, { now, rulings }: Run): Promise<void> {
  await terms.holdRole(tx, due)
  const row = await terms.termOf(tx, due.id)
  if (!row || row.began_at !== null || row.ended_at !== null) return
  const { rules, candidates } = await rulings(tx, row.circle)
  const rule = rules.find(({ key }) => key === row.role)
  const by = { by: null, now }
  if (!rule) await terms.end(tx, row, { why: 'rule', reason: null, rights: [] }, by)
  else if (!candidates.has(row.person))
    await terms.end(tx, row, { why: 'left', reason: null, rights: [] }, by)
  else await terms.begin(tx, row, rule.gives, by)
}

async function endOne(tx: Transaction, due: terms.TermRow, { now, rulings }: Run): Promise<void> {
  await terms.holdRole(tx, due)
  const row = await terms.termOf(tx, due.id)
  if (!row || row.ended_at !== null || row.until === null) return
  const ended = await endKept(
    tx,
    row,
    { why: 'term', reason: null, at: row.until },
    { by: null, now },
    rulings,
  )
  if (ended) await followUp(tx, row, { early: false, rulings }, now)
}

/** Begins and ends what is due; who follows begins before who goes ends. */
export async function keepTerms(hall: Hall, now: Instant): Promise<void> {
  const { beginning, ending } = await terms.dueTerms(hall.db, now)
  const run = { now, rulings: rulingsAt(now) }
  for (const row of beginning) await hall.transact((tx) => beginOne(tx, row, run))
  for (const row of ending) await hall.transact((tx) => endOne(tx, row, run))
}

/** Ends all terms of somebody who left a circle, or the hall; circles themselves took the rights. */
export async function endAllOf(
  tx: Transaction,
  person: PersonId,
  circle: string | null,
  now: Instant,
): Promise<void> {
  const rulings = rulingsAt(now)
  for (const row of await terms.termsOfPerson(tx, person)) {
    if (row.ended_at !== null || (circle !== null && row.circle !== circle)) continue
    await terms.end(tx, row, { why: 'left', reason: null, rights: [] }, { by: null, now })
    await followUp(tx, row, { early: false, rulings }, now)
  }
}
