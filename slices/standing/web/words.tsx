/** States in words, and days as people write them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { regionOf } from '#web/kit/When.tsx'
import type { Standing } from './useStanding.ts'

export function StateWord({ state }: { state: Standing['state'] }) {
  switch (state) {
    case 'good':
      return <Trans>in good standing</Trans>
    case 'behind':
      return <Trans>behind</Trans>
    case 'paused':
      return <Trans>paused</Trans>
    default:
      return <Trans>left</Trans>
  }
}

/** A day of the hall's clock, whatever the reader's zone. */
export function Day({ day }: { day: string }) {
  const { i18n } = useLingui()
  const text = new Intl.DateTimeFormat(regionOf(i18n.locale), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
  return <time dateTime={day}>{text}</time>
}

/** The number of a rule, beside what it says. */
export function Cite({ number }: { number: string | null }) {
  const { t } = useLingui()
  return number === null ? null : (
    <abbr className="hint num" title={t`Rule ${number}`}>
      {number}
    </abbr>
  )
}
