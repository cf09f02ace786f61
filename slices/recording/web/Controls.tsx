/** Play, back and forth, how fast, which language; all by keyboard. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { languageName } from '#slices/captions/rules/languages.ts'
import { Button } from '#web/kit/Button.tsx'
import type { RecordingShown } from '../api.ts'
import type { Player } from './playing.ts'
import { stamp } from './times.ts'

const SPEEDS = [0.75, 1, 1.25, 1.5, 2]
const JUMP_SECONDS = 15

export function Controls({ player, shown }: { player: Player; shown: RecordingShown }) {
  const { t, i18n } = useLingui()
  const { at, goes, speed, language } = useSyncExternalStore(player.watch, player.now)
  const languages = [...new Set(shown.voices.flatMap((voice) => voice.language ?? []))]
  const here = stamp(at)
  const whole = stamp(player.total)
  return (
    <section className="recording-controls" aria-label={t`Listen`}>
      <input
        type="range"
        aria-label={t`Where in the recording`}
        aria-valuetext={t`${here} of ${whole}`}
        min={0}
        max={Math.ceil(player.total)}
        step={1}
        value={Math.floor(at)}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <div className="recording-row">
        <Button look="act" onPress={() => (goes ? player.pause() : player.play())}>
          {goes ? <Trans>Pause</Trans> : <Trans>Play</Trans>}
        </Button>
        <Button onPress={() => player.seek(at - JUMP_SECONDS)}>
          <Trans>15 s back</Trans>
        </Button>
        <Button onPress={() => player.seek(at + JUMP_SECONDS)}>
          <Trans>15 s on</Trans>
        </Button>
        <span className="num">
          {here} / {whole}
        </span>
        <label>
          <Trans>Speed</Trans>{' '}
          <select
            className="input"
            value={speed}
            onChange={(event) => player.hurry(Number(event.target.value))}
          >
            {SPEEDS.map((one) => (
              <option key={one} value={one}>
                {one} ×
              </option>
            ))}
          </select>
        </label>
        {languages.length > 0 && (
          <label>
            <Trans>Language</Trans>{' '}
            <select
              className="input"
              value={language ?? ''}
              onChange={(event) => player.listen(event.target.value || null)}
            >
              <option value="">{t`The floor`}</option>
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, i18n.locale)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </section>
  )
}
