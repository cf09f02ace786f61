/** Adding an item while the running order runs. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { addAnItem } from '../api.ts'
import { ItemKind } from '../rules/call.ts'
import { itemNow } from '../rules/glance.ts'
import { useFloats } from './Floats.tsx'
import { ITEM_KINDS } from './kinds.ts'
import { useActs, useRoom } from './useRoom.ts'

export function AddItemSheet() {
  const { t, i18n } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const items = useRoom((room) => room.items)
  const running = useRoom(itemNow)
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState('10')
  const [kind, setKind] = useState<ItemKind>('plenary')
  const [after, setAfter] = useState(running?.id ?? '')
  async function add() {
    const body = { kind, title, minutes: Number(minutes), after: after || null }
    if (await act(addAnItem, { body })) close()
  }
  const places = items.filter(({ state }) => state === 'ahead' || state === 'now')
  return (
    <Sheet
      title={t`Add an item`}
      act={t`Add it`}
      onAct={() => void add()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Field label={t`Title`} value={title} onChange={setTitle} autoFocus isRequired />
      <div className="two">
        <label className="field">
          <span className="label">
            <Trans>Kind</Trans>
          </span>
          <select
            className="input"
            value={kind}
            onChange={({ target }) => setKind(ItemKind.parse(target.value))}
          >
            {ItemKind.options.map((option) => (
              <option key={option} value={option}>
                {i18n._(ITEM_KINDS[option])}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t`Minutes`}
          type="number"
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <label className="field">
        <span className="label">
          <Trans>After</Trans>
        </span>
        <select className="input" value={after} onChange={({ target }) => setAfter(target.value)}>
          <option value="">{t`as the next`}</option>
          {places.map((item) => (
            <option key={item.id} value={item.id}>
              {item.title}
            </option>
          ))}
        </select>
      </label>
    </Sheet>
  )
}
