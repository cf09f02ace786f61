/**
 * Other words for a passage, written into its text: what stays the same stays untouched, with who
 * wrote it; only what is new is written, by the client of the document.
 */
import { diffWordsWithSpace } from 'diff'
import type * as Y from 'yjs'

/** Words that take longer to compare are replaced whole. */
const LONGEST_MS = 50

/** A step of a comparison: words that stay, come or go. */
export type Step = { text: string; change: 'same' | 'added' | 'removed' }

/** From some words to others, word by word. */
export function stepsBetween(before: string, after: string): Step[] {
  const steps = diffWordsWithSpace(before, after, { timeout: LONGEST_MS })
  if (!steps)
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ]
  return steps.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** Puts `after` where `before` stands in the text, which is `at` so many characters into it. */
export function rewrite(
  doc: Y.Doc,
  { text, at }: { text: Y.XmlText; at: number },
  { before, after }: { before: string; after: string },
): void {
  doc.transact(() => {
    let place = at
    for (const step of stepsBetween(before, after)) {
      if (step.change === 'removed') text.delete(place, step.text.length)
      else {
        if (step.change === 'added') text.insert(place, step.text)
        place += step.text.length
      }
    }
  })
}
