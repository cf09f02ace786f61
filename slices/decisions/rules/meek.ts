/**
 * Single transferable vote by Meek's method (B. L. Meek, 1969; I. D. Hill, B. A. Wichmann and
 * D. R. Woodall, "Algorithm 123", 1987), with nine decimals, as Droop and stv-rs count it.
 * 1. Everybody who stands keeps all they receive: a keep factor of one. See meek-share.ts.
 * 2. The quota is what candidates hold together, divided by one more than the seats, cut off at nine
 *    decimals, plus 0.000000001. It falls as papers stop counting.
 * 3. Whoever reaches the quota is elected, at once, in the order of the paper.
 * 4. The surplus is what the elected hold above the quota. While it is more than 0.000001 and still
 *    falls, each elected candidate's factor is multiplied by the quota and divided by what they hold,
 *    both rounded up, and papers are shared out anew.
 * 5. When nobody was elected and the surplus is small or falls no more, whoever holds the least is
 *    out: factor zero. Those within the surplus of the least are level with it, and the lot decides.
 *    The surplus is the sum over the elected, whoever holds a little less than the quota taken off.
 *    Where what is cut off makes that sum negative when somebody must go out, nobody would be level
 *    with the least (the reference stops there): the count begins anew, and those below the quota
 *    add nothing. The reference has both as settings; this takes the second only where it must.
 * 6. When all seats are filled the others are out; when as many are left as seats, they are elected.
 *
 * Example: two seats, 6 Quillmarsh>Bakehouse, 2 Bakehouse, 3 Lantern. The quota is 11 by 3, and a
 * billionth. Quillmarsh holds 6 and needs 3.666666667 of them, so it keeps 0.611111112 of every paper, and
 * what is left gives Bakehouse more than the quota: both are elected. (meek.test.ts)
 */
import { refuse } from '#kernel/change.ts'
import type { Counted } from './counting.ts'
import { decimalText } from './exact.ts'
import { shareOut } from './meek-share.ts'
import type { MeekEvent, MeekStep } from './meek-steps.ts'
import { BIG_WHOLE, dividedUp, NINE, timesUp, WHOLE } from './nine.ts'
import { type Election, type Papers, papersToCount, standingIn } from './papers.ts'
import { firstInLot, type Lot } from './ties.ts'

const OMEGA = 1_000n

type Table = {
  papers: Papers
  seats: number
  lot: Lot
  /** Law 5, the second reading. */
  onlyAbove: boolean
  status: ('in' | 'elected' | 'out' | 'withdrawn')[]
  keep: Float64Array
  votes: bigint[]
  quota: bigint
  surplus: bigint
  elected: number[]
  round: number
  steps: MeekStep[]
}

const text = (units: bigint) => decimalText(units, NINE)
const heldIn = ({ votes }: Table) => votes.reduce((sum, each) => sum + each, 0n)
const who = ({ status }: Table, wanted: 'in' | 'elected') =>
  status.flatMap((each, candidate) => (each === wanted ? [candidate] : []))

function setTable(election: Election, lot: Lot, onlyAbove: boolean): Table {
  const papers = papersToCount(election, 'keep')
  const standing = new Set(standingIn(election))
  const status = election.candidates.map((_, one): 'in' | 'withdrawn' =>
    standing.has(one) ? 'in' : 'withdrawn',
  )
  const keep = Float64Array.from(status, (each) => (each === 'in' ? WHOLE : 0))
  const { seats } = election
  const none = { votes: [], quota: 0n, surplus: 0n, elected: [], round: 0, steps: [] }
  return { papers, seats, lot, onlyAbove, status, keep, ...none }
}

function tell(table: Table, told: MeekEvent): void {
  const { votes, keep, quota, surplus, round } = table
  table.steps.push({
    kind: 'meek',
    round,
    ...told,
    votes: votes.map(text),
    keep: Array.from(keep, (factor) => decimalText(factor, NINE)),
    quota: text(quota),
    surplus: text(surplus),
    nonTransferable: text(BigInt(table.papers.total) * BIG_WHOLE - heldIn(table)),
  })
}

function shareAnew(table: Table): void {
  table.votes = shareOut(table.papers, table.keep)
}

/** Law 2. */
function quotaOf(table: Table): bigint {
  return heldIn(table) / BigInt(table.seats + 1) + 1n
}

/** Law 3; true when somebody was elected. */
function electWhoReached(table: Table): boolean {
  const reached = who(table, 'in').filter((one) => (table.votes[one] ?? 0n) >= table.quota)
  for (const candidate of reached) {
    table.status[candidate] = 'elected'
    table.elected.push(candidate)
    tell(table, { what: 'elected', candidate })
  }
  return reached.length > 0
}

function surplusOf(table: Table): bigint {
  return who(table, 'elected')
    .map((one) => (table.votes[one] ?? 0n) - table.quota)
    .reduce((sum, over) => (table.onlyAbove && over < 0n ? sum : sum + over), 0n)
}

/** Law 4: the new factors, never above one. */
function adjustFactors(table: Table): void {
  for (const candidate of who(table, 'elected')) {
    const held = table.votes[candidate] ?? 0n
    if (held === 0n) continue
    const factor = dividedUp(timesUp(BigInt(table.keep[candidate] ?? 0), table.quota), held)
    table.keep[candidate] = factor > BIG_WHOLE ? WHOLE : Number(factor)
  }
}

/** Shares out until somebody is elected, the surplus is small, or it falls no more. */
function shareUntilSettled(table: Table): 'elected' | 'small' | 'stable' {
  let last = BigInt(table.papers.total) * BIG_WHOLE
  for (;;) {
    shareAnew(table)
    table.quota = quotaOf(table)
    const elected = electWhoReached(table)
    table.surplus = surplusOf(table)
    if (elected) return 'elected'
    if (table.surplus <= OMEGA) return 'small'
    if (table.surplus >= last) return 'stable'
    last = table.surplus
    adjustFactors(table)
  }
}

/** Law 5: who is level with the least. */
function leastIn(table: Table): number[] {
  const left = who(table, 'in')
  const held = left.map((one) => table.votes[one] ?? 0n)
  const least = held.reduce((low, each) => (each < low ? each : low), held[0] ?? 0n)
  return left.filter((_, at) => (held[at] ?? 0n) <= least + table.surplus)
}

function putOut(table: Table, candidate: number, what: 'out' | 'out-last'): void {
  table.status[candidate] = 'out'
  tell(table, { what, candidate })
  table.keep[candidate] = 0
  shareAnew(table)
}

/** One round; those between whom no rule decides (nobody: the count begins anew), else null. */
function playRound(table: Table): number[] | null {
  table.round++
  const why = shareUntilSettled(table)
  tell(table, { what: 'shared', why })
  if (why === 'elected') return null
  const level = leastIn(table)
  const [only = -1] = level
  if (level.length === 0 || (level.length > 1 && !table.lot)) return level
  const candidate = level.length > 1 ? firstInLot(table.lot ?? [], level) : only
  if (level.length > 1) tell(table, { what: 'tie', among: level, candidate })
  putOut(table, candidate, 'out')
  return null
}

/** Law 6. */
function settleTheRest(table: Table): void {
  for (const candidate of who(table, 'in')) {
    if (table.elected.length >= table.seats) {
      putOut(table, candidate, 'out-last')
      continue
    }
    table.status[candidate] = 'elected'
    table.elected.push(candidate)
    tell(table, { what: 'elected-last', candidate })
  }
}

/** Plays the rounds; those between whom no rule decides, else null. */
function playRounds(table: Table): number[] | null {
  shareAnew(table)
  table.quota = (BigInt(table.papers.total) * BIG_WHOLE) / BigInt(table.seats + 1) + 1n
  tell(table, { what: 'begin' })
  while (
    table.elected.length < table.seats &&
    who(table, 'in').length > table.seats - table.elected.length
  ) {
    const among = playRound(table)
    if (among) return among
  }
  settleTheRest(table)
  tell(table, { what: 'complete' })
  return null
}

/** Counts by Meek's method. Refuses when a tie is met and no rule for ties was declared. */
export function countMeek(election: Election, lot: Lot): Counted<MeekStep> {
  let table = setTable(election, lot, false)
  let among = playRounds(table)
  if (among?.length === 0) {
    table = setTable(election, lot, true)
    among = playRounds(table)
  }
  if (among) return refuse('tie-undecided', { among })
  const { seats, elected, round, steps, papers } = table
  const { total, empty } = papers
  return { method: 'meek', seats, papers: total, empty, elected, rounds: round, steps }
}
