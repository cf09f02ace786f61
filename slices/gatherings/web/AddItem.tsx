/** Putting in an item: its kind first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { ITEM_KINDS } from '../rules/items.ts'
import { KIND_NAMES } from './kinds.ts'
import type { Order } from './useOrder.ts'

export function AddItem({ order }: { order: Order }) {
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
