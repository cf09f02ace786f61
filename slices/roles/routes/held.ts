/** What routes share: the role as the rules say it, its terms, and whoever may hold it. */
import { isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { besideOther, rolesHeld } from '../rules/beside.ts'
import { turnsOf, type Turn } from '../rules/rotation.ts'
import type { Filling, RoleRule } from '../rules/section.ts'
import { beginTerm, type Term, unfit } from '../rules/terms.ts'
import { type Ruling, rulingIn } from '../store/ruling.ts'
import type { OneRole, TermId } from '../store/tables.ts'
import * as terms from '../store/terms.ts'
import {
  type Skipped,
  skipsOf,
  type Swapped,
  swapsOf,
  type Wish,
  wishesOf,
} from '../store/wishes.ts'

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

/** Why a person may not hold this role now; null when they may. `rows` are the circle's terms. */
export function unfitFor(
  rows: readonly terms.TermRow[],
  state: RoleState,
  person: PersonId,
  now: string,
): string | null {
  const { rule, ruling } = state
  const why = unfit(rule, state.terms, ruling.candidates.get(person), now)
  if (why) return why
  const held = rolesHeld(rows.map(terms.asTerm), person, now)
  return besideOther(ruling.rules, rule, held) ? 'not-beside' : null
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
  const all = (await terms.termsOf(tx, { circle })).map(terms.asTerm)
  if (besideOther(ruling.rules, rule, rolesHeld(all, person, from)))
    throw new Refused('not-beside', { role: rule.name })
  return terms.seat(tx, { circle, rule, person, deputy, from, filled, result }, by)
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

export type Wishing = { wishes: Wish[]; skips: Skipped[]; swaps: Swapped[] }

/** What members of a circle wished, passed over and swapped. */
export async function wishingIn(db: Reader, circle: CircleId): Promise<Wishing> {
  const [wishes, skips, swaps] = await Promise.all([
    wishesOf(db, circle),
    skipsOf(db, circle),
    swapsOf(db, circle),
  ])
  return { wishes, skips, swaps }
}

/** The turns of a role that rotates, as they stand. */
export function turningOf(
  state: RoleState,
  { wishes, skips, swaps }: Wishing,
  now: string,
): Turning {
  const { rule, ruling } = state
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
