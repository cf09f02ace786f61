/** What is done less often: devices, who is heard, the shape, the way out of the sound. */
import { useLingui } from '@lingui/react/macro'
import { AudioLines } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { useFacilitates, useInRoom } from '#slices/room/web/useRoom.ts'
import { muteAll, readVoices, ruleVoices, type Voices } from '../api.ts'
import { DevicesSheet } from './DevicesSheet.tsx'
import { HeardSheet } from './HeardSheet.tsx'
import { leaveCall, showPictures, useCallNow } from './inCall.ts'
import { KeySheet } from './KeySheet.tsx'
import { LineSheet } from './LineSheet.tsx'

export function SoundMenu({ id, voices }: { id: string; voices: Voices }) {
  const { t } = useLingui()
  const { gathering, say } = useInRoom()
  const facilitates = useFacilitates()
  const { voices: heard, pictures } = useCallNow(id)
  const [sheet, setSheet] = useState<'devices' | 'heard' | 'line' | 'key' | null>(null)
  const rule = useCall(ruleVoices, { touches: [readVoices] })
  const mute = useCall(muteAll)
  const params = { gathering }
  const becomes = voices.shape === 'circle' ? ('plenary' as const) : ('circle' as const)
  const facilitating: Choice[] = [
    {
      id: 'shape',
      label: becomes === 'plenary' ? t`Only the stage speaks` : t`Everybody may speak`,
      run: () => rule.mutate({ params, body: { shape: becomes } }),
    },
    {
      id: 'shares',
      label: voices.shares === 'one' ? t`Let several share a screen` : t`One screen at a time`,
      run: () =>
        rule.mutate({ params, body: { shares: voices.shares === 'one' ? 'several' : 'one' } }),
    },
    {
      id: 'mute-all',
      label: t`Mute everybody else`,
      run: () =>
        mute.mutate(
          { params },
          {
            onSuccess: ({ stopped }) =>
              say(stopped > 0 ? t`Muted: ${stopped}` : t`Nobody was open.`),
          },
        ),
    },
  ]
  const count = heard.length
  const choices: Choice[] = [
    { id: 'heard', label: t`Who is in the sound`, aside: count, run: () => setSheet('heard') },
    { id: 'devices', label: t`Microphone, camera, loudspeaker`, run: () => setSheet('devices') },
    {
      id: 'pictures',
      label: pictures === 'shown' ? t`Sound only, without pictures` : t`Show pictures again`,
      run: () => showPictures(id, pictures !== 'shown'),
    },
    ...(voices.sealed
      ? [{ id: 'key', label: t`The key`, run: () => setSheet('key' as const) }]
      : []),
    { id: 'line', label: t`Your line`, run: () => setSheet('line') },
    ...(facilitates ? facilitating : []),
    { id: 'leave', label: t`Leave the sound, stay in text`, end: true, run: () => leaveCall(id) },
  ]
  return (
    <>
      <MenuButton label={t`Sound`} choices={choices}>
        <Button aria-label={t`Sound`}>
          <AudioLines size={20} aria-hidden="true" />
        </Button>
      </MenuButton>
      {sheet === 'devices' && <DevicesSheet gathering={id} onClose={() => setSheet(null)} />}
      {sheet === 'key' && <KeySheet gathering={id} onClose={() => setSheet(null)} />}
      {sheet === 'line' && <LineSheet id={id} onClose={() => setSheet(null)} />}
      {sheet === 'heard' && <HeardSheet id={id} voices={voices} onClose={() => setSheet(null)} />}
    </>
  )
}
