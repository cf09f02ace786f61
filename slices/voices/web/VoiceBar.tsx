/** In the bar: into the sound, and what one sends there. */
import { Trans, useLingui } from '@lingui/react/macro'
import {
  Camera,
  CameraOff,
  ExternalLink,
  Headphones,
  Mic,
  MicOff,
  MonitorUp,
  Volume2,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Here } from '#slices/room/web/within.tsx'
import type { Voices } from '../api.ts'
import type { Source } from '../rules/voices.ts'
import type { CallNow } from './callStore.ts'
import { letSoundPlay, showPictures, toggle, useCallNow } from './inCall.ts'
import { JoinSheet } from './JoinSheet.tsx'
import { SoundMenu } from './SoundMenu.tsx'
import { keyOf as sealKeyOf } from './sealKey.ts'
import { Unopened } from './Unopened.tsx'
import { useVoices } from './useVoices.ts'
import { doneWords, TROUBLES } from './words.tsx'
import './voices.css'

export function Part({ id }: { id: string }) {
  const elsewhere = useRoom((room) => room.call?.settings.elsewhere ?? null)
  if (elsewhere) return <Elsewhere link={elsewhere} />
  return (
    <Here>
      <Bar id={id} />
    </Here>
  )
}

/** Of the room where one is; `id`: the gathering, whose call is one for a tab. */
function Bar({ id }: { id: string }) {
  const { t } = useLingui()
  const voices = useVoices()
  const call = useCallNow(id)
  const [joining, setJoining] = useState(false)
  // A key that came with the link leaves the address at once, also where one stays in text.
  const sealed = voices?.sealed ?? false
  useEffect(() => void (sealed && sealKeyOf(id)), [sealed, id])
  if (!voices || voices.media === 'off' || voices.media === 'missing') return null
  const isIn = call.state === 'in' || call.state === 'coming-back'
  return (
    <div className="voice-bar" role="group" aria-label={t`Sound and picture`}>
      {isIn ? (
        <Sending id={id} call={call} voices={voices} />
      ) : (
        <Button
          isDisabled={voices.media !== 'ready' || call.state === 'coming'}
          onPress={() => setJoining(true)}
        >
          <Headphones size={20} aria-hidden="true" />
          <span>
            {call.state === 'coming' ? (
              <Trans>Coming in…</Trans>
            ) : voices.media === 'ready' ? (
              <Trans>Join with sound</Trans>
            ) : (
              <Trans>Sound is coming</Trans>
            )}
          </span>
        </Button>
      )}
      <Told id={id} call={call} />
      {voices.sealed && <Unopened id={id} call={call} />}
      {joining && (
        <JoinSheet gathering={id} sealed={voices.sealed} onClose={() => setJoining(false)} />
      )}
    </div>
  )
}

/** The call of a gathering that hears itself in another tool; the room goes on beside it. */
function Elsewhere({ link }: { link: string }) {
  return (
    <a className="btn" href={link} target="_blank" rel="noopener noreferrer">
      <ExternalLink size={20} aria-hidden="true" />
      <Trans>Open the call at {new URL(link).host}</Trans>
    </a>
  )
}

type SendingProps = {
  id: string
  call: CallNow
  voices: Voices
}

function Sending({ id, call: { may, mine }, voices }: SendingProps) {
  const { t } = useLingui()
  const sends = (what: Source) => mine.includes(what)
  const button = (what: Source, names: { on: string; off: string }, icon: React.ReactNode) =>
    may.includes(what) && (
      <Button
        aria-label={sends(what) ? names.off : names.on}
        aria-pressed={sends(what)}
        onPress={() => toggle(id, what, !sends(what))}
      >
        {icon}
      </Button>
    )
  const size = { size: 20, 'aria-hidden': true } as const
  return (
    <>
      {may.length === 0 && (
        <p className="hint">
          <Trans>You are listening</Trans>
        </p>
      )}
      {button(
        'microphone',
        { on: t`Open the microphone`, off: t`Mute the microphone` },
        sends('microphone') ? <Mic {...size} /> : <MicOff {...size} />,
      )}
      {button(
        'camera',
        { on: t`Switch the camera on`, off: t`Switch the camera off` },
        sends('camera') ? <Camera {...size} /> : <CameraOff {...size} />,
      )}
      {button(
        'screen',
        { on: t`Share a screen or window`, off: t`End what you share` },
        <MonitorUp {...size} />,
      )}
      <SoundMenu id={id} voices={voices} />
    </>
  )
}

/** What happened to one's own sound, in a sentence, where one looks for it. */
function Told({ id, call }: { id: string; call: CallNow }) {
  const { trouble, done, pictures } = call
  const { t, i18n } = useLingui()
  const { say } = useInRoom()
  const leftOut = pictures === 'left-out' && call.state === 'in'
  const words = trouble
    ? i18n._(TROUBLES[trouble])
    : done
      ? i18n._(doneWords(done))
      : leftOut
        ? t`Your line is weak, so pictures are left out. You hear everybody.`
        : ''
  useEffect(() => {
    if (words) say(words)
  }, [words, say])
  if (!words) return null
  return (
    <p className="voice-told">
      {words}{' '}
      {leftOut && !trouble && !done && (
        <Button small onPress={() => showPictures(id, true)}>
          <Trans>Show pictures again</Trans>
        </Button>
      )}
      {trouble === 'silent' && (
        <Button small onPress={() => letSoundPlay(id)}>
          <Volume2 size={16} aria-hidden="true" />
          <Trans>Play the sound</Trans>
        </Button>
      )}
    </p>
  )
}
