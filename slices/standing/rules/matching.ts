/**
 * Whose payment is it?
 * 1. A creditor reference of a member that stands in the payment decides; two of different members
 *    decide nothing.
 * 2. Else the name decides when exactly one member is called so, and the amount is one that they owe.
 * 3. Else it is undecided: those whose name or amount fits are proposed, and a person decides.
 * 4. A return goes to the payment of the same member and amount that it sends back, the latest one
 *    that was not sent back yet; without a member by law 1 or 2 a person decides.
 */
import { plain } from '#kernel/text.ts'
import { referencesIn } from './reference.ts'

export type Payer = {
  member: string
  name: string
  /** Empty when they never asked for one; all others are of one length. */
  reference: string
  /** Sums, in minor units, that would meet something they owe. */
  owes: readonly number[]
}
export type Paid = { text: string; name: string; minor: number }
export type Matched =
  | { member: string; by: 'reference' | 'name' }
  | { member: null; proposed: string[] }

/** Words of a name without order, case and accents: banks write SOLHEIM MAREN. */
export function nameKey(name: string): string {
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')
}

export type Payers = {
  byReference: ReadonlyMap<string, Payer>
  byName: ReadonlyMap<string, readonly Payer[]>
  all: readonly Payer[]
  length: number
}

export function payersOf(all: readonly Payer[]): Payers {
  const byName = new Map<string, Payer[]>()
  for (const payer of all) {
    const key = nameKey(payer.name)
    const list = byName.get(key)
    if (list) list.push(payer)
    else if (key !== '') byName.set(key, [payer])
  }
  const referred = all.filter(({ reference }) => reference !== '')
  const byReference = new Map(referred.map((payer) => [payer.reference, payer]))
  return { byReference, byName, all, length: referred[0]?.reference.length ?? 0 }
}

const MOST_PROPOSED = 5

/** Laws 1 to 3. */
export function matchPayment(payers: Payers, paid: Paid): Matched {
  const references = payers.length > 0 ? referencesIn(paid.text, payers.length) : []
  const named = references.flatMap((reference) => payers.byReference.get(reference) ?? [])
  const [first] = named
  if (first && named.length === 1) return { member: first.member, by: 'reference' }
  const called = payers.byName.get(nameKey(paid.name)) ?? []
  const [only] = called
  if (only && named.length === 0 && called.length === 1 && only.owes.includes(paid.minor))
    return { member: only.member, by: 'name' }
  const near = [...named, ...called]
  const byAmount = near.length > 0 ? [] : payers.all.filter(({ owes }) => owes.includes(paid.minor))
  const proposed = [...new Set([...near, ...byAmount].map(({ member }) => member))]
  return { member: null, proposed: proposed.slice(0, MOST_PROPOSED) }
}
