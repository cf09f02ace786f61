/**
 * What the figures of counting stand beside: the same rules as one first writes them, a paper at a
 * time in big integers. Slow, and plainly right.
 */
type Plain = { seats: number; candidates: number; papers: number[][] }

export function readPlain(text: string): Plain {
  const [head = '', ...lines] = text.split('\n')
  const [candidates = 0, seats = 0] = head.split(' ').map(Number)
  const papers = lines.slice(0, lines.indexOf('0')).flatMap((line) => {
    const [count = 0, ...marks] = line.split(' ').map(Number)
    const ranking = marks.slice(0, -1).map((one) => one - 1)
    return Array.from({ length: count }, () => ranking)
  })
  return { seats, candidates, papers }
}

/** The Scottish rules, ties by the order of the paper. */
export function plainScottish({ seats, candidates, papers }: Plain): number[] {
  const hold = papers.map((order) => ({ order, at: order[0] ?? -1, value: 100_000n }))
  const quota = (BigInt(papers.length) / BigInt(seats + 1) + 1n) * 100_000n
  const state: ('in' | 'over' | 'done')[] = Array.from({ length: candidates }, () => 'in')
  const kept = new Map<number, bigint>()
  const elected: number[] = []
  for (;;) {
    const votes = Array.from({ length: candidates }, (_, one) => kept.get(one) ?? 0n)
    for (const { at, value } of hold)
      if (at >= 0 && !kept.has(at)) votes[at] = (votes[at] ?? 0n) + value
    for (let one = 0; one < candidates; one++)
      if (state[one] === 'in' && (votes[one] ?? 0n) >= quota) {
        state[one] = 'over'
        elected.push(one)
      }
    const left = [...state.keys()].filter((one) => state[one] === 'in')
    if (elected.length >= seats) return elected.toSorted((a, b) => a - b)
    if (left.length <= seats - elected.length)
      return [...elected, ...left].toSorted((a, b) => a - b)
    const over = [...state.keys()].filter((one) => state[one] === 'over' && !kept.has(one))
    const pool = over.length > 0 ? over : left
    const sign = over.length > 0 ? 1n : -1n
    const chosen = pool.reduce((best, one) =>
      sign * (votes[one] ?? 0n) > sign * (votes[best] ?? 0n) ? one : best,
    )
    if (over.length > 0) kept.set(chosen, quota)
    state[chosen] = 'done'
    const all = votes[chosen] ?? 1n
    for (const paper of hold) {
      if (paper.at !== chosen) continue
      if (over.length > 0) paper.value = ((all - quota) * paper.value) / all
      paper.at = paper.order.find((one) => state[one] === 'in') ?? -1
    }
  }
}

const ONE = 1_000_000_000n

function plainShare({ candidates, papers }: Plain, keep: bigint[]): bigint[] {
  const votes = Array.from({ length: candidates }, () => 0n)
  for (const order of papers) {
    let power = ONE
    for (const one of order) {
      const factor = keep[one] ?? 0n
      votes[one] = (votes[one] ?? 0n) + (power * factor) / ONE
      power = (power * (ONE - factor)) / ONE
      if (power === 0n) break
    }
  }
  return votes
}

/** Meek's method with nine decimals, ties by the order of the paper. */
export function plainMeek(plain: Plain): number[] {
  const { seats, candidates, papers } = plain
  const keep = Array.from({ length: candidates }, () => ONE)
  const elected = new Set<number>()
  const left = new Set(keep.keys())
  while (elected.size < seats && left.size > seats - elected.size) {
    let last = BigInt(papers.length) * ONE
    for (;;) {
      const votes = plainShare(plain, keep)
      const quota = votes.reduce((sum, each) => sum + each, 0n) / BigInt(seats + 1) + 1n
      const reached = [...left].filter((one) => (votes[one] ?? 0n) >= quota)
      for (const one of reached) {
        left.delete(one)
        elected.add(one)
      }
      if (reached.length > 0) break
      const surplus = [...elected].reduce((sum, one) => sum + (votes[one] ?? 0n) - quota, 0n)
      if (surplus <= 1000n || surplus >= last) {
        const least = [...left].reduce((low, one) =>
          (votes[one] ?? 0n) < (votes[low] ?? 0n) ? one : low,
        )
        const level = (votes[least] ?? 0n) + surplus
        const out = [...left].find((one) => (votes[one] ?? 0n) <= level) ?? least
        left.delete(out)
        keep[out] = 0n
        break
      }
      last = surplus
      for (const one of elected) {
        const product = ((keep[one] ?? 0n) * quota + ONE - 1n) / ONE
        const held = votes[one] ?? 1n
        keep[one] = (product * ONE + held - 1n) / held
      }
    }
  }
  const rest = elected.size < seats ? [...left] : []
  return [...elected, ...rest].toSorted((a, b) => a - b)
}
