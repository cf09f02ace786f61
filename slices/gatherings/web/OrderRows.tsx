/** The rows of the order that is built: dragged, moved with Alt and the arrows, opened with Enter. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import { GridList, useDragAndDrop } from 'react-aria-components'
import { removeItem, slotsOf } from '../rules/running-order.ts'
import { type Draft, type DraftItem, startOf } from './draft.ts'
import { OrderRow } from './OrderRow.tsx'
import { type Order, placeIn } from './useOrder.ts'

/** While the fields hold no moment, the clock still adds up, from here. */
const SOME_EVENING = '2026-01-01T19:00:00.000Z'

/** The item whose row has the focus. */
function rowOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[role="row"]')?.getAttribute('data-key') ?? null)
    : null
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

export function OrderRows({ draft, order }: { draft: Draft; order: Order }) {
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
    </>
  )
}
