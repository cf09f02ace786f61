/** What routes share: the role as the rules say it, its terms, and whoever may hold it. */
import { isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { turnsOf, type Turn } from '../rules/rotation.ts'
import type { Filling, RoleRule } from '../rules/section.ts'
import { beginTerm, endOfTerm, heldAt, type Term, unfit } from '../rules/terms.ts'
import { type Ruling, rulingIn } from '../store/ruling.ts'
import type { OneRole, TermId } from '../store/tables.ts'
import * as terms from '../store/terms.ts'
import { skipsOf, swapsOf, type Wish, wishesOf } from '../store/wishes.ts'

export type RoleState = {
  circle: CircleId
  rule: RoleRule
  ruling: Ruling
  rows: terms.TermRow[]
  terms: Term[]
}

/** A role as it stands; refuses `no-such-role`. */
export async function roleIn(
  db: Reader,
  { circle, role }: OneRole,
  now: string,
): Promise<RoleState> {
  const ruling = await rulingIn(db, circle, now)
  const rule = ruling.rules.find(({ key }) => key === role)
  if (!rule) throw new Refused('no-such-role')
  const rows = await terms.termsOf(db, { circle, role })
  return { circle, rule, ruling, rows, terms: rows.map(terms.asTerm) }
}

/** The roles that a person holds in a circle at a moment. */
export async function rolesHeld(
  db: Reader,
  circle: CircleId,
  person: PersonId,
  now: string,
): Promise<Set<string>> {
  const rows = await terms.termsOf(db, { circle })
  const held = rows.filter((row) => row.person === person && heldAt(terms.asTerm(row), now))
  return new Set(held.map(({ role }) => role))
}

/** Why a person may not hold this role now; null when they may. */
export async function unfitFor(
  db: Reader,
  state: RoleState,
  person: PersonId,
  now: string,
): Promise<string | null> {
  const { rule, ruling, circle } = state
  const why = unfit(rule, state.terms, ruling.candidates.get(person), now)
  if (why) return why
  const held = await rolesHeld(db, circle, person, now)
  return besideOther(ruling, rule, held) ? 'not-beside' : null
}

/** Whether one of these roles may not stand beside it, said by either of the two. */
export function besideOther(ruling: Ruling, rule: RoleRule, held: ReadonlySet<string>): boolean {
  return ruling.rules.some(
    (other) =>
      held.has(other.key) &&
      (rule.notBeside.includes(other.key) || other.notBeside.includes(rule.key)),
  )
}

type Filled = {
  person: PersonId
  filled: Filling
  from: string
  deputy?: boolean
  result?: string | null
}

/** Names somebody by the rules and lets the term begin when its day has come. */
export async function fill(
  tx: Transaction,
  state: RoleState,
  { person, filled, from, deputy = false, result = null }: Filled,
  by: { by: PersonId | null; now: string },
): Promise<TermId> {
  const { rule, ruling, circle } = state
  const who = ruling.candidates.get(person)
  const change = beginTerm({ rule, terms: state.terms, who, deputy, from })
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
  const held = await rolesHeld(tx, circle, person, from)
  if (besideOther(ruling, rule, held)) throw new Refused('not-beside', { role: rule.name })
  const until = endOfTerm(from, rule.termMonths)
  const planning = { circle, role: rule.key, person, deputy, from, until, filled, result }
  const id = await terms.planTerm(tx, planning, by)
  const row = await terms.termOf(tx, id)
  if (row && from <= by.now) await terms.begin(tx, row, rule.gives, by)
  return id
}

/** Who would hold a role: those who wished to, and may. */
export function willingFor(state: RoleState, wishes: readonly Wish[]): PersonId[] {
  return wishes.flatMap(({ role, wish, person }) =>
    role === state.rule.key && wish === 'hold' && state.ruling.candidates.has(person)
      ? [person]
      : [],
  )
}

export type Turning = { turns: Turn[]; passedOver: Set<PersonId> }

/** The turns of a role that rotates, as they stand. */
export async function turningOf(db: Reader, state: RoleState, now: string): Promise<Turning> {
  const { circle, rule, ruling } = state
  const [wishes, skips, swaps] = await Promise.all([
    wishesOf(db, circle),
    skipsOf(db, circle),
    swapsOf(db, circle),
  ])
  const own = skips.filter(({ role }) => role === rule.key)
  const willing = willingFor(state, wishes)
    .filter((person) => unfit(rule, state.terms, ruling.candidates.get(person), now) === null)
    .map((person) => ({ person, since: ruling.candidates.get(person)?.since ?? now }))
  const agreed = swaps.filter(({ role, agreed_at }) => role === rule.key && agreed_at !== null)
  const turns = turnsOf({ terms: state.terms, willing, swaps: agreed, skips: own, now })
  const filledAt = state.terms
    .map(({ from }) => from)
    .toSorted()
    .at(-1)
  const since = own.filter(({ at }) => at > (filledAt ?? ''))
  return { turns, passedOver: new Set(since.map(({ person }) => person)) }
}
