/**
 * How papers are shared out under Meek's method.
 * 1. A paper is worth one. The first it names keeps as much of it as their keep factor says; what is
 *    left goes to the next, and so on. Both parts are cut off at nine decimals.
 * 2. On a paper that ranks some alike, a rank is first split evenly among those of it who are not
 *    out; what each of them doesn't keep goes to the next rank, not back to the others. A rank whose
 *    members are all out ends the paper. This is how the reference counts (Droop by Jonathan
 *    Lundell, stv-rs by Guillaume Endignoux, "equal preference"); its own documentation calls both
 *    a departure from what one would expect, and they are kept so that counts compare.
 */
import { partOf, WHOLE } from './nine.ts'
import type { Papers } from './papers.ts'

/** So many papers can be added up in billionths before a number is no longer exact. */
const EXACT = 9_000_000

type Share = { papers: Papers; keep: Float64Array; sums: Float64Array }

/** Law 1, for `count` papers that rank nobody alike. */
function shareStrict({ papers, keep, sums }: Share, from: number, to: number, count: number): void {
  let power = WHOLE
  for (let at = from; at < to; at++) {
    const candidate = papers.marks[at] ?? 0
    const factor = keep[candidate] ?? 0
    if (factor === 0) continue
    sums[candidate] = (sums[candidate] ?? 0) + partOf(power, factor) * count
    power = partOf(power, WHOLE - factor)
    if (power === 0) return
  }
}

/** Law 2: a rank that begins at `from`, and those behind it. */
function shareAlike(share: Share, power: number, from: number, to: number, count: number): void {
  const { papers, keep, sums } = share
  if (from >= to) return
  let end = from + 1
  while (end < to && (papers.marks[end] ?? 0) < 0) end++
  const rank: number[] = []
  for (let at = from; at < end; at++) {
    const mark = papers.marks[at] ?? 0
    const candidate = mark < 0 ? -1 - mark : mark
    if ((keep[candidate] ?? 0) > 0) rank.push(candidate)
  }
  const each = Math.floor(power / rank.length)
  for (const candidate of rank) {
    const factor = keep[candidate] ?? 0
    sums[candidate] = (sums[candidate] ?? 0) + partOf(each, factor) * count
    const left = partOf(each, WHOLE - factor)
    if (left > 0) shareAlike(share, left, end, to, count)
  }
}

function ranksAlike({ marks }: Papers, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((marks[at] ?? 0) < 0) return true
  return false
}

/** What each candidate holds, in billionths, under these keep factors (billionths; 0 for who is out). */
export function shareOut(papers: Papers, keep: Float64Array): bigint[] {
  const held = Array.from(keep, () => 0n)
  const share: Share = { papers, keep, sums: new Float64Array(keep.length) }
  let added = 0
  const carry = () => {
    share.sums.forEach((sum, candidate) => {
      held[candidate] = (held[candidate] ?? 0n) + BigInt(sum)
    })
    share.sums.fill(0)
    added = 0
  }
  for (let paper = 0; paper < papers.size; paper++) {
    const from = papers.starts[paper] ?? 0
    const to = papers.starts[paper + 1] ?? 0
    const alike = papers.equal && ranksAlike(papers, from, to)
    for (let left = papers.counts[paper] ?? 0; left > 0;) {
      const count = Math.min(left, EXACT - added)
      if (alike) shareAlike(share, WHOLE, from, to, count)
      else shareStrict(share, from, to, count)
      left -= count
      added += count
      if (added === EXACT) carry()
    }
  }
  carry()
  return held
}
