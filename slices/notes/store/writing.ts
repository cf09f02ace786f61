/** Writing in a note without an editor: templates, what is imported, what is restored. */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note as enter } from '#kernel/record.ts'
import { Refused } from '#kernel/problem.ts'
import { NOTE_BYTES } from '../rules/limits.ts'
import { readUpdate } from '../rules/updates.ts'
import { type Author, bindAuthor } from './clients.ts'
import { appendUpdate, foldNote } from './texts.ts'
import { type NoteId, topicOf } from './tables.ts'

/** What somebody writes, under a client id that is theirs alone (`client` of the Y.Doc it was made in). */
export type Writing = Author & { client: number; update: Uint8Array; at?: Instant }

/** A client id for `writeAs`: chance, as Yjs takes its own. */
export function newClient(): number {
  return new Y.Doc().clientID
}

/**
 * Writes in a note as these authors, one after the other, and folds it. Those who have the note open
 * see it after the commit. An update holds only pieces of its own client, and deletions. Notes
 * `note.written` with those who wrote, and `how` ("imported", "restored", "template").
 */
export async function writeAs(
  tx: Transaction,
  note: NoteId,
  writings: readonly Writing[],
  { by, how, now }: { by: string | null; how: string; now: Instant },
): Promise<void> {
  for (const { client, who, name, update, at = now } of writings) {
    const read = readUpdate(update)
    if (!read || read.clients.some((other) => other !== client))
      throw new Error('an update is written under the client of its author')
    if (update.byteLength > NOTE_BYTES) throw new Refused('note-full')
    if ((await bindAuthor(tx, note, client, { who, name }, at)).who !== who)
      throw new Error('this client writes for somebody else')
    await appendUpdate(tx, note, { begunAt: at, at, whos: [who], bytes: update })
  }
  await foldNote(tx, note)
  const whos = [...new Set(writings.map(({ who }) => who))].slice(0, 200)
  await enter(tx, topicOf(note), [{ kind: 'note.written', data: { how, whos } }], {
    now,
    actor: by,
  })
}
