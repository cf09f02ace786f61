/** In the now line: captions on or off, in which language, how large; for facilitators, who writes them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { msg } from '@lingui/core/macro'
import { Captions as Sign } from 'lucide-react'
import { useState } from 'react'
import { GatheringId } from '#slices/room/api.ts'
import { useFacilitates, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { languageName } from '../rules/languages.ts'
import { useCaptions } from './captionsStore.ts'
import { CaptionersSheet } from './CaptionersSheet.tsx'
import { choose, languageShown, SIZES, useChoice } from './choice.ts'
import { TranscriptSheet } from './TranscriptSheet.tsx'
import './captions.css'

const NAMES = { small: msg`Small letters`, middle: msg`Middle letters`, large: msg`Large letters` }

export function Part({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const facilitates = useFacilitates()
  const { captioners, engine, languages } = useCaptions(id)
  const { on, language, size } = useChoice()
  const [sheet, setSheet] = useState<'captioners' | 'transcript' | null>(null)
  const all = [...new Set([...Object.values(captioners), ...languages])]
  const isThere = all.length > 0 || engine !== null
  const sealed = useRoom((room) => room.call?.settings.sealed ?? false)
  // A group of breakouts has no captions of its own, a sealed gathering none at all.
  if (sealed || !GatheringId.safeParse(id).success || (!isThere && !facilitates)) return null
  const shown = languageShown(language, all, i18n.locale)
  const choices: Choice[] = [
    ...(isThere
      ? [{ id: 'on', label: on ? t`Captions off` : t`Captions on`, run: () => choose({ on: !on }) }]
      : []),
    ...(all.length > 1
      ? all.map((one) => ({
          id: `in ${one}`,
          label: languageName(one, i18n.locale),
          pressed: on && one === shown,
          run: () => choose({ on: true, language: one }),
        }))
      : []),
    ...(on && isThere
      ? SIZES.map((one) => ({
          id: one,
          label: i18n._(NAMES[one]),
          pressed: one === size,
          run: () => choose({ size: one }),
        }))
      : []),
    ...(languages.length > 0
      ? [{ id: 'transcript', label: t`All captions`, run: () => setSheet('transcript') }]
      : []),
    ...(facilitates
      ? [{ id: 'who', label: t`Who writes captions`, end: true, run: () => setSheet('captioners') }]
      : []),
  ]
  return (
    <>
      <MenuButton label={t`Captions`} choices={choices} placement="bottom end">
        <Button small look="quiet" className="captions-button" aria-pressed={on && isThere}>
          <Sign size={16} aria-hidden="true" />
          <span>{on && isThere ? <Trans>Captions on</Trans> : <Trans>Captions</Trans>}</span>
        </Button>
      </MenuButton>
      {sheet === 'captioners' && <CaptionersSheet id={id} onClose={() => setSheet(null)} />}
      {sheet === 'transcript' && (
        <TranscriptSheet id={id} language={shown} onClose={() => setSheet(null)} />
      )}
    </>
  )
}
