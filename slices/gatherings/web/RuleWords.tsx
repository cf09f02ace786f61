/** How a gathering comes again, in words. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { WEEKDAY_NAMES } from './kinds.ts'
import type { GatheringShown } from './shapes.ts'

export function RuleWords({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const { rule } = gathering
  if (!rule) return null
  if (rule.every === 'week') {
    const days = rule.on.map((day) => t(WEEKDAY_NAMES[day])).join(', ')
    return (
      <p className="hint">
        <Plural value={rule.interval} one="Every week" other="Every # weeks" />: {days}
      </p>
    )
  }
  const day = t(WEEKDAY_NAMES[rule.on])
  const which = rule.which === -1 ? t`the last` : t`number ${rule.which}`
  return (
    <p className="hint">
      <Trans>
        Monthly: {day}, {which} of the month
      </Trans>
    </p>
  )
}
