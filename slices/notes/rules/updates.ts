/**
 * Whose an update is.
 *
 * 1. Every piece of text in an update carries the number of the client that wrote it; a client
 *    belongs to who wrote first with it, for good.
 * 2. Nobody brings pieces of a client that belongs to somebody else. Their own from earlier (from
 *    another browser, from a train) they bring whenever they come back.
 * 3. What only deletes may delete anything: everybody who writes may.
 */
import * as Y from 'yjs'

/** A piece that only says that there is nothing there (yet). */
function isHole(struct: Y.Item | Y.GC | Y.Skip): boolean {
  return struct instanceof Y.Skip
}

export type Update = { clients: number[]; deletes: boolean }

/** What is in an update; null when its bytes are no update. */
export function readUpdate(bytes: Uint8Array): Update | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const clients = new Set(structs.flatMap((struct) => (isHole(struct) ? [] : [struct.id.client])))
    return { clients: [...clients], deletes: ds.clients.size > 0 }
  } catch {
    return null
  }
}

/** Whether an update changes nothing. */
export function isEmpty({ clients, deletes }: Update): boolean {
  return clients.length === 0 && !deletes
}
