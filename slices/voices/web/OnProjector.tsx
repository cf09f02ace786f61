/** On a projector: faces and screens without controls, whoever speaks ringed; the hall listens. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Headphones } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { useRead } from '#web/kit/useCall.ts'
import { GatheringId } from '#slices/room/api.ts'
import { readVoices } from '../api.ts'
import { rememberedDevices } from './devices.ts'
import { Part as Faces } from './Faces.tsx'
import { joinCall, letSoundPlay, useCallNow } from './inCall.ts'
import { JoinSheet } from './JoinSheet.tsx'
import { TROUBLES } from './words.tsx'

export function Part({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const { state, trouble } = useCallNow(id)
  return (
    <>
      <Faces id={id} />
      {state === 'coming-back' && <p role="status">{t`sound is coming back`}</p>}
      {trouble === 'silent' && (
        <Button small onPress={() => letSoundPlay(id)}>
          <Trans>Play the sound</Trans>
        </Button>
      )}
      {trouble && trouble !== 'silent' && <p className="problem">{i18n._(TROUBLES[trouble])}</p>}
      {state === 'out' && <Listen id={id} />}
    </>
  )
}

/** Browsers let sound play only after a press; once it plays there is nothing to press. */
function Listen({ id }: { id: string }) {
  const gathering = GatheringId.parse(id)
  const { data } = useRead(readVoices, { params: { gathering } })
  const elsewhere = useRoom((room) => room.call?.settings.elsewhere ?? null)
  const over = useRoom((room) => room.endedAt !== null)
  const [joining, setJoining] = useState(false)
  if (!data || data.media !== 'ready' || elsewhere || over) return null
  return (
    <div>
      <Button
        onPress={() =>
          data.sealed
            ? setJoining(true)
            : void joinCall(id, { ...rememberedDevices(), speak: false, show: false }, false)
        }
      >
        <Headphones size={20} aria-hidden="true" />
        <Trans>Let the hall hear</Trans>
      </Button>
      <p className="hint">
        <Trans>If you are in the sound in another window, that one falls silent.</Trans>
      </p>
      {joining && <JoinSheet gathering={id} sealed onClose={() => setJoining(false)} />}
    </div>
  )
}
