/** What follows when a seat is left: the next of the lot, or a vacancy that everybody hears of. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import { besideOther, rolesHeld } from '../rules/beside.ts'
import { orderDrawn, seedOf } from '../rules/draw.ts'
import type { RoleRule } from '../rules/section.ts'
import { beginTerm, vacancy } from '../rules/terms.ts'
import { isRefusal } from '#kernel/change.ts'
import { drawsOf, publicationOf } from '../store/draws.ts'
import { type Ruling, type Rulings, rulingsAt } from '../store/ruling.ts'
import { topicOf } from '../store/tables.ts'
import * as terms from '../store/terms.ts'

/** How long the order of a draw holds for whoever declines. */
const ORDER_HOLDS = 30 * DAY

/** Names one person if the rules let them; answers whether they did. */
export async function nameDrawn(
  tx: Transaction,
  row: { circle: terms.TermRow['circle']; rule: RoleRule; ruling: Ruling },
  person: PersonId,
  now: Instant,
): Promise<boolean> {
  const { circle, rule, ruling } = row
  const all = (await terms.termsOf(tx, { circle })).map(terms.asTerm)
  const who = ruling.candidates.get(person)
  const own = all.filter(({ role }) => role === rule.key)
  if (isRefusal(beginTerm({ rule, terms: own, who, deputy: false, from: now }))) return false
  // Since the pool was published they may have begun another role.
  if (besideOther(ruling.rules, rule, rolesHeld(all, person, now))) return false
  const seating = { circle, rule, person, deputy: false, from: now, result: null }
  await terms.seat(tx, { ...seating, filled: 'drawn' }, { by: null, now })
  return true
}

/** The next of the latest draw who was not named by it and did not decline. */
async function nextOfLot(
  tx: Transaction,
  row: terms.TermRow,
  ruled: { rule: RoleRule; ruling: Ruling },
  now: Instant,
): Promise<boolean> {
  const latest = (await drawsOf(tx, row.circle)).find(({ role }) => role === row.role)
  if (!latest?.drawn_at || plus(latest.drawn_at, ORDER_HOLDS) < now) return false
  const file = await publicationOf(tx, latest)
  const people = latest.pool.map(({ person }) => person)
  const seed = seedOf({ ...file, people, secret: latest.secret })
  const order = orderDrawn(seed, people)
  const since = await terms.termsOf(tx, { circle: row.circle, role: row.role })
  const named = new Set(
    since.filter(({ made_at: made }) => made >= (latest.drawn_at ?? '')).map((one) => one.person),
  )
  for (const ticket of order) {
    const person = people.find((one) => one === ticket)
    if (!person || named.has(person)) continue
    if (await nameDrawn(tx, { circle: row.circle, ...ruled }, person, now)) return true
  }
  return false
}

/** After a term ended; `early`: it was declined, handed on or recalled, so the lot goes on. */
export async function followUp(
  tx: Transaction,
  row: terms.TermRow,
  { early, rulings }: { early: boolean; rulings?: Rulings },
  now: Instant,
): Promise<void> {
  if (row.deputy) return
  const ruling = await (rulings ?? rulingsAt(now))(tx, row.circle)
  const rule = ruling.rules.find(({ key }) => key === row.role)
  if (!rule) return
  if (early && row.filled === 'drawn' && (await nextOfLot(tx, row, { rule, ruling }, now))) return
  const rows = await terms.termsOf(tx, { circle: row.circle, role: row.role })
  const open = vacancy(rule, rows.map(terms.asTerm), now)
  if (!open || open.from > now) return
  const data = { role: rule.key, title: rule.name, seats: open.seats }
  await note(tx, topicOf(row.circle), [{ kind: 'role.vacant', data }], { now, actor: null })
}
