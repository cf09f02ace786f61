/** Choosing words of a note, as its pages do: by the piece they stand in. */
import type { Passage } from '#slices/notes/api/comments.ts'
import { readNoteText } from '#slices/notes/api/reading.ts'
import type { NoteId } from '#slices/notes/index.ts'
import type { Browser } from './browser.ts'

/** These words, where they first stand in a piece of one line that this caller reads. */
export async function wordsOf(browser: Browser, note: NoteId, quote: string): Promise<Passage> {
  const { pieces } = await browser.call(readNoteText, { params: { note } })
  for (const { key, html } of pieces) {
    const offset = html.replaceAll(/<[^>]+>/g, '').indexOf(quote)
    if (offset < 0) continue
    return { from: { key, offset }, to: { key, offset: offset + quote.length }, quote }
  }
  throw new Error(`nobody wrote “${quote}”`)
}
