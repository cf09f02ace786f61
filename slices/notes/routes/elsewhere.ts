/**
 * How many write in a note, counted over all nodes of the hall: each node tells the others how many sit
 * with it, when that changes and every so often; of one that is heard no more nobody sits. Two who come
 * in the same instant on two nodes may both be let in by the last place.
 */
export const COUNT_MS = 20_000
const HEARD_MS = 50_000

export type Elsewhere = {
  /** A node told how many sit with it. */
  heard(node: string, seats: number): void
  /** How many sit on other nodes. */
  count(): number
}

export function createElsewhere(now: () => number = () => performance.now()): Elsewhere {
  const nodes = new Map<string, { seats: number; at: number }>()
  return {
    heard(node, seats) {
      nodes.set(node, { seats, at: now() })
    },
    count() {
      for (const [node, { at }] of nodes) if (now() - at > HEARD_MS) nodes.delete(node)
      return [...nodes.values()].reduce((sum, { seats }) => sum + seats, 0)
    },
  }
}
