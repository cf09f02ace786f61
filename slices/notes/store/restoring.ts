/** Bringing an older version of a note back (rules/restoring.ts). */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { updatesBy } from '../rules/planting.ts'
import { bringBack } from '../rules/restoring.ts'
import type { Author } from './clients.ts'
import { noteAt } from './history.ts'
import type { NoteId } from './tables.ts'
import { docOf } from './texts.ts'
import { makeVersion } from './versions.ts'
import { newClient, writeAs, type Writing } from './writing.ts'

type Restoring = { version: number; restorer: Author; now: Instant }

/**
 * Brings a version back as a change that those who have the note open see at once. Answers the number
 * of the version that stood before, to take it back; null when it read so already.
 */
export async function restoreVersion(
  tx: Transaction,
  note: NoteId,
  { version, restorer, now }: Restoring,
): Promise<number | null> {
  const making = { kind: 'before' as const, label: null, by: restorer.who, now }
  const before = await makeVersion(tx, note, making)
  const { parts, authors } = await noteAt(tx, note, version)
  const doc = await docOf(tx, note)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const own = newClient()
  const clients = new Map<number, Author>([[own, restorer]])
  const byNumber = new Map<number, number>()
  for (const { number, who, name } of authors) {
    if (who === restorer.who) byNumber.set(number, own)
    else {
      const client = newClient()
      byNumber.set(number, client)
      clients.set(client, { who, name })
    }
  }
  const clientOf = (by: number | undefined) => (by === undefined ? own : (byNumber.get(by) ?? own))
  if (!bringBack(doc, parts, { restorer: own, clientOf })) return null
  const writings = updatesBy(doc, [...clients.keys()], known).flatMap((made): Writing[] => {
    const author = clients.get(made.client)
    return author ? [{ ...author, ...made }] : []
  })
  const first = writings[0] ?? deletion(doc, known, own, restorer)
  const rest = writings.slice(1)
  await writeAs(tx, note, [first, ...rest], { by: restorer.who, how: 'restored', now })
  return before
}

/** Where nothing had to be written, only deleted: an update without pieces. */
function deletion(
  doc: Y.Doc,
  known: Map<number, number>,
  client: number,
  restorer: Author,
): Writing {
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
  return { ...restorer, client, update }
}
