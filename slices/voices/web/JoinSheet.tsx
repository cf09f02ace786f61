/** The way into the sound: as a listener at once, or with a look at oneself first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Sheet } from '#web/kit/Sheet.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { rememberedDevices } from './devices.ts'
import { joinCall } from './inCall.ts'
import { CannotSeal, SealField } from './SealField.tsx'
import { canSeal, FEWEST, keepKey, keyOf as sealKeyOf, plainKey, spokenKey } from './sealKey.ts'

type Props = { gathering: string; sealed: boolean; onClose: () => void }

export function JoinSheet({ gathering, sealed, onClose }: Props) {
  const { t } = useLingui()
  const [devices, setDevices] = useState(rememberedDevices)
  const [key, setKey] = useState(() => (sealed ? spokenKey(sealKeyOf(gathering)) : ''))
  const [short, setShort] = useState(false)
  // What the line needs is on its way while one looks at oneself.
  useEffect(() => void import('./line.ts'), [])
  if (sealed && !canSeal()) return <CannotSeal onClose={onClose} />
  return (
    <Sheet
      title={t`Join with sound`}
      act={devices.speak || devices.show ? t`Join` : t`Join and listen`}
      onAct={() => {
        if (sealed && plainKey(key).length < FEWEST) return setShort(true)
        if (sealed) keepKey(gathering, plainKey(key))
        onClose()
        void joinCall(gathering, devices, sealed)
      }}
      onClose={onClose}
    >
      <p>
        <Trans>
          You come in listening. Whoever may speak can open the microphone here or later.
        </Trans>
      </p>
      {sealed && (
        <SealField
          value={key}
          isShort={short}
          onChange={(typed) => {
            setShort(false)
            setKey(typed)
          }}
        />
      )}
      <DeviceFields devices={devices} onChange={setDevices} />
    </Sheet>
  )
}
