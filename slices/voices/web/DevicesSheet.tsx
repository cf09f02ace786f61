/** Other devices, while one is in the sound. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Sheet } from '#web/kit/Sheet.tsx'
import { DeviceFields } from './DeviceFields.tsx'
import { rememberedDevices } from './devices.ts'
import { changeDevices } from './inCall.ts'

export function DevicesSheet({ gathering, onClose }: { gathering: string; onClose: () => void }) {
  const { t } = useLingui()
  const [devices, setDevices] = useState(() => ({
    ...rememberedDevices(),
    speak: false,
    show: false,
  }))
  return (
    <Sheet
      title={t`Microphone, camera, loudspeaker`}
      act={t`Use these`}
      onAct={() => {
        onClose()
        changeDevices(gathering, devices)
      }}
      onClose={onClose}
    >
      <DeviceFields devices={devices} onChange={setDevices} />
    </Sheet>
  )
}
