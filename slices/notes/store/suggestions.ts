/** Taking a suggestion in: a change forward, by who suggested it. */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { textAt } from '../rules/passages.ts'
import { rewrite } from '../rules/suggesting.ts'
import { nameOf } from './circle-notes.ts'
import type { Comment } from './comments.ts'
import { passageOf, sheetOf } from './talks.ts'
import { docOf } from './texts.ts'
import { newClient, writeAs } from './writing.ts'

/**
 * Writes the words of a suggestion where its passage stands; what they have in common with it stays
 * with who wrote it. Refuses `suggestion-stale` when the passage does not read as it did.
 */
export async function writeSuggestion(
  tx: Transaction,
  comment: Comment,
  { by, now }: { by: string | null; now: Instant },
): Promise<void> {
  const { note, who, quote, proposed } = comment
  const doc = await docOf(tx, note)
  const sheet = sheetOf(doc)
  const found = passageOf(comment, sheet)
  const place = found && found.words === quote ? textAt(sheet.script, found.range) : null
  if (!place || quote === null || proposed === null) throw new Refused('suggestion-stale')
  const before = Y.encodeStateVector(doc)
  const client = newClient()
  doc.clientID = client
  rewrite(doc, place, { before: quote, after: proposed })
  const update = Y.encodeStateAsUpdate(doc, before)
  const writing = { who, name: await nameOf(tx, who), client, update }
  await writeAs(tx, note, [writing], { by, how: 'suggested', now })
}
