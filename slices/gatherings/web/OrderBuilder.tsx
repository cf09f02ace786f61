/**
 * The running order as it is built: by dragging, by keys (Alt and the arrows move an item, Delete
 * takes it away) or by the buttons of each row. The clock adds up as one types.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { GridList, useDragAndDrop } from 'react-aria-components'
import { MenuButton } from '#web/kit/Menu.tsx'
import { Button } from '#web/kit/Button.tsx'
import { ITEM_KINDS, type ItemKind } from '../rules/items.ts'
import { insertItem, moveItem, removeItem, slotsOf } from '../rules/running-order.ts'
import { ClockLine } from './ClockLine.tsx'
import { type Draft, type DraftItem, freshItems, startOf } from './draft.ts'
import { ItemFields } from './ItemFields.tsx'
import { KIND_NAMES, USUAL_MINUTES } from './kinds.ts'
import { OrderRow } from './OrderRow.tsx'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

/** While the fields hold no moment, the clock still adds up, from here. */
const SOME_EVENING = '2026-01-01T19:00:00.000Z'

/** The item whose row has the focus. */
function rowOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[role="row"]')?.getAttribute('data-key') ?? null)
    : null
}

/** The place of an item, from 0. */
const placeIn = (items: readonly DraftItem[], id: string) => items.findIndex((one) => one.id === id)

function useOrder({ draft, onChange }: Props) {
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

type Order = ReturnType<typeof useOrder>

export function OrderBuilder({ draft, onChange }: Props) {
  const order = useOrder({ draft, onChange })
  return (
    <div className="stack builder">
      {draft.items.length > 0 && (
        <>
          <ClockLine draft={draft} onChange={onChange} onOpen={order.setOpen} />
          <Rows draft={draft} order={order} />
        </>
      )}
      <AddItem order={order} />
    </div>
  )
}

function useDragging(items: readonly DraftItem[], order: Order) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const [key] = keys
      const id = String(key)
      const rest = removeItem(items, id)
      const at = placeIn(rest, String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      order.place(id, at)
    },
  })
  return dragAndDropHooks
}

function Rows({ draft, order }: { draft: Draft; order: Order }) {
  const { t } = useLingui()
  const start = startOf(draft) ?? SOME_EVENING
  const slots = slotsOf(draft.items, start)
  const hooks = useDragging(draft.items, order)
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const at = rowOf(event.target)
    if (!at || !(by ? event.altKey : event.key === 'Delete')) return
    event.preventDefault()
    event.stopPropagation()
    if (by) order.step(at, by)
    else order.remove(at)
  }
  const opened = draft.items.find(({ id }) => id === order.open)
  return (
    <>
      <div onKeyDownCapture={keys}>
        <GridList
          aria-label={t`Running order`}
          className="order-rows"
          items={slots.map((slot) => ({ ...slot, id: slot.item.id }))}
          dependencies={[draft, order.open]}
          dragAndDropHooks={hooks}
          onAction={(key) => order.setOpen(String(key))}
        >
          {(slot) => (
            <OrderRow
              slot={slot}
              zone={draft.zone}
              order={order}
              count={draft.items.length}
              place={placeIn(draft.items, slot.id)}
            />
          )}
        </GridList>
      </div>
      <p className="hint">
        <Trans>
          Drag an item, or move it with Alt and the arrow keys; Enter opens it, Delete takes it
          away.
        </Trans>
      </p>
      {opened && (
        <ItemFields
          key={opened.id}
          item={opened}
          onChange={order.change}
          onClose={() => order.setOpen(null)}
        />
      )}
    </>
  )
}

function AddItem({ order }: { order: Order }) {
  const { t } = useLingui()
  return (
    <MenuButton
      label={t`Kinds of items`}
      placement="bottom start"
      choices={ITEM_KINDS.map((kind) => {
        const name = t(KIND_NAMES[kind])
        return { id: kind, label: name, run: () => order.add(kind, name) }
      })}
    >
      <Button className="add-item">
        <Plus size={20} aria-hidden="true" />
        <Trans>Put in an item</Trans>
      </Button>
    </MenuButton>
  )
}
