/** What a running order is made of: items, as those who call see them. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'

export const ITEM_KINDS = [
  'context',
  'talk',
  'panel',
  'round',
  'breakouts',
  'plenary',
  'decision',
  'break',
  'wrap-up',
] as const
export const ItemKind = z.enum(ITEM_KINDS)
export type ItemKind = z.infer<typeof ItemKind>

export const MOST_ITEMS = 60
const MOST_MINUTES = 720

/** Who leads an item: a name, and the person behind it where one is known. */
export const Owner = z.object({
  id: z
    .string()
    .regex(/^per_\w{1,60}$/)
    .nullish(),
  name: line(120),
})
export type Owner = z.infer<typeof Owner>

export const ItemId = idOf('itm', 'an item')

const ItemParts = z.object({
  kind: ItemKind,
  title: line(200),
  owners: z.array(Owner).max(20).default([]),
  minutes: z.int().min(0).max(MOST_MINUTES).meta({ description: 'Planned length in minutes' }),
  line: optionalParagraphs(1000)
    .default('')
    .meta({ description: 'What participants read about it' }),
  aside: optionalParagraphs(2000)
    .default('')
    .meta({ description: 'What only facilitators read about it' }),
  handouts: z
    .array(line(300))
    .max(20)
    .default([])
    .meta({ description: 'The questions that breakouts take along' }),
})

/** An item as it is sent: without an id it is new. */
export const ItemGiven = ItemParts.extend({ id: ItemId.optional() })
export type ItemGiven = z.output<typeof ItemGiven>

export const Item = ItemParts.extend({ id: ItemId })
export type Item = z.output<typeof Item>

/** An item as everybody reads it, without what is for facilitators. */
export const OpenItem = Item.omit({ aside: true })
export type OpenItem = z.output<typeof OpenItem>

/** The item without what is for facilitators only. */
export function openItem({ aside: _aside, ...open }: Item): OpenItem {
  return open
}
