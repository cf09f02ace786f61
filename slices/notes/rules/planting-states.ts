/**
 * The states a text had, one after the other, as what its authors wrote from each to the next: so a
 * file with saved revisions becomes a note with versions.
 */
import * as Y from 'yjs'
import type { Part } from './formats/authored.ts'
import { updatesBy } from './planting.ts'
import { bringBack } from './restoring.ts'

export type States = {
  states: Part[]
  /** How many authors there are. */
  authors: number
  /** The client of each, and at the end that of whoever is not known. */
  clients: number[]
}

export type Step = Array<{ client: number; update: Uint8Array }>

/** For each state, the updates of those who wrote what is new in it. */
export function plantStates({ states, authors, clients }: States): Step[] {
  const doc = new Y.Doc()
  const other = clients[authors] ?? doc.clientID
  const clientOf = (by: number | undefined) => (by === undefined ? other : (clients[by] ?? other))
  return states.map(({ content = [] }) => {
    const before = Y.decodeStateVector(Y.encodeStateVector(doc))
    if (!bringBack(doc, content, { restorer: other, clientOf })) return []
    const changed = clients.filter((client) => (before.get(client) ?? 0) < clockOf(doc, client))
    const updates = updatesBy(doc, changed, before)
    if (updates.length > 0) return updates
    return [{ client: other, update: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(before)) }]
  })
}

function clockOf(doc: Y.Doc, client: number): number {
  return Y.decodeStateVector(Y.encodeStateVector(doc)).get(client) ?? 0
}
