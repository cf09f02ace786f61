/** Through the versions by a slider: the arrow keys go one, Page Up and Page Down ten. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import type { History, Step } from './steps.ts'
import { Since } from './Since.tsx'
import styles from './history.module.css'

type Props = {
  steps: readonly Step[]
  at: Step
  since: number | null
  authors: History['authors']
  choose: (version: number | 'now') => void
  compareWith: (version: number | null) => void
}

export function VersionSlider({ steps, at, since, authors, choose, compareWith }: Props) {
  const { t } = useLingui()
  const tell = useTelling()
  const place = steps.indexOf(at)
  const spoken = (to: number) => {
    const step = steps[to]
    return step ? `${tell(step)}. ${namesIn(step, authors).join(', ')}` : ''
  }
  const input = useRef<HTMLInputElement>(null)
  const words = spoken(place)
  // The slider itself only says its number.
  useEffect(() => input.current?.setAttribute('aria-valuetext', words))
  return (
    <div className={styles['choosing']}>
      <Slider
        minValue={0}
        maxValue={Math.max(steps.length - 1, 1)}
        isDisabled={steps.length < 2}
        value={place}
        onChange={(value) => {
          const step = steps[Number(value)]
          if (step) choose(step.version)
        }}
      >
        <Label className="label">
          <Trans>Version</Trans>
        </Label>
        <SliderTrack className={styles['track'] ?? ''}>
          <SliderThumb className={styles['thumb'] ?? ''} aria-label={t`Version`} inputRef={input} />
        </SliderTrack>
      </Slider>
      <output className={styles['at']}>
        <b>{tell(at)}</b>{' '}
        <span>
          {namesIn(at, authors).length > 0 ? (
            namesIn(at, authors).join(', ')
          ) : (
            <Trans>nobody who is still known</Trans>
          )}
        </span>{' '}
        <span className="hint">
          <Plural value={steps.length} one="# version" other="# versions" />
        </span>
      </output>
      <Since steps={steps} at={at} since={since} compareWith={compareWith} tell={tell} />
    </div>
  )
}

function namesIn({ authors: numbers }: Step, authors: History['authors']): string[] {
  return numbers.flatMap((number) => authors.find((one) => one.number === number)?.name ?? [])
}

/** A version in words: its name and when it was written last. */
function useTelling() {
  const { i18n, t } = useLingui()
  return ({ at, label, kind }: Step): string => {
    const when = `${dayIn(at, undefined, i18n.locale)}, ${timeIn(at, undefined, i18n.locale)}`
    if (kind === 'now') return t`Now, last written ${when}`
    return label ? t`“${label}”, ${when}` : when
  }
}
