/** Who is in the sound, who is open, and, for facilitators, who should be muted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { useFacilitates, useInRoom } from '#slices/room/web/useRoom.ts'
import { stopSending } from '../api.ts'
import type { Source } from '../rules/voices.ts'
import type { Voice } from './callStore.ts'
import { useCallNow } from './inCall.ts'

export function HeardSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const { voices, speaking } = useCallNow(id)
  const { gathering } = useInRoom()
  const stop = useCall(stopSending)
  return (
    <Sheet title={t`Who is in the sound`} onClose={onClose} problem={stop.error}>
      <ul className="rows">
        {voices.map((voice) => (
          <Row
            key={voice.who}
            voice={voice}
            speaks={speaking.includes(voice.who)}
            onStop={(what) =>
              stop.mutate({ params: { gathering, who: voice.who }, body: { what } })
            }
          />
        ))}
      </ul>
    </Sheet>
  )
}

type RowProps = { voice: Voice; speaks: boolean; onStop: (what: Source) => void }

function Row({ voice, speaks, onStop }: RowProps) {
  const { me } = useInRoom()
  const facilitates = useFacilitates()
  const { who, name, open, camera, screen } = voice
  const isOther = facilitates && who !== me.who
  return (
    <li>
      <span>
        <bdi className="what">{name}</bdi>{' '}
        <span className="hint">
          {speaks ? (
            <Trans>speaks</Trans>
          ) : open ? (
            <Trans>microphone open</Trans>
          ) : (
            <Trans>listens</Trans>
          )}
        </span>
      </span>
      {isOther && (
        <span className="acts">
          {open && (
            <Button small onPress={() => onStop('microphone')}>
              <Trans>Mute {name}</Trans>
            </Button>
          )}
          {camera && (
            <Button small onPress={() => onStop('camera')}>
              <Trans>Stop the camera</Trans>
            </Button>
          )}
          {screen && (
            <Button small onPress={() => onStop('screen')}>
              <Trans>End the sharing</Trans>
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
