/**
 * The sections of a gathering's note.
 * 1. Each part of the running order has a heading that stands for it, in the order of the parts; what
 *    follows up to the next such heading belongs to it.
 * 2. A part that came later gets its heading before the next part's that is there, else at the end.
 * 3. A part with a new title gets its heading renamed, unless people wrote in the heading: what people
 *    wrote is never touched.
 * 4. A part that is gone keeps its section: somebody may have written there.
 */
import type { NoteJson } from './tree.ts'

export type Part = { item: string; title: string }

/** The item that a block is the heading of. */
export function itemOf({ type, attrs }: NoteJson): string | null {
  const item = attrs?.['item']
  return type === 'heading' && typeof item === 'string' && item !== '' ? item : null
}

export type Missing = Part & { before: string | null }

/** The parts without a heading, each with the item before whose heading it goes; null: to the end. */
export function missingParts(there: ReadonlySet<string>, parts: readonly Part[]): Missing[] {
  return parts.flatMap((part, at) => {
    if (there.has(part.item)) return []
    const next = parts.slice(at + 1).find(({ item }) => there.has(item))
    return [{ ...part, before: next?.item ?? null }]
  })
}

export type Section = { item: string | null; blocks: NoteJson[] }

/** The note cut at its headings: what comes before the first is of no item; the headings are left out. */
export function sectionsOf(note: NoteJson): Section[] {
  const sections: Section[] = [{ item: null, blocks: [] }]
  for (const block of note.content ?? []) {
    const item = itemOf(block)
    if (item !== null) sections.push({ item, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections.filter(({ item, blocks }) => item !== null || blocks.length > 0)
}

/** Whether nothing stands in a block or in all of these. */
export function isBare(blocks: readonly NoteJson[]): boolean {
  return blocks.every(
    ({ type, content = [] }) =>
      ['paragraph', 'heading', 'bulletList', 'listItem', 'taskList'].includes(type) &&
      isBare(content),
  )
}
