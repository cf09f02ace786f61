/** One item, opened: what it is, how long, who leads it, what people read, what breakouts take along. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ITEM_KINDS } from '../rules/items.ts'
import type { DraftItem } from './draft.ts'
import { KIND_NAMES } from './kinds.ts'
import { Select } from '#web/kit/Select.tsx'

type Props = { item: DraftItem; onChange: (item: DraftItem) => void; onClose: () => void }

/** Names as they are written: with commas between. The persons behind known names stay. */
function ownersFrom(text: string, before: DraftItem['owners']): DraftItem['owners'] {
  return text
    .split(',')
    .map((name) => name.replace(/^\s+/, ''))
    .filter((name, at, all) => name !== '' || at === all.length - 1)
    .map((name) => before.find((owner) => owner.name === name) ?? { name })
}

export function ItemFields({ item, onChange, onClose }: Props) {
  const { t } = useLingui()
  const set = (change: Partial<DraftItem>) => onChange({ ...item, ...change })
  const kinds = ITEM_KINDS.map((kind) => ({ value: kind, label: t(KIND_NAMES[kind]) }))
  return (
    <fieldset className="lit stack item-fields">
      <legend className="sr">
        <Trans>The item</Trans>
      </legend>
      <div className="trio">
        <Field label={t`Item`} value={item.title} onChange={(title) => set({ title })} autoFocus />
        <Select
          label={t`Kind`}
          value={item.kind}
          onChange={(value) =>
            set({ kind: ITEM_KINDS.find((kind) => kind === value) ?? item.kind })
          }
          choices={kinds}
        />
        <Field
          label={t`Minutes`}
          type="number"
          inputMode="numeric"
          value={String(item.minutes)}
          onChange={(text) =>
            set({ minutes: Math.min(720, Math.max(0, Math.trunc(Number(text)) || 0)) })
          }
        />
      </div>
      <Field
        label={t`Who leads it (names, with commas between)`}
        value={item.owners.map(({ name }) => name).join(', ')}
        onChange={(text) => set({ owners: ownersFrom(text, item.owners) })}
      />
      <LineFields item={item} set={set} />
      <div className="acts">
        <Button onPress={onClose}>
          <Trans>Close the item</Trans>
        </Button>
      </div>
    </fieldset>
  )
}

type LineProps = { item: DraftItem; set: (change: Partial<DraftItem>) => void }

function LineFields({ item, set }: LineProps) {
  const { t } = useLingui()
  return (
    <>
      <Field
        label={t`What participants read`}
        value={item.line}
        onChange={(line) => set({ line })}
      />
      <Field
        label={t`What only facilitators read`}
        value={item.aside}
        onChange={(aside) => set({ aside })}
      />
      {item.kind === 'breakouts' && (
        <Field
          label={t`Handouts: the questions, one a line`}
          lines={4}
          value={item.handouts.join('\n')}
          onChange={(text) => set({ handouts: text.split('\n') })}
        />
      )}
    </>
  )
}
