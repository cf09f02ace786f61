/**
 * Who wrote how much.
 *
 * 1. A character belongs to the client that wrote it, a client to one author (rules/updates).
 * 2. What counts is what stands in the note, in characters as people count them (code points); what
 *    was deleted counts for nobody.
 * 3. Authors are numbered in the order in which they were first seen in the note; the number is their
 *    colour and never changes.
 * 4. Who was erased keeps the number and the text, not the name.
 */
import * as Y from 'yjs'
import { type Branch, branchOf, childrenOf, fragmentOf, isRun } from './tree.ts'

export type Binding = {
  client: number
  number: number
  who: string
  name: string | null
  /** As `#rrggbb`, the colour they had in the file they came from. */
  color: string | null
}
export type Author = Omit<Binding, 'client'> & { clients: number[]; characters: number }

/** What the hall itself writes: templates, what it carries over. */
export const HALL = 'hall'
/** Begins the `who` of authors that are known only from an imported note. */
export const IMPORTED = 'author:'
/** Begins the `who` of those who were erased. */
export const GONE = 'gone:'

function countIn(branch: Branch, counts: Map<number, number>): void {
  for (const twig of branch.content) {
    if (isRun(twig)) {
      counts.set(twig.client, (counts.get(twig.client) ?? 0) + [...twig.text].length)
    } else countIn(twig, counts)
  }
}

/** Characters that stand in the note, by client. */
export function charactersByClient(doc: Y.Doc): Map<number, number> {
  const counts = new Map<number, number>()
  for (const block of childrenOf(fragmentOf(doc)))
    if (block instanceof Y.XmlElement) countIn(branchOf(block, true), counts)
  return counts
}

/** The authors with their share, those first seen first. */
export function sharesOf(
  counts: ReadonlyMap<number, number>,
  bindings: readonly Binding[],
): Author[] {
  const authors = new Map<number, Author>()
  for (const { client, number, who, name, color } of bindings) {
    const before = authors.get(number)
    authors.set(number, {
      number,
      who,
      name,
      color: before?.color ?? color,
      clients: [...(before?.clients ?? []), client],
      characters: (before?.characters ?? 0) + (counts.get(client) ?? 0),
    })
  }
  return [...authors.values()]
}
