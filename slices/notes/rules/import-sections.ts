/**
 * Headings of an imported text that stand for items of a running order.
 *
 * 1. A heading, or a paragraph of its own, that reads like the title of an item is that item's heading;
 *    the first that does. What follows belongs to the item, as in any note of a gathering.
 * 2. Case, accents and what stands before or after the letters do not count.
 */
import { plain } from '#kernel/text.ts'
import { type Part, textOf } from './formats/authored.ts'

function key(text: string): string {
  return plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export function asSections(
  blocks: readonly Part[],
  items: ReadonlyArray<{ item: string; title: string }>,
): Part[] {
  const open = new Map(items.map(({ item, title }) => [key(title), item]))
  open.delete('')
  return blocks.map((block) => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return block
    const name = key(textOf(block))
    const item = open.get(name)
    if (!item) return block
    open.delete(name)
    const level = block.type === 'heading' ? block.attrs?.['level'] : 2
    return { ...block, type: 'heading', attrs: { level, item } }
  })
}
