/** Reading and writing under a heading that stands for an item: for slices that fill in a note. */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { grow } from '../rules/growing.ts'
import { itemOf, sectionsOf } from '../rules/sections.ts'
import { documentOf, fragmentOf, type NoteJson } from '../rules/tree.ts'
import { noteDocument } from './documents.ts'
import { noteOf } from './notes.ts'
import { writeAsHall } from './sections.ts'
import type { NoteId } from './tables.ts'

/** What stands under the heading of an item; nothing where there is no such heading. */
export async function writtenUnder(db: Reader, note: NoteId, item: string): Promise<NoteJson[]> {
  const sections = sectionsOf(await noteDocument(db, note))
  return sections.filter((one) => one.item === item).flatMap(({ blocks }) => blocks)
}

/** Where the part of an item ends, counted in blocks; the end of the note where it has none. */
function endOfPart(doc: Y.Doc, item: string | null): number {
  const blocks = documentOf(doc).content ?? []
  const heading = item === null ? -1 : blocks.findIndex((block) => itemOf(block) === item)
  if (heading < 0) return fragmentOf(doc).length
  const next = blocks.findIndex((block, at) => at > heading && itemOf(block) !== null)
  return next < 0 ? fragmentOf(doc).length : next
}

type Under = {
  item: string | null
  blocks: readonly NoteJson[]
  how: string
  by: string | null
  now: Instant
}

/** Writes blocks as the hall, at the end of an item's part; an approved note stays as it is. */
export async function writeUnder(
  tx: Transaction,
  note: NoteId,
  { item, blocks, ...by }: Under,
): Promise<void> {
  const there = await noteOf(tx, note)
  if (!there || there.approved_at !== null || blocks.length === 0) return
  await writeAsHall(
    tx,
    note,
    (doc) => doc.transact(() => fragmentOf(doc).insert(endOfPart(doc, item), blocks.flatMap(grow))),
    by,
  )
}
