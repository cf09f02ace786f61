/**
 * Pairs: how many prefer one candidate to another, from rankings.
 * 1. A paper prefers whoever stands in an earlier rank; two in one rank are alike to it.
 * 2. Whoever isn't named comes after all who are; two who aren't named are alike.
 * 3. A candidate preferred to each other by more papers than the other way round is the **Condorcet
 *    winner** (Condorcet 1785). There may be none.
 */
import { type Election, type Papers, papersToCount, standingIn } from './papers.ts'

export type Pairs = {
  /** Candidates who stand, as indices; the matrix has a row and a column for each, in this order. */
  standing: number[]
  /** `wins[row][column]`: papers that prefer the row to the column. */
  wins: number[][]
  papers: number
  empty: number
}

/** Where each candidate stands in the matrix, or -1. */
function seatsOf(candidates: number, standing: readonly number[]): Int16Array {
  const seats = new Int16Array(candidates).fill(-1)
  standing.forEach((candidate, seat) => (seats[candidate] = seat))
  return seats
}

type Board = {
  flat: Float64Array
  size: number
  seats: Int16Array
  left: Int16Array
  rank: Int16Array
}

/** Adds one ranking: each candidate of a rank wins against all who come later. */
function addRanking({ flat, size, seats, left, rank }: Board, papers: Papers, paper: number): void {
  const count = papers.counts[paper] ?? 0
  const end = papers.starts[paper + 1] ?? 0
  let many = size
  for (let seat = 0; seat < size; seat++) left[seat] = seat
  for (let at = papers.starts[paper] ?? 0; at < end;) {
    let shared = 0
    do {
      const mark = papers.marks[at] ?? 0
      rank[shared++] = seats[mark < 0 ? -1 - mark : mark] ?? 0
      at++
    } while (at < end && (papers.marks[at] ?? 0) < 0)
    for (let each = 0; each < shared; each++) many = without(left, many, rank[each] ?? 0)
    for (let each = 0; each < shared; each++) {
      const row = (rank[each] ?? 0) * size
      for (let other = 0; other < many; other++) {
        const cell = row + (left[other] ?? 0)
        flat[cell] = (flat[cell] ?? 0) + count
      }
    }
  }
}

/** Takes one out of the first `many` of a list; answers how many are left. */
function without(left: Int16Array, many: number, one: number): number {
  const at = left.indexOf(one)
  left[at] = left[many - 1] ?? 0
  return many - 1
}

/** Laws 1 and 2. */
export function pairsOf(election: Election): Pairs {
  const papers = papersToCount(election, 'keep')
  const standing = standingIn(election)
  const size = standing.length
  const board: Board = {
    flat: new Float64Array(size * size),
    size,
    seats: seatsOf(election.candidates.length, standing),
    left: new Int16Array(size),
    rank: new Int16Array(size),
  }
  for (let paper = 0; paper < papers.size; paper++) addRanking(board, papers, paper)
  const wins = standing.map((_, row) => [...board.flat.subarray(row * size, (row + 1) * size)])
  return { standing, wins, papers: papers.total, empty: papers.empty }
}

/** How many prefer the row to the column; both are places in the matrix. */
export function preferring({ wins }: Pairs, row: number, column: number): number {
  return wins[row]?.[column] ?? 0
}

/** Law 3: the index of the candidate, or null. */
export function condorcetWinner(pairs: Pairs): number | null {
  const seat = pairs.standing.findIndex((_, row) =>
    pairs.standing.every(
      (__, column) =>
        column === row || preferring(pairs, row, column) > preferring(pairs, column, row),
    ),
  )
  return pairs.standing[seat] ?? null
}
