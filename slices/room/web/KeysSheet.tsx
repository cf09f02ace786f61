/** The keys of the room, and whether single keys count. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useFloats } from './Floats.tsx'
import { keepSingleKeys, singleKeysCount, useKeyWords } from './keys.ts'

export function KeysSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const words = useKeyWords()
  const [single, setSingle] = useState(singleKeysCount())
  return (
    <Sheet title={t`Keys`} onClose={close}>
      <dl className="key-list">
        {words.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={single}
          onChange={({ target }) => {
            setSingle(target.checked)
            keepSingleKeys(target.checked)
          }}
        />
        <span>
          <Trans>Single keys count (switch off if you speak to your computer)</Trans>
        </span>
      </label>
    </Sheet>
  )
}
