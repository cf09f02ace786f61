/**
 * What is given first: a fee or hours, as evidence of it says. Who has given so much to the circle,
 * at whatever time, has given it; what was given stays in the circle whatever is decided.
 */
import type { Reader, Transaction } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { First } from '../rules/ways.ts'

export type Giver = { circle: CircleId; person: PersonId }

/** How a fee is paid: to which account, by which reference, and the code that banking apps read. */
export type Paying = { name: string; iban: string; reference: string; code: string | null }

type Gifts = {
  /** What somebody has given of a unit: minor units of a currency, or `minutes`. */
  given(db: Reader, giver: Giver & { unit: string }): Promise<number>
  /**
   * Makes them known to whoever writes gifts down; how they pay so much, null where the circle takes
   * no payments, or none of this unit.
   */
  paying(tx: Transaction, giver: Giver & { unit: string; amount: number }): Promise<Paying | null>
}

/** Who knows of gifts before a membership. */
export const firstGifts = port<Gifts>('what was given first')

const HOUR_MINUTES = 60

/** What is asked, in the unit of the evidence. */
export function askedIn(first: First): { unit: string; amount: number } {
  return first.kind === 'fee'
    ? { unit: first.amount.currency, amount: first.amount.minor }
    : { unit: 'minutes', amount: first.hours * HOUR_MINUTES }
}

export type FirstState = { unit: string; asked: number; given: number; lacks: number }

/** How much of it has come; null when nothing is asked first. */
export async function firstOf(
  db: Reader,
  giver: Giver,
  first: First | null,
): Promise<FirstState | null> {
  if (!first) return null
  const { unit, amount } = askedIn(first)
  const gifts = await Promise.all(
    firstGifts.all().map(([, { given }]) => given(db, { ...giver, unit })),
  )
  const given = gifts.reduce((sum, one) => sum + one, 0)
  return { unit, asked: amount, given, lacks: Math.max(0, amount - given) }
}

/** How the rest is paid; null for hours, and where nothing is lacking. */
export async function payingFor(
  tx: Transaction,
  giver: Giver,
  state: FirstState,
): Promise<Paying | null> {
  if (state.lacks === 0) return null
  for (const [, { paying }] of firstGifts.all()) {
    const how = await paying(tx, { ...giver, unit: state.unit, amount: state.lacks })
    if (how) return how
  }
  return null
}
