/**
 * Bringing an older version back: a change forward, never a text put in place of another.
 *
 * 1. Blocks that stand in both stay untouched; those only in the older one are written anew, those
 *    only in the newer one are deleted. What others write meanwhile stays.
 * 2. What is written anew keeps its authors; that it was brought back, and by whom, is in the record.
 */
import { diffArrays } from 'diff'
import * as Y from 'yjs'
import { plainDoc, type Part } from './formats/authored.ts'
import { partsOfDoc } from './formats/from-doc.ts'
import { type ClientOf, plant } from './planting.ts'
import { fragmentOf } from './tree.ts'

/** Makes `doc` read as `wanted`; answers whether anything had to change. */
export function bringBack(
  doc: Y.Doc,
  wanted: readonly Part[],
  { restorer, clientOf }: { restorer: number; clientOf: ClientOf },
): boolean {
  const name = (part: Part) => JSON.stringify(plainDoc(part))
  const now = partsOfDoc(doc, () => undefined)
  const empty = fragmentOf(doc).length === 0
  const changes = diffArrays(empty ? [] : now.map(name), wanted.map(name))
  let [at, from] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (removed) {
      doc.clientID = restorer
      doc.transact(() => fragmentOf(doc).delete(at, count))
    } else {
      if (added) plant(doc, at, wanted.slice(from, from + count), clientOf)
      at += count
      from += count
    }
  }
  return changes.some(({ added, removed }) => added || removed)
}
