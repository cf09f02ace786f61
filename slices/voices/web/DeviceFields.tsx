/** Choosing devices: a look at oneself, a level, a test sound. Nothing is asked for before it is wanted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Volume2 } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Select } from '#web/kit/Select.tsx'
import type { Devices } from './devices.ts'
import { playTestSound, useKnownDevices, useLook } from './useDevices.ts'
import { TROUBLES } from './words.tsx'

type Props = { devices: Devices; onChange: (devices: Devices) => void }

export function DeviceFields({ devices, onChange }: Props) {
  const { t, i18n } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const { known, again } = useKnownDevices()
  const look = useLook(devices, video, again)
  const choices = (list: MediaDeviceInfo[]) => [
    { value: '', label: t`As the system has it` },
    ...list.map(({ deviceId, label }) => ({ value: deviceId, label })),
  ]
  const set = (more: Partial<Devices>) => onChange({ ...devices, ...more })
  return (
    <div className="device-fields">
      <video
        ref={video}
        className="look mirrored"
        hidden={!devices.show}
        muted
        playsInline
        autoPlay
        aria-label={t`You, as others would see you`}
      />
      <div className="acts">
        <Button aria-pressed={devices.speak} onPress={() => set({ speak: !devices.speak })}>
          <Trans>Microphone open</Trans>
        </Button>
        <Button aria-pressed={devices.show} onPress={() => set({ show: !devices.show })}>
          <Trans>Camera on</Trans>
        </Button>
      </div>
      {devices.speak && (
        <label className="label level">
          <Trans>Your level</Trans>
          <meter min={0} max={1} value={look.level} />
        </label>
      )}
      {look.trouble && (
        <p className="problem" role="alert">
          {i18n._(TROUBLES[look.trouble])}
        </p>
      )}
      {known.microphones.length > 0 && (
        <Select
          label={t`Microphone`}
          value={devices.microphone}
          onChange={(microphone) => set({ microphone })}
          choices={choices(known.microphones)}
        />
      )}
      {known.cameras.length > 0 && (
        <Select
          label={t`Camera`}
          value={devices.camera}
          onChange={(camera) => set({ camera })}
          choices={choices(known.cameras)}
        />
      )}
      {known.speakers.length > 0 && (
        <Select
          label={t`Loudspeaker`}
          value={devices.speaker}
          onChange={(speaker) => set({ speaker })}
          choices={choices(known.speakers)}
        />
      )}
      <p>
        <Button small onPress={() => void playTestSound(devices.speaker)}>
          <Volume2 size={16} aria-hidden="true" />
          <Trans>Play a test sound</Trans>
        </Button>
      </p>
    </div>
  )
}
