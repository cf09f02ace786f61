/**
 * Apportionment: so many delegates among circles or classes, by their size or their votes. Here a
 * circle is a candidate, and its size the papers that name it first.
 * 1. **Hamilton** (1792; largest remainders): split.ts says how. Nobody is off their due by a whole
 *    seat, but somebody may lose one when there is one more to give.
 * 2. **D'Hondt** (1878; Jefferson 1792): each seat in turn goes to the largest quotient of size by
 *    1, 2, 3 … : one more than the seats had already. It favours large ones.
 * 3. **Sainte-Laguë** (1910; Webster 1832): the same by 1, 3, 5 … . It favours neither.
 * 4. Equal remainders or quotients at the last seat: the lot. Quotients are compared as fractions.
 * 5. Who has no papers gets no seat. Balinski and Young, "Fair Representation", 1982, compare them.
 *
 * Example: eight seats for 100,000, 80,000, 30,000 and 20,000. Due are 3.478, 2.782, 1.043 and 0.695: three,
 * two, one and none, and the two largest remainders get one more: 3, 3, 1, 1. So does Sainte-Laguë; D'Hondt
 * gives 4, 3, 1, 0. (apportionment.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import type { Counted, TieBroken } from './counting.ts'
import { compare, fraction, type Fraction, writeFraction } from './exact.ts'
import { firstAmong } from './instant-runoff.ts'
import { type Election, papersToCount, standingIn } from './papers.ts'
import { seatHighest } from './plurality.ts'
import type { SeatStep } from './seat-steps.ts'
import { firstInLot, type Lot } from './ties.ts'

type Table = { election: Election; among: number[]; sizes: number[]; papers: number; empty: number }

function setTable(election: Election): Table {
  const papers = papersToCount(election, 'stop')
  const standing = standingIn(election)
  const sizes = firstAmong(papers, standing, election.candidates.length)
  const among = standing.filter((one) => (sizes[one] ?? 0) > 0)
  return { election, among, sizes, papers: papers.total, empty: papers.empty }
}

const sizeOf = ({ sizes }: Table, one: number) => BigInt(sizes[one] ?? 0)

function finish(table: Table, method: string, elected: number[], steps: SeatStep[]) {
  const { election, among, papers, empty } = table
  const seats = among.map((one) => elected.filter((each) => each === one).length)
  const all: SeatStep[] = [...steps, { kind: 'seats', candidates: among, seats }]
  const rounds = steps.length
  return { method, seats: election.seats, papers, empty, elected, rounds, steps: all }
}

/** Law 1. Refuses a tie for the last seat that no rule decides. */
export function countHamilton(election: Election, lot: Lot): Counted<SeatStep> {
  const table = setTable(election)
  const { among } = table
  const all = among.reduce((sum, one) => sum + sizeOf(table, one), 0n)
  const due = (one: number) => fraction(BigInt(election.seats) * sizeOf(table, one), all)
  const wholes = among.map((one) => Number(due(one).over / due(one).under))
  const left = election.seats - wholes.reduce((sum, whole) => sum + whole, 0)
  const rest = (one: number): Fraction => {
    const { over, under } = due(one)
    return fraction(over % under, under)
  }
  const order = (a: number, b: number) => compare(rest(b), rest(a))
  const { elected, ties, stuck } = seatHighest(among, among.length === 0 ? 0 : left, {
    lot,
    compare: order,
  })
  if (stuck) return refuse('tie-undecided', { among: stuck })
  const first = among.flatMap((one, at) => Array.from({ length: wholes[at] ?? 0 }, () => one))
  const dues: SeatStep = {
    kind: 'dues',
    candidates: among,
    dues: among.map((one) => writeFraction(due(one))),
    wholes,
    remaining: elected,
  }
  return finish(table, 'hamilton', [...first, ...elected], among.length > 0 ? [dues, ...ties] : [])
}

/** Laws 2 and 3: `divisor` of the seats that somebody has. */
function byQuotients(
  election: Election,
  lot: Lot,
  { method, divisor }: { method: string; divisor: (had: bigint) => bigint },
): Counted<SeatStep> {
  const table = setTable(election)
  const had = new Map(table.among.map((one) => [one, 0n]))
  const elected: number[] = []
  const steps: SeatStep[] = []
  const quotient = (one: number) => fraction(sizeOf(table, one), divisor(had.get(one) ?? 0n))
  while (elected.length < election.seats && table.among.length > 0) {
    const quotients = new Map(table.among.map((one) => [one, quotient(one)]))
    const at = (one: number) => quotients.get(one) ?? fraction(0n)
    const best = table.among.reduce((high, one) => (compare(at(one), at(high)) > 0 ? one : high))
    const level = table.among.filter((one) => compare(at(one), at(best)) === 0)
    const matters = level.length > election.seats - elected.length
    if (matters && !lot) return refuse('tie-undecided', { among: level })
    const chosen = matters ? firstInLot(lot ?? [], level) : best
    const tie: TieBroken = { kind: 'tie', among: level, chosen, purpose: 'elect', by: 'lot' }
    if (matters) steps.push(tie)
    elected.push(chosen)
    had.set(chosen, (had.get(chosen) ?? 0n) + 1n)
    const text = writeFraction(at(chosen))
    steps.push({ kind: 'seat', seat: elected.length, candidate: chosen, quotient: text })
  }
  return finish(table, method, elected, steps)
}

/** Law 2. */
export function countDHondt(election: Election, lot: Lot): Counted<SeatStep> {
  return byQuotients(election, lot, { method: 'dhondt', divisor: (had) => had + 1n })
}

/** Law 3. */
export function countSainteLague(election: Election, lot: Lot): Counted<SeatStep> {
  return byQuotients(election, lot, { method: 'sainte-lague', divisor: (had) => had * 2n + 1n })
}
