/** The way into the sound: as a listener at once, or with a look at oneself first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Sheet } from '#web/kit/Sheet.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { rememberedDevices } from './devices.ts'
import { joinCall } from './inCall.ts'

export function JoinSheet({ gathering, onClose }: { gathering: string; onClose: () => void }) {
  const { t } = useLingui()
  const [devices, setDevices] = useState(rememberedDevices)
  // What the line needs is on its way while one looks at oneself.
  useEffect(() => void import('./line.ts'), [])
  return (
    <Sheet
      title={t`Join with sound`}
      act={devices.speak || devices.show ? t`Join` : t`Join and listen`}
      onAct={() => {
        onClose()
        void joinCall(gathering, devices)
      }}
      onClose={onClose}
    >
      <p>
        <Trans>
          You come in listening. Whoever may speak can open the microphone here or later.
        </Trans>
      </p>
      <DeviceFields devices={devices} onChange={setDevices} />
    </Sheet>
  )
}
