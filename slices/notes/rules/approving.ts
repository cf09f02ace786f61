/**
 * What approval freezes: the text of a note as canonical JSON, with its title and its id. Its
 * sha-256 is what people compare; the same text always gives the same bytes.
 */
import { canonical } from '#kernel/canonical.ts'
import { wellFormed } from './handing-on.ts'
import type { NoteJson } from './tree.ts'

export const NOTE_FORMAT = 'moothall-note'

/** The text that is hashed when a note is approved. */
export function frozenText(note: { id: string; title: string }, text: NoteJson): string {
  return canonical({
    format: NOTE_FORMAT,
    version: 1,
    note: note.id,
    title: note.title,
    text: wellFormed(text),
  })
}
