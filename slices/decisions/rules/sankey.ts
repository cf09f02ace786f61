/**
 * The picture of transfers as a Sankey diagram: where bands and what they join stand in a box.
 * 1. A column a stage, from left to right. In each stand those who hold something, one above the other in
 *    one order for all columns: who was elected, then who held most in the end; last what no longer counts.
 * 2. One scale for all heights: so high is a vote. Columns hold the same in all, so they are equally high.
 * 3. Between two columns what stays is a band, and each flow is one: they leave what they come from and
 *    reach what they go to without covering one another.
 * 4. More than so many candidates can't be read: those who never held as much as these are told as one.
 * Heights are for the eye, and floats; amounts stand in the text beside, exact.
 * Source of the form: M. H. Sankey, Minutes of Proceedings of the Institution of Civil Engineers 134 (1898).
 */
import { compare, type Fraction, plus, readFraction, sumOf, writeFraction, ZERO } from './exact.ts'
import type { Flow, Picture } from './picture.ts'

/** A candidate by index, all that are not told one by one, or what no longer counts. */
export type Who = number | 'others' | 'nobody'

export type Node = { stage: number; who: Who; votes: string; x: number; y: number; height: number }
export type Ribbon = {
  from: Who
  to: Who
  /** Whether it went over to somebody else; else it stayed. */
  moved: boolean
  x: number
  y: number
  toX: number
  toY: number
  height: number
}
export type Sankey = {
  width: number
  height: number
  columns: { stage: number; x: number }[]
  nodes: Node[]
  ribbons: Ribbon[]
}
export type Flows = Extract<Picture, { kind: 'flows' }>

/** How many candidates are told one by one. */
export const MOST_TOLD = 10
/** How wide a column is drawn. */
export const COLUMN = 10
const GAP = 14
const BETWEEN = 130
const VOTES_HEIGHT = 220

const exactly = (text: string | undefined): Fraction => readFraction(text ?? '0') ?? ZERO
const asNumber = ({ over, under }: Fraction): number => Number((over * 1_000_000n) / under) / 1e6

type Column = { stage: number; held: Map<Who, Fraction> }

/** Laws 1 and 4: who is told one by one, in which order. */
function orderOf({ stages }: Flows, elected: readonly number[]): number[] {
  const all = [...(stages[0]?.votes.keys() ?? [])]
  const most = (who: number) =>
    stages.map(({ votes }) => exactly(votes[who])).reduce((a, b) => (compare(a, b) < 0 ? b : a))
  const last = (who: number) => {
    const at = stages.findLastIndex(({ votes }) => compare(exactly(votes[who]), ZERO) > 0)
    return { at, votes: exactly(stages[at]?.votes[who]) }
  }
  const rank = (who: number) => (elected.includes(who) ? elected.indexOf(who) : elected.length)
  const told = all
    .map((who) => ({ who, most: most(who), rank: rank(who), last: last(who) }))
    .toSorted((a, b) => a.rank - b.rank || compare(b.most, a.most))
    .slice(0, all.length > MOST_TOLD ? MOST_TOLD - 1 : MOST_TOLD)
  return told
    .toSorted(
      (a, b) => a.rank - b.rank || b.last.at - a.last.at || compare(b.last.votes, a.last.votes),
    )
    .map(({ who }) => who)
}

function columnsOf({ stages }: Flows, told: readonly number[]): Column[] {
  return stages.map(({ stage, votes, nonTransferable }) => {
    const rest = sumOf(votes.flatMap((each, who) => (told.includes(who) ? [] : [exactly(each)])))
    const held = new Map<Who, Fraction>(told.map((who) => [who, exactly(votes[who])]))
    held.set('others', rest).set('nobody', exactly(nonTransferable))
    for (const [who, votesOf] of held) if (compare(votesOf, ZERO) <= 0) held.delete(who)
    return { stage, held }
  })
}

/** What goes from whom to whom into a stage, those told as one put together; within them nothing moves. */
function flowsInto(flows: readonly Flow[], told: readonly number[]) {
  const as = (who: number | null): Who =>
    who === null ? 'nobody' : told.includes(who) ? who : 'others'
  const summed = new Map<string, { from: Who; to: Who; votes: Fraction }>()
  for (const { from, to, votes } of flows) {
    const [a, b] = [as(from), as(to)]
    if (a === b) continue
    const before = summed.get(`${a} ${b}`)?.votes ?? ZERO
    summed.set(`${a} ${b}`, { from: a, to: b, votes: plus(before, exactly(votes)) })
  }
  return [...summed.values()]
}

function placed({ stage, held }: Column, at: number, scale: number): Node[] {
  let y = 0
  return [...held].map(([who, votes]) => {
    const height = asNumber(votes) * scale
    const node = { stage, who, votes: writeFraction(votes), x: at * BETWEEN, y, height }
    y += height + GAP
    return node
  })
}

/** Law 3: what joins two columns. */
function ribbonsBetween(
  before: readonly Node[],
  after: readonly Node[],
  flows: ReturnType<typeof flowsInto>,
  scale: number,
): Ribbon[] {
  const order = after.map(({ who }) => who)
  const rank = (who: Who) => order.indexOf(who)
  const left = new Map(before.map(({ who, y }) => [who, y]))
  const came = new Map(after.map(({ who, y }) => [who, y]))
  const ribbons: Ribbon[] = []
  const join = (from: Node, to: Node, height: number) => {
    const [y, toY] = [left.get(from.who) ?? 0, came.get(to.who) ?? 0]
    const [x, toX] = [from.x + COLUMN, to.x]
    const moved = from.who !== to.who
    ribbons.push({ from: from.who, to: to.who, moved, x, y, toX, toY, height })
    left.set(from.who, y + height)
    came.set(to.who, toY + height)
  }
  for (const from of before) {
    const to = after.find(({ who }) => who === from.who)
    const out = flows.filter((flow) => flow.from === from.who)
    const stays = from.height - out.reduce((sum, { votes }) => sum + asNumber(votes) * scale, 0)
    if (to && stays > 0) join(from, to, Math.min(stays, to.height))
  }
  for (const { from, to, votes } of flows.toSorted((a, b) => rank(a.to) - rank(b.to))) {
    const [one, other] = [
      before.find(({ who }) => who === from),
      after.find(({ who }) => who === to),
    ]
    if (one && other) join(one, other, asNumber(votes) * scale)
  }
  return ribbons
}

/** Where everything stands, for a picture of flows and who was elected, by index in their order. */
export function sankeyOf(picture: Flows, elected: readonly number[]): Sankey {
  const told = orderOf(picture, elected)
  const columns = columnsOf(picture, told)
  const most = columns.map(({ held }) => asNumber(sumOf(held.values())))
  const scale = VOTES_HEIGHT / Math.max(1, ...most)
  const placedIn = columns.map((column, at) => placed(column, at, scale))
  const ribbons = placedIn.slice(1).flatMap((after, at) => {
    const stage = after[0]?.stage
    const into = picture.flows.filter((flow) => flow.stage === stage)
    return ribbonsBetween(placedIn[at] ?? [], after, flowsInto(into, told), scale)
  })
  const nodes = placedIn.flat()
  return {
    width: (columns.length - 1) * BETWEEN + COLUMN,
    height: Math.max(0, ...nodes.map(({ y, height }) => y + height)),
    columns: columns.map(({ stage }, at) => ({ stage, x: at * BETWEEN })),
    nodes,
    ribbons,
  }
}
