/**
 * What a new note can begin from: three that the hall brings, in the language of who takes one, and
 * the templates of a circle. A template is copied; the note is not bound to it.
 */
import type { NoteJson } from './tree.ts'

export const BUILT_IN = ['minutes', 'decision', 'retrospective'] as const
export type BuiltIn = (typeof BUILT_IN)[number]

/** A block of a template: a heading, a hint, an open task, an open list. */
export type Line<W> = ['h' | 'p' | 'task' | 'list', W]

const text = (words: string): NoteJson[] => [{ type: 'text', text: words }]
const paragraph = (words: string): NoteJson => ({
  type: 'paragraph',
  content: words ? text(words) : [],
})

/** The blocks that lines make. */
export function blocksOf(lines: readonly Line<string>[]): NoteJson[] {
  return lines.flatMap(([kind, words]): NoteJson[] => {
    if (kind === 'h') return [{ type: 'heading', attrs: { level: 2 }, content: text(words) }]
    if (kind === 'p') return [paragraph(words)]
    const item = kind === 'task' ? 'taskItem' : 'listItem'
    const list = kind === 'task' ? 'taskList' : 'bulletList'
    return [{ type: list, content: [{ type: item, content: [paragraph(words)] }] }]
  })
}

/** The text of a circle's template as it is copied: its headings stand for no item. */
export function copiedBlocks({ content = [] }: NoteJson): NoteJson[] {
  return content.map((block) => {
    if (block.type !== 'heading') return block
    const { item: _item, ...attrs } = block.attrs ?? {}
    return { ...block, attrs }
  })
}
