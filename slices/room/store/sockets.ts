/**
 * How many sockets each member of a room has on this node. Only the first that comes and the last
 * that goes matter to the room.
 */
import type { Hall } from '#kernel/hall.ts'
import { newId } from '#kernel/ids.ts'

type Node = { id: string; sockets: Map<string, number> }
const nodes = new WeakMap<Hall, Node>()

/** This process as a node: a new name at every start, so that lines of a killed one are seen to be lost. */
export function nodeOf(hall: Hall): Node {
  const known = nodes.get(hall)
  if (known) return known
  const fresh: Node = { id: newId('nod'), sockets: new Map() }
  nodes.set(hall, fresh)
  return fresh
}

/** One more (or, with -1, one less) socket of somebody; answers how many there are now. */
export function countSockets(hall: Hall, gathering: string, who: string, change: 1 | -1): number {
  const { sockets } = nodeOf(hall)
  const key = `${gathering} ${who}`
  const count = Math.max(0, (sockets.get(key) ?? 0) + change)
  if (count === 0) sockets.delete(key)
  else sockets.set(key, count)
  return count
}

/** Forgets the sockets of who was put out. */
export function forgetSockets(hall: Hall, gathering: string, who: string): void {
  nodeOf(hall).sockets.delete(`${gathering} ${who}`)
}

export function hasSockets(hall: Hall, gathering: string, who: string): boolean {
  return nodeOf(hall).sockets.has(`${gathering} ${who}`)
}
