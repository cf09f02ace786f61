/** Blocks written into a note by several people at once: what a demo and stories begin with. */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Part } from '../rules/formats/authored.ts'
import { plant, updatesBy } from '../rules/planting.ts'
import { fragmentOf } from '../rules/tree.ts'
import type { Author } from './clients.ts'
import type { NoteId } from './tables.ts'
import { docOf } from './texts.ts'
import { newClient, writeAs } from './writing.ts'

export type Planted = {
  /** Runs of text say by their place in `authors` whose they are. */
  blocks: readonly Part[]
  authors: readonly Author[]
  /** When it was written. */
  at: Instant
  how: string
  now: Instant
}

/** Writes blocks at the end of a note, each run of text as its author; the rest as the first. */
export async function plantBlocks(
  tx: Transaction,
  note: NoteId,
  { blocks, authors, at, how, now }: Planted,
): Promise<void> {
  const doc = await docOf(tx, note)
  const before = Y.decodeStateVector(Y.encodeStateVector(doc))
  const clients = authors.map(newClient)
  const first = clients[0] ?? newClient()
  const clientOf = (by: number | undefined) => clients[by ?? 0] ?? first
  plant(doc, fragmentOf(doc).length, blocks, clientOf)
  const writings = updatesBy(doc, clients, before).flatMap(({ client, update }) => {
    const author = authors[clients.indexOf(client)]
    return author ? [{ ...author, client, update, at }] : []
  })
  await writeAs(tx, note, writings, { by: null, how, now })
}
