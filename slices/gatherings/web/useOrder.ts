/** What is done to the order that is built. */
import { useState } from 'react'
import type { ItemKind } from '../rules/items.ts'
import { insertItem, moveItem, removeItem } from '../rules/running-order.ts'
import { type Draft, type DraftItem, freshItems } from './draft.ts'
import { USUAL_MINUTES } from './kinds.ts'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

/** The place of an item, from 0. */
export const placeIn = (items: readonly DraftItem[], id: string) =>
  items.findIndex((one) => one.id === id)

export function useOrder({ draft, onChange }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const { items } = draft
  const set = (next: readonly DraftItem[]) => onChange({ ...draft, items: next })
  return {
    open,
    setOpen,
    step: (id: string, by: number) => set(moveItem(items, id, placeIn(items, id) + by)),
    place: (id: string, at: number) => set(moveItem(items, id, at)),
    remove(id: string) {
      set(removeItem(items, id))
      if (open === id) setOpen(null)
    },
    change: (item: DraftItem) => set(items.map((one) => (one.id === item.id ? item : one))),
    add(kind: ItemKind, title: string) {
      const [item] = freshItems([{ kind, title, minutes: USUAL_MINUTES[kind] }])
      if (!item) return
      set(insertItem(items, item, open ? placeIn(items, open) + 1 : undefined))
      setOpen(item.id)
    },
  }
}

export type Order = ReturnType<typeof useOrder>
