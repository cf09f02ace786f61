/** In the bar: what one listens to, how the floor is heard beneath, and for facilitators who interprets. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Languages as Sign } from 'lucide-react'
import { useState } from 'react'
import { languageName } from '#slices/captions/rules/languages.ts'
import { useFacilitates } from '#slices/room/web/useRoom.ts'
import { useCallNow } from '#slices/voices/web/inCall.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { InterpretersSheet } from './InterpretersSheet.tsx'
import { listen, useInterpretation } from './interpretationStore.ts'

export function Part({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const facilitates = useFacilitates()
  const { state } = useCallNow(id)
  const { interpreters, channel, beneath } = useInterpretation(id)
  const [naming, setNaming] = useState(false)
  const channels = [...new Set(Object.values(interpreters))]
  const isIn = state === 'in' || state === 'coming-back'
  if (!isIn || (channels.length === 0 && !facilitates)) return null
  const named = channel ? languageName(channel, i18n.locale) : ''
  const floor: Choice = {
    id: 'floor',
    label: t`The floor, as it is`,
    pressed: channel === null,
    run: () => listen(id, { channel: null }),
  }
  const into = channels.map((one) => ({
    id: `in ${one}`,
    label: languageName(one, i18n.locale),
    pressed: one === channel,
    run: () => listen(id, { channel: one }),
  }))
  const below: Choice[] = [
    {
      id: 'softly',
      label: t`The floor softly beneath`,
      pressed: beneath === 'softly',
      run: () => listen(id, { beneath: 'softly' }),
    },
    {
      id: 'not-at-all',
      label: t`Without the floor`,
      pressed: beneath === 'not-at-all',
      run: () => listen(id, { beneath: 'not-at-all' }),
    },
  ]
  const choices: Choice[] = [
    ...(channels.length > 0 ? [floor, ...into] : []),
    ...(channel ? below : []),
    ...(facilitates
      ? [{ id: 'who', label: t`Who interprets`, end: true, run: () => setNaming(true) }]
      : []),
  ]
  return (
    <>
      <MenuButton label={t`Languages`} choices={choices}>
        <Button aria-pressed={channel !== null}>
          <Sign size={20} aria-hidden="true" />
          <span>{channel ? <Trans>Languages: {named}</Trans> : <Trans>Languages</Trans>}</span>
        </Button>
      </MenuButton>
      {naming && <InterpretersSheet id={id} onClose={() => setNaming(false)} />}
    </>
  )
}
