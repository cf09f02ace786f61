/** Seats of a role that members vote on: what an election says of it, and what its outcome does. */
import { Temporal } from 'temporal-polyfill'
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import type { Words } from '#kernel/words.ts'
import { type CircleId, coop } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { freeSeats, unfit } from '../rules/terms.ts'
import { holdRole } from '../store/terms.ts'
import { wishesOf } from '../store/wishes.ts'
import { fill, roleIn, type RoleState, willingFor } from './held.ts'
import { LACKS, SAID } from './voted-words.ts'

type Which = { circle: CircleId; ref: string; from: string | null; person: PersonId | null }
type Asking = Which & { now: string; words: Words }
type Chosen = { name: string; person: PersonId | null }
type Doing = Which & { does: 'passes' | 'fails'; title: string; elected: Chosen[]; now: string }
type Lack = { who: string | null; refusal: Refusal }

const isVoted = (filled: string) => filled === 'elected' || filled === 'appointed'

/** The moment from which a term of a day runs: its first, never one that has passed. */
async function beginsAt(db: Reader, from: string | null, now: string): Promise<string> {
  if (from === null) return now
  const zone = (await coop(db))?.zone ?? 'UTC'
  const dawn = Temporal.PlainDate.from(from)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
  return dawn < now ? now : dawn
}

async function roleAt(db: Reader, { circle, ref }: Which, now: string): Promise<RoleState | null> {
  try {
    return await roleIn(db, { circle, role: ref }, now)
  } catch (cause) {
    if (cause instanceof Refused) return null
    throw cause
  }
}

function goneIn({ rule, terms }: RoleState, at: string): Refusal | null {
  if (!isVoted(rule.filled)) return refuse('filled-otherwise', { role: rule.name })
  const { name: role, seats } = rule
  return freeSeats(rule, terms, at) === 0 ? refuse('no-seat', { role, seats }) : null
}

/** Who may hold it from then on, by name. */
async function fitFor(db: Reader, state: RoleState, at: string) {
  const { candidates } = state.ruling
  const fit = [...candidates.values()].filter(
    (who) => unfit(state.rule, state.terms, who, at) === null,
  )
  const names = await namesOf(
    db,
    fit.map(({ person }) => person),
  )
  return fit
    .map(({ person }) => ({ person, name: names.get(person)?.name ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Seats one after the other; who can't begin is said, the others do. */
async function seatAll(tx: Transaction, doing: Doing, chosen: readonly Chosen[]): Promise<Lack[]> {
  const { circle, ref: role, now, title } = doing
  await holdRole(tx, { circle, role })
  const from = await beginsAt(tx, doing.from, now)
  const lacks: Lack[] = []
  for (const { name, person } of chosen) {
    const state = await roleAt(tx, doing, now)
    if (!state || !person) {
      const why = state ? 'no-person' : 'no-such-role'
      lacks.push({ who: name, refusal: refuse(why, { name }) })
      continue
    }
    try {
      // `fill` refuses before it writes.
      const filled = state.rule.filled
      await fill(tx, state, { person, filled, from, result: title }, { by: null, now })
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause
      const { refused, details } = cause.refusal
      lacks.push({ who: name, refusal: refuse(refused, { ...details, name }) })
    }
  }
  return lacks
}

export const rolesVoted = {
  kinds: ['election'],
  async look(db: Reader, which: Asking) {
    const state = await roleAt(db, which, which.now)
    if (!state) return null
    const { say } = which.words
    const { name: role } = state.rule
    const from = await beginsAt(db, which.from, which.now)
    const day = which.from
    return {
      decidedIn: which.circle,
      title: say(SAID.holders, { role }),
      href: `/circles/${which.circle}/roles`,
      gone: goneIn(state, from),
      passes: day === null ? say(SAID.atOnce) : say(SAID.onDay, { day }),
      fails: say(SAID.nobody, { role }),
      stands: say(SAID.stands),
      aside: [],
      asksPerson: true,
    }
  },
  /** An elected role: whoever may propose an election; one that stewards give: they. */
  async mayPut(db: Reader, person: PersonId, which: Which & { now: string }): Promise<boolean> {
    const state = await roleAt(db, which, which.now)
    if (!state) return false
    return state.rule.filled === 'elected' || state.ruling.stewards.has(person)
  },
  async suggest(db: Reader, which: Asking) {
    const state = await roleAt(db, which, which.now)
    const { say } = which.words
    const role = state?.rule.name ?? ''
    const at = await beginsAt(db, which.from, which.now)
    const people = state ? await fitFor(db, state, at) : []
    const wishes = state ? willingFor(state, await wishesOf(db, which.circle)) : []
    return {
      title: say(SAID.election, { role }),
      question: say(SAID.question, { role, asks: state?.rule.asks ?? '' }).trim(),
      options: people.filter(({ person }) => wishes.includes(person)),
      seats: state ? Math.max(1, freeSeats(state.rule, state.terms, at)) : 1,
      people,
      takesDay: true,
    }
  },
  async act(tx: Transaction, _hall: Hall, doing: Doing): Promise<Lack[]> {
    if (doing.does === 'fails') return []
    const { person, elected } = doing
    if (elected.length > 0) return seatAll(tx, doing, elected)
    const names = person ? await namesOf(tx, [person]) : new Map<string, { name: string }>()
    return seatAll(tx, doing, [{ name: names.get(person ?? '')?.name ?? '', person }])
  },
  say({ who, refusal }: Lack, { say }: Words): string {
    const said = LACKS[refusal.refused] ?? LACKS['else']
    return said ? say(said, { ...refusal.details, name: who ?? '' }) : ''
  },
}
