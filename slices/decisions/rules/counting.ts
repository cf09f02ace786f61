/**
 * What a count leaves: who is elected, and every step, as plain data that can be written down, read
 * by anybody and computed again. Candidates are indices in the order of the paper; amounts are text
 * in decimals, exact to the last place.
 */
import type { Refusal } from '#kernel/change.ts'

/**
 * How a tie was broken: by an earlier stage that told them apart, by what the method looks at next
 * (duels, marks at the top of the scale, sums, cost, approvals), or by lot.
 */
export type TieBroken = {
  kind: 'tie'
  among: number[]
  chosen: number
  purpose: 'elect' | 'exclude' | 'transfer' | 'runoff' | 'fund'
  by: { stage: number } | 'lot' | 'duels' | 'top-marks' | 'total' | 'cost' | 'approvals'
}

export type Moved = {
  /** The value at which these papers are worth from now on, each. */
  value: string
  papers: number
  /** What each candidate receives, by index; and what no longer counts for anybody. */
  to: { candidate: number; papers: number; votes: string }[]
  lost: string
}

/** Where everybody stands after a stage: votes by candidate's index. */
export type Standing = { votes: string[]; nonTransferable: string }

/** Why: they reached the quota or a majority, nobody else was left, most wanted them; or it is paid for. */
export type Why = 'quota' | 'majority' | 'last' | 'most' | 'funded'

export type Step =
  | { kind: 'quota'; quota: string; papers: number; seats: number }
  | ({ kind: 'first-preferences'; stage: number } & Standing)
  | ({
      kind: 'surplus'
      stage: number
      candidate: number
      surplus: string
      moved: Moved[]
    } & Standing)
  | ({ kind: 'exclusion'; stage: number; candidate: number; moved: Moved[] } & Standing)
  | { kind: 'elected'; stage: number; candidates: number[]; why: Why }
  | ({ kind: 'round'; stage: number } & Standing)
  | { kind: 'excluded'; stage: number; candidate: number }
  | { kind: 'most'; candidates: number[]; votes: string[] }
  | { kind: 'minority'; candidate: number; votes: number; papers: number }
  | { kind: 'vacant'; candidate: number }
  | { kind: 'doomed'; stage: number; candidates: number[] }
  | { kind: 'guarded'; stage: number; candidates: number[] }
  | TieBroken

export type Count<S = Step> = {
  method: string
  seats: number
  /** Papers that took part, and those that named nobody who stands. */
  papers: number
  empty: number
  /** Sheets that broke their law; left out where every paper that can be read is valid. */
  invalid?: number
  /** In the order in which they were elected. */
  elected: number[]
  rounds: number
  steps: S[]
}

export type Counted<S = Step> = Count<S> | Refusal
