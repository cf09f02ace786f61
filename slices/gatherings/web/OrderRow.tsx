/** One item of the order that is built: its hours, what it is, how long, and what to do with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { GridListItem, Button as Pressable } from 'react-aria-components'
import { timeIn } from '#web/kit/When.tsx'
import type { Slot } from '../rules/running-order.ts'
import type { DraftItem } from './draft.ts'
import { KIND_NAMES } from './kinds.ts'

type Props = {
  slot: Slot<DraftItem>
  zone: string
  place: number
  count: number
  order: {
    setOpen: (id: string) => void
    step: (id: string, by: number) => void
    remove: (id: string) => void
    open: string | null
  }
}

export function OrderRow({ slot, zone, place, count, order }: Props) {
  const { t, i18n } = useLingui()
  const { item, from } = slot
  const { id, title, minutes } = item
  const time = timeIn(from, zone, i18n.locale)
  const kind = t(KIND_NAMES[item.kind])
  const owners = item.owners.map(({ name }) => name).join(', ')
  return (
    <GridListItem
      id={id}
      textValue={`${time} ${title}`}
      className={`order-row${order.open === id ? ' opened' : ''}${item.kind === 'break' ? ' pause' : ''}`}
    >
      <Pressable slot="drag" className="grip" aria-label={t`Move ${title}`}>
        <GripVertical size={20} aria-hidden="true" />
      </Pressable>
      <time className="num" dateTime={from}>
        {time}
      </time>
      <div className="order-what">
        <span className="what">
          <bdi>{title || kind}</bdi>
        </span>
        <span className="hint">
          {title !== kind && kind}
          {owners && (
            <>
              {title !== kind && ', '}
              <bdi>{owners}</bdi>
            </>
          )}
        </span>
      </div>
      <span className="num order-min">
        <Trans>{minutes} min</Trans>
      </span>
      <div className="order-acts">
        <Act label={t`Earlier: ${title}`} off={place === 0} onPress={() => order.step(id, -1)}>
          <ArrowUp size={16} aria-hidden="true" />
        </Act>
        <Act label={t`Later: ${title}`} off={place === count - 1} onPress={() => order.step(id, 1)}>
          <ArrowDown size={16} aria-hidden="true" />
        </Act>
        <Act label={t`Edit: ${title}`} onPress={() => order.setOpen(id)}>
          <Pencil size={16} aria-hidden="true" />
        </Act>
        <Act label={t`Take away: ${title}`} onPress={() => order.remove(id)}>
          <Trash2 size={16} aria-hidden="true" />
        </Act>
      </div>
    </GridListItem>
  )
}

type ActProps = { label: string; off?: boolean; onPress: () => void; children: React.ReactNode }

function Act({ label, off = false, onPress, children }: ActProps) {
  return (
    <Pressable
      className="btn quiet small square"
      aria-label={label}
      isDisabled={off}
      onPress={onPress}
    >
      {children}
    </Pressable>
  )
}
