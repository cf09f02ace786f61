/** Who has the most or the fewest, and what an earlier stage says when several do. */
import type { TieBroken } from './counting.ts'
import { firstInLot, type Lot } from './ties.ts'

/** Who of them has the fewest votes; several when they are level. */
export function lowestOf(among: readonly number[], votes: readonly number[]): number[] {
  const least = among.reduce((low, one) => Math.min(low, votes[one] ?? 0), Infinity)
  return among.filter((one) => (votes[one] ?? 0) === least)
}

/** Who of them has the most votes; several when they are level. */
export function highestOf(among: readonly number[], votes: readonly number[]): number[] {
  const most = among.reduce((high, one) => Math.max(high, votes[one] ?? 0), -Infinity)
  return among.filter((one) => (votes[one] ?? 0) === most)
}

export type Tie = {
  /** Votes at the end of each stage, the present one last. */
  past: readonly (readonly number[])[]
  tied: number[]
  pick: typeof lowestOf
  lot: Lot
  purpose: TieBroken['purpose']
}

/**
 * Goes back stage by stage, keeping those whom each stage picks, until one is left; then the lot.
 * Null when several are left and no rule for ties was declared.
 */
export function byEarlierStage({ past, tied, pick, lot, purpose }: Tie): TieBroken | null {
  let left = tied
  for (let stage = past.length - 2; stage >= 0; stage--) {
    left = pick(left, past[stage] ?? [])
    const [chosen] = left
    if (left.length === 1 && chosen !== undefined)
      return { kind: 'tie', among: tied, chosen, purpose, by: { stage: stage + 1 } }
  }
  if (!lot) return null
  return { kind: 'tie', among: tied, chosen: firstInLot(lot, left), purpose, by: 'lot' }
}
