/**
 * Transfers of whole piles with inclusive surpluses (weighted inclusive Gregory): what the Scottish
 * rules and the WIGM reference rule have in common. Amounts are whole numbers of units; the method
 * says how many decimals a unit stands for, what the quota is, what a paper of a surplus is worth, and
 * how a tie is told apart. Once as many are left as seats, nothing more is transferred. With groups,
 * at-least.ts says who may not be elected, and who may not be excluded.
 */
import { refuse } from '#kernel/change.ts'
import { type AtLeast, checkGroups, mayElect, mayExclude } from './at-least.ts'
import type { Counted, Moved, Step } from './counting.ts'
import { decimalText } from './exact.ts'
import { type Election, type Papers, papersToCount, standingIn } from './papers.ts'
import { byEarlierStage, lowestOf, highestOf } from './stages.ts'
import type { Lot } from './ties.ts'

export type TransferRules = {
  method: string
  /** Decimals that are kept. */
  places: number
  /** The quota in units. */
  quota(papers: number, seats: number, whole: number): number
  /** What a paper worth `value` is worth when a surplus of so many votes goes on; in units. */
  worth(value: bigint, surplus: bigint, votes: bigint): bigint
  /** Does an earlier stage tell tied candidates apart, before the lot? */
  earlierStages: boolean
}

/** Papers that were received together, each with one value in units. */
type Parcel = { value: number; papers: number[] }

type Table = {
  rules: TransferRules
  /** A vote in units. */
  whole: number
  papers: Papers
  seats: number
  quota: number
  lot: Lot
  groups: readonly AtLeast[]
  /** 1 for who continues. */
  continuing: Uint8Array
  votes: number[]
  lost: number
  parcels: Parcel[][]
  /** Who is elected with a surplus still to pass on. */
  surplus: number[]
  /** Votes at the end of each stage. */
  past: number[][]
  elected: number[]
  steps: Step[]
  /** Between whom no rule decided. */
  stuck: number[] | null
}

const text = ({ rules }: Table, units: number) => decimalText(units, rules.places)

function setTable(election: Election, lot: Lot, rules: TransferRules): Table {
  const papers = papersToCount(election, 'stop')
  const continuing = new Uint8Array(election.candidates.length)
  for (const candidate of standingIn(election)) continuing[candidate] = 1
  const whole = 10 ** rules.places
  return {
    rules,
    whole,
    papers,
    seats: election.seats,
    quota: rules.quota(papers.total, election.seats, whole),
    lot,
    groups: election.groups ?? [],
    continuing,
    votes: election.candidates.map(() => 0),
    lost: 0,
    parcels: election.candidates.map(() => []),
    surplus: [],
    past: [],
    elected: [],
    steps: [],
    stuck: null,
  }
}

/** The first on a paper who continues, or -1: whoever stands before has passed it on. */
function nextOn({ papers, continuing }: Table, paper: number): number {
  const end = papers.starts[paper + 1] ?? 0
  for (let at = papers.starts[paper] ?? 0; at < end; at++) {
    const candidate = papers.marks[at] ?? 0
    if (continuing[candidate] === 1) return candidate
  }
  return -1
}

/** Hands papers on, each worth `value` now; says what moved where. */
function handOn(table: Table, papers: Iterable<number>, value: number): Moved {
  const piles: number[][] = table.votes.map(() => [])
  const sums = table.votes.map(() => 0)
  let [all, stopped] = [0, 0]
  for (const paper of papers) {
    const count = table.papers.counts[paper] ?? 0
    const next = nextOn(table, paper)
    all += count
    if (next === -1) stopped += count
    else {
      piles[next]?.push(paper)
      sums[next] = (sums[next] ?? 0) + count
    }
  }
  const to: Moved['to'] = []
  piles.forEach((pile, candidate) => {
    if (pile.length === 0) return
    const received = sums[candidate] ?? 0
    table.parcels[candidate]?.push({ value, papers: pile })
    table.votes[candidate] = (table.votes[candidate] ?? 0) + received * value
    to.push({ candidate, papers: received, votes: text(table, received * value) })
  })
  return { value: text(table, value), papers: all, to, lost: text(table, stopped * value) }
}

/** Ends a stage: who reached the quota is elected, the most votes first. */
function endStage(table: Table): { votes: string[]; nonTransferable: string } {
  const { votes } = table
  table.lost = table.papers.total * table.whole - votes.reduce((sum, each) => sum + each, 0)
  table.past.push([...votes])
  return { votes: votes.map((each) => text(table, each)), nonTransferable: text(table, table.lost) }
}

function electWhoReached(table: Table): void {
  const { votes, continuing, quota } = table
  const reached = votes.flatMap((each, index) =>
    continuing[index] === 1 && each >= quota ? [index] : [],
  )
  if (reached.length === 0) return
  const ordered = reached.toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b)
  const fitting: number[] = []
  for (const one of ordered) if (mayElect(openIn(table, fitting), one)) fitting.push(one)
  if (fitting.length === 0) return
  takeSeats(table, fitting, 'quota')
  table.surplus.push(...fitting.filter((candidate) => (votes[candidate] ?? 0) > quota))
}

/** What groups still need, as if `also` were elected. */
function openIn(table: Table, also: number[] = []) {
  const { elected, seats, groups } = table
  const among = continuingIn(table).filter((one) => !also.includes(one))
  return { elected: [...elected, ...also], among, seats, groups }
}

/** Who can't be elected any more, with all groups served. */
function doomedIn(table: Table): number[] {
  if (table.groups.length === 0) return []
  const open = openIn(table)
  return open.among.filter((one) => !mayElect(open, one))
}

/** Who may be excluded: those who are doomed, else everybody whom no group needs. */
function excludable(table: Table): number[] {
  const among = continuingIn(table)
  if (table.groups.length === 0) return among
  const stage = table.past.length
  const doomed = doomedIn(table)
  if (doomed.length > 0) {
    table.steps.push({ kind: 'doomed', stage, candidates: doomed })
    return doomed
  }
  const open = openIn(table)
  const free = among.filter((one) => mayExclude(open, one))
  const guarded = among.filter((one) => !free.includes(one))
  const lowest = lowestOf(among, table.votes)
  if (lowest.some((one) => guarded.includes(one)))
    table.steps.push({ kind: 'guarded', stage, candidates: guarded })
  return free.length > 0 ? free : among
}

function takeSeats(table: Table, candidates: number[], why: 'quota' | 'last'): void {
  for (const candidate of candidates) table.continuing[candidate] = 0
  table.elected.push(...candidates)
  table.steps.push({ kind: 'elected', stage: table.past.length, candidates, why })
}

const continuingIn = ({ continuing }: Table) =>
  [...continuing].flatMap((mark, index) => (mark === 1 ? [index] : []))

/** When as many continue as seats are left they are elected; true when the count is over. */
function fillLast(table: Table): boolean {
  const left = continuingIn(table)
  const seats = table.seats - table.elected.length
  if (seats > 0 && left.length > seats) return false
  if (seats > 0 && left.length > 0) {
    const { votes } = table
    takeSeats(
      table,
      left.toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b),
      'last',
    )
  }
  return true
}

/** Whom a tie falls on; null when no rule decides. */
function decide(table: Table, tied: number[], purpose: 'exclude' | 'transfer'): number | null {
  const [first] = tied
  if (tied.length === 1 && first !== undefined) return first
  const pick = purpose === 'exclude' ? lowestOf : highestOf
  const past = table.rules.earlierStages ? table.past : []
  const broken = byEarlierStage({ past, tied, pick, lot: table.lot, purpose })
  if (broken) table.steps.push(broken)
  else table.stuck = tied
  return broken?.chosen ?? null
}

function passSurplus(table: Table): void {
  const largest = highestOf(table.surplus, table.votes)
  const candidate = decide(table, largest, 'transfer')
  if (candidate === null) return
  table.surplus = table.surplus.filter((one) => one !== candidate)
  const votes = table.votes[candidate] ?? 0
  const surplus = votes - table.quota
  const parcels = table.parcels[candidate] ?? []
  table.parcels[candidate] = []
  table.votes[candidate] = table.quota
  const worth = (value: number) =>
    Number(table.rules.worth(BigInt(value), BigInt(surplus), BigInt(votes)))
  const moved = byValue(parcels).map(({ value, papers }) => handOn(table, papers, worth(value)))
  const stage = table.past.length + 1
  const standing = endStage(table)
  table.steps.push({
    kind: 'surplus',
    stage,
    candidate,
    surplus: text(table, surplus),
    moved,
    ...standing,
  })
}

function exclude(table: Table): void {
  const fewest = lowestOf(excludable(table), table.votes)
  const candidate = decide(table, fewest, 'exclude')
  if (candidate === null) return
  table.continuing[candidate] = 0
  if (continuingIn(table).length <= table.seats - table.elected.length) {
    const last = table.past.length + 1
    table.steps.push({ kind: 'exclusion', stage: last, candidate, moved: [], ...endStage(table) })
    return
  }
  const parcels = table.parcels[candidate] ?? []
  table.parcels[candidate] = []
  table.votes[candidate] = 0
  const moved = byValue(parcels).map(({ value, papers }) => handOn(table, papers, value))
  const stage = table.past.length + 1
  table.steps.push({ kind: 'exclusion', stage, candidate, moved, ...endStage(table) })
}

/** Parcels of one value laid together, the most worth first. */
function byValue(parcels: Parcel[]): Parcel[] {
  const together = new Map<number, number[]>()
  for (const { value, papers } of parcels) {
    const pile = together.get(value)
    if (pile) for (const paper of papers) pile.push(paper)
    else together.set(value, papers)
  }
  return [...together]
    .map(([value, papers]) => ({ value, papers }))
    .toSorted((a, b) => b.value - a.value)
}

function firstStage(table: Table): void {
  const { papers, quota, seats } = table
  table.steps.push({ kind: 'quota', quota: text(table, quota), papers: papers.total, seats })
  handOn(table, papers.counts.keys(), table.whole)
  table.steps.push({ kind: 'first-preferences', stage: 1, ...endStage(table) })
}

/** Counts by transfers. Refuses when a tie is met and no rule for ties was declared. */
export function countTransfers(election: Election, lot: Lot, rules: TransferRules): Counted {
  const table = setTable(election, lot, rules)
  const refused = checkGroups(openIn(table))
  if (refused) return refused
  firstStage(table)
  electWhoReached(table)
  while (!fillLast(table)) {
    if (table.surplus.length > 0 && doomedIn(table).length === 0) passSurplus(table)
    else exclude(table)
    if (table.stuck) return refuse('tie-undecided', { among: table.stuck })
    electWhoReached(table)
  }
  const { papers, seats, elected, past, steps } = table
  const { total, empty } = papers
  const rounds = past.length
  return { method: rules.method, seats, papers: total, empty, elected, rounds, steps }
}
