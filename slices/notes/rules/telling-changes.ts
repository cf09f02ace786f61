/**
 * What changed between two versions, in numbers that a sentence can say: how much each author put in,
 * how much was taken out, and under which headings.
 */
import type { Compared } from './comparing.ts'
import { lineText } from './lines.ts'

export type Changed = {
  /** Characters put in, by the number of the author; null: nobody is known. */
  added: { by: number | null; characters: number }[]
  removed: number
  /** Headings above lines that changed, each once, in the order of the text. */
  under: string[]
}

const length = (text: string): number => [...text].length

export function changedIn(compared: readonly Compared[]): Changed {
  const added = new Map<number | null, number>()
  const under = new Set<string>()
  let removed = 0
  let heading = ''
  for (const line of compared) {
    if (line.kind.startsWith('heading') && line.change !== 'removed') heading = lineText(line)
    if (line.change !== 'same' && heading !== '') under.add(heading)
    for (const { change, by, text } of line.runs) {
      if (change === 'removed') removed += length(text)
      if (change === 'added') added.set(by, (added.get(by) ?? 0) + length(text))
    }
  }
  return {
    added: [...added].map(([by, characters]) => ({ by, characters })),
    removed,
    under: [...under],
  }
}
