/** Two hours of twenty authors: paragraphs typed key by key, one word in eight taken back. */
import * as Y from 'yjs'
import type { Reader, Transaction } from '#kernel/database.ts'
import { appendUpdate, foldNote } from '#slices/notes/store/texts.ts'
import { bindAuthor } from '#slices/notes/store/clients.ts'

const WORDS =
  'the keys are held by three people and who holds them next is for all of us to say'.split(' ')
const ROW_EVERY = 40

type Hall = { transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>; db: Reader }

/**
 * Types into a note as `authors` people until it has `characters`, merged as the hall merges
 * (so many keys a row); answers the bytes of the raw updates and the rows.
 */
export async function typeEvening(
  hall: Hall,
  note: `not_${string}`,
  { authors, characters, now }: { authors: number; characters: number; now: string },
): Promise<{ rows: number; history: number }> {
  const docs = Array.from({ length: authors }, () => new Y.Doc())
  const main = new Y.Doc()
  let pending: Uint8Array[] = []
  const rows: Uint8Array[] = []
  const texts = docs.map((doc) => {
    const before = Y.encodeStateVector(doc)
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    doc.getXmlFragment('note').insert(0, [paragraph])
    pending.push(Y.encodeStateAsUpdate(doc, before))
    doc.on('update', (update: Uint8Array) => pending.push(update))
    return text
  })
  let typed = 0
  for (let turn = 0; typed < characters; turn += 1) {
    const text = texts[turn % authors]
    if (!text) break
    const word = `${WORDS[turn % WORDS.length] ?? ''} `
    for (const sign of word) text.insert(text.length, sign)
    typed += word.length
    if (turn % 8 === 7) {
      for (let back = 0; back < word.length; back += 1) text.delete(text.length - 1, 1)
      typed -= word.length
    }
    if (pending.length < ROW_EVERY) continue
    rows.push(Y.mergeUpdates(pending))
    pending = []
  }
  if (pending.length > 0) rows.push(Y.mergeUpdates(pending))
  for (const row of rows) Y.applyUpdate(main, row)
  await hall.transact(async (tx) => {
    for (const [at, { clientID }] of docs.entries())
      await bindAuthor(tx, note, clientID, { who: `author:${at}`, name: `Author ${at}` }, now)
    for (const bytes of rows)
      await appendUpdate(tx, note, { begunAt: now, at: now, whos: [], bytes })
    await foldNote(tx, note)
  })
  return { rows: rows.length, history: rows.reduce((sum, { byteLength }) => sum + byteLength, 0) }
}
