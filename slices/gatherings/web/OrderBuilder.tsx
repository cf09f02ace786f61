/**
 * The running order as it is built: by dragging, by keys (Alt and the arrows move an item, Delete
 * takes it away) or by the buttons of each row. The clock adds up as one types.
 */
import { AddItem } from './AddItem.tsx'
import { ClockLine } from './ClockLine.tsx'
import type { Draft } from './draft.ts'
import { ItemFields } from './ItemFields.tsx'
import { OrderRows } from './OrderRows.tsx'
import { useOrder } from './useOrder.ts'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

export function OrderBuilder({ draft, onChange }: Props) {
  const order = useOrder({ draft, onChange })
  const opened = draft.items.find(({ id }) => id === order.open)
  return (
    <div className="stack builder">
      {draft.items.length > 0 && (
        <>
          <ClockLine draft={draft} onChange={onChange} onOpen={order.setOpen} />
          <OrderRows draft={draft} order={order} />
          {opened && (
            <ItemFields
              key={opened.id}
              item={opened}
              onChange={order.change}
              onClose={() => order.setOpen(null)}
            />
          )}
        </>
      )}
      <AddItem order={order} />
    </div>
  )
}
