/**
 * Sorting people into groups.
 * 1. Whoever is asked is sorted into exactly one group, and nobody twice.
 * 2. A pair stays together, whatever the way; somebody in two pairs keeps both with them.
 * 3. Sizes differ by at most one. Only what has to stay together (pairs, and co-ops that are kept
 *    together) can make the difference larger, and then never larger than the largest of it.
 * 4. By lot: the lot decides. Spread: the members of one co-op are spread over the groups, so that
 *    (pairs aside) no two groups differ by more than one of them. Together: the members of one co-op
 *    stay in one group.
 * 5. By choice: who chose is where they chose, who did not goes where the fewest are. By hand: as
 *    the facilitators said, and nobody else is sorted.
 * 6. Who comes late goes where the fewest are and a place is free, else nowhere: they stay in the
 *    main hall until somebody places them.
 * 7. Who hosts a group is in it, with whoever is paired with them.
 * The lot is given as numbers from 0 to below 1, so that the same lot gives the same groups.
 */
import type { Way, Who } from './state.ts'

export type Sortable = {
  who: Who
  /** The member co-op that they belong to, or speak for; null: none. */
  coop: string | null
}
type Lot = () => number
export type Sorting = {
  people: readonly Sortable[]
  groups: number
  way: Way
  /** Who hosts each group, by its place. */
  hosts?: readonly (Who | null)[]
  pairs?: readonly (readonly [Who, Who])[]
  lot: Lot
}

/** In the order of a lot (Fisher and Yates). */
function shuffled<T>(all: readonly T[], lot: Lot): T[] {
  const out = [...all]
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(lot() * (at + 1))
    const [a, b] = [out[at], out[other]]
    if (a !== undefined && b !== undefined) [out[at], out[other]] = [b, a]
  }
  return out
}

/** People who stay together, by their pairs (law 2). */
function clustersOf(
  people: readonly Sortable[],
  pairs: readonly (readonly [Who, Who])[],
): Sortable[][] {
  const clusters = new Map(people.map((one) => [one.who, [one]]))
  for (const [a, b] of pairs) {
    const [first, second] = [clusters.get(a), clusters.get(b)]
    if (!first || !second || first === second) continue
    const both = [...first, ...second]
    for (const { who } of both) clusters.set(who, both)
  }
  return [...new Set(clusters.values())]
}

/** Members of one co-op in one cluster, and those without a co-op each alone. */
function joined(clusters: readonly Sortable[][]): Sortable[][] {
  const pairs = clusters.flatMap((cluster) =>
    cluster.slice(1).flatMap(({ who }) => (cluster[0] ? [[cluster[0].who, who] as const] : [])),
  )
  const people = clusters.flat()
  const byCoop = Map.groupBy(people, ({ coop }) => coop)
  byCoop.delete(null)
  const coops = [...byCoop.values()].flatMap((all) =>
    all.slice(1).flatMap(({ who }) => (all[0] ? [[all[0].who, who] as const] : [])),
  )
  return clustersOf(people, [...pairs, ...coops])
}

function fromCoop(group: readonly Sortable[], cluster: readonly Sortable[]): number {
  return cluster.reduce(
    (sum, { coop }) => sum + (coop ? group.filter((one) => one.coop === coop).length : 0),
    0,
  )
}

/** Each cluster into the smallest group; of equal ones, where the fewest of the same co-op are. */
function deal(
  clusters: readonly Sortable[][],
  seated: readonly Sortable[][],
  spread: boolean,
): Sortable[][] {
  const dealt = seated.map((group) => [...group])
  for (const cluster of clusters) {
    const best = dealt.reduce((least, one) => {
      const bySize = one.length - least.length
      const byCoop = spread ? fromCoop(one, cluster) - fromCoop(least, cluster) : 0
      return (bySize || byCoop) < 0 ? one : least
    })
    best.push(...cluster)
  }
  return dealt
}

/** In turns, one co-op after the other: nobody is alone of a co-op where it can be helped. */
function inTurns(people: readonly Sortable[], groups: number): Sortable[][] {
  const dealt: Sortable[][] = Array.from({ length: groups }, () => [])
  const byCoop = [...Map.groupBy(people, ({ coop }) => coop).values()]
  for (const [at, one] of byCoop
    .toSorted((a, b) => b.length - a.length)
    .flat()
    .entries())
    dealt[at % groups]?.push(one)
  return dealt
}

/** Each host in their group with whoever stays with them (law 7); in the first of several. */
function seats(
  clusters: readonly Sortable[][],
  groups: number,
  hosts: readonly (Who | null)[],
): Sortable[][] {
  const seated = new Set<Sortable[]>()
  return Array.from({ length: groups }, (_, at) => {
    const own = clusters.find((cluster) => cluster.some(({ who }) => who === hosts[at]))
    if (!own || seated.has(own)) return []
    seated.add(own)
    return [...own]
  })
}

/** Who goes into which group, by its place (laws 1 to 4 and 7). */
export function sortPeople(sorting: Sorting): Who[][] {
  const { people, groups, way, hosts = [], pairs = [], lot } = sorting
  if (groups < 1) return []
  const named = (all: Sortable[][]) => all.map((group) => group.map(({ who }) => who))
  if (way === 'hand') return Array.from({ length: groups }, () => [])
  const drawn = clustersOf(shuffled(people, lot), pairs)
  const whole = way === 'together' ? joined(drawn) : drawn
  const seated = seats(whole, groups, hosts)
  const free = whole.filter((cluster) => !seated.flat().some((one) => cluster.includes(one)))
  const alone = seated.flat().length === 0 && free.every(({ length }) => length === 1)
  if (way === 'spread' && alone) return named(inTurns(free.flat(), groups))
  const largest = free.toSorted((a, b) => b.length - a.length)
  return named(deal(largest, seated, way === 'spread'))
}

export type Room = { id: string; places: number | null; count: number }

/** Where somebody goes who comes late or did not choose (laws 5 and 6); null: nowhere. */
export function freePlace(rooms: readonly Room[]): string | null {
  const free = rooms.filter(({ places, count }) => places === null || count < places)
  return free.toSorted((a, b) => a.count - b.count)[0]?.id ?? null
}
