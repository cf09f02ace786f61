/** Who is in the sound, who is open, and what facilitators do for and with each. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { useFacilitates, useInRoom } from '#slices/room/web/useRoom.ts'
import { letSpeak, readVoices, ruleVoices, stopSending, type Voices } from '../api.ts'
import type { Voice } from './callStore.ts'
import { useCallNow } from './inCall.ts'

type Props = { id: string; voices: Voices; onClose: () => void }

export function HeardSheet({ id, voices, onClose }: Props) {
  const { t } = useLingui()
  const { voices: heard, speaking } = useCallNow(id)
  const deeds = useDeeds(voices)
  return (
    <Sheet title={t`Who is in the sound`} onClose={onClose} problem={deeds.problem}>
      <ul className="rows">
        {heard.map((voice) => (
          <Row
            key={voice.who}
            voice={voice}
            speaks={speaking.includes(voice.who)}
            choices={deeds.for(voice)}
          />
        ))}
      </ul>
    </Sheet>
  )
}

/** What a facilitator may do with somebody; nothing for others. */
function useDeeds(voices: Voices) {
  const { t } = useLingui()
  const { gathering, me } = useInRoom()
  const facilitates = useFacilitates()
  const stop = useCall(stopSending)
  const touches = { touches: [readVoices] }
  const rule = useCall(ruleVoices, touches)
  const speak = useCall(letSpeak, touches)
  const choicesFor = ({ who, open, camera, screen }: Voice): Choice[] => {
    if (!facilitates) return []
    const params = { gathering, who }
    const ends = (what: 'microphone' | 'camera' | 'screen', label: string, is: boolean): Choice[] =>
      is ? [{ id: what, label, run: () => stop.mutate({ params, body: { what } }) }] : []
    const lets = (id: string, to: boolean | null, label: string): Choice[] => [
      { id, label, run: () => speak.mutate({ params, body: { speak: to } }) },
    ]
    const spotlit = voices.spotlight === who
    const spotlight: Choice = {
      id: 'spotlight',
      label: spotlit ? t`Out of the spotlight` : t`Put before all`,
      run: () => rule.mutate({ params: { gathering }, body: { spotlight: spotlit ? null : who } }),
    }
    if (who === me.who) return [spotlight]
    const ruled = voices.let[who]
    return [
      ...ends('microphone', t`Mute`, open),
      ...ends('camera', t`Stop the camera`, camera),
      ...ends('screen', t`End the sharing`, screen),
      ...(ruled === undefined
        ? [
            ...(voices.shape === 'plenary' ? lets('let', true, t`Let speak`) : []),
            ...lets('listen', false, t`Let only listen`),
          ]
        : lets('as-all', null, t`As everybody again`)),
      spotlight,
    ]
  }
  return { for: choicesFor, problem: stop.error ?? rule.error ?? speak.error }
}

type RowProps = { voice: Voice; speaks: boolean; choices: Choice[] }

function Row({ voice: { name, open }, speaks, choices }: RowProps) {
  const { t } = useLingui()
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
      {choices.length > 0 && (
        <MenuButton label={t`What to do with ${name}`} choices={choices}>
          <Button small aria-label={t`What to do with ${name}`}>
            <Trans>Do…</Trans>
          </Button>
        </MenuButton>
      )}
    </li>
  )
}
