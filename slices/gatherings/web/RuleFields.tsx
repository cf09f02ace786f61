/** Whether it comes again: not, weekly on its weekday, or monthly on the first to last of it. */
import { useLingui } from '@lingui/react/macro'
import { Field } from '#web/kit/Field.tsx'
import { type Rule, WEEKDAYS } from '../rules/recurrence.ts'
import type { Draft } from './draft.ts'
import { WEEKDAY_NAMES } from './kinds.ts'
import { Select } from '#web/kit/Select.tsx'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

const INTERVALS = [1, 2, 3, 4] as const

/** The weekday of a day, and which of its kind it is in the month (-1: the last). */
function placeOf(date: string) {
  const day = new Date(`${date}T12:00:00Z`)
  const on = WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? 'MO'
  const nth = Math.ceil(day.getUTCDate() / 7)
  const which = nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : -1
  return { on, which } as const
}

/** The rule for a choice such as `week-2` or `month-1`, on the draft's own day. */
function ruleFor(choice: string, { date, rule }: Draft): Rule | null {
  const [every, number] = choice.split('-')
  const interval = Number(number)
  const { on, which } = placeOf(date)
  const until = rule?.until ?? null
  if (every === 'week') return { every, interval, on: [on], until }
  return every === 'month' ? { every, interval, on, which, until } : null
}

export function RuleFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const { rule } = draft
  const { on } = placeOf(draft.date)
  const day = t(WEEKDAY_NAMES[on])
  const value = rule ? `${rule.every}-${rule.interval}` : 'once'
  const choices = [
    { value: 'once', label: t`Once` },
    ...INTERVALS.map((number) => ({
      value: `week-${number}`,
      label: number === 1 ? t`Every week, ${day}` : t`Every ${number} weeks, ${day}`,
    })),
    { value: 'month-1', label: t`Every month, on the same ${day} of the month` },
    { value: 'month-2', label: t`Every two months` },
    { value: 'month-3', label: t`Every three months` },
  ]
  return (
    <div className="stack">
      <Select
        label={t`Does it come again?`}
        value={value}
        onChange={(choice) => onChange({ ...draft, rule: ruleFor(choice, draft) })}
        choices={choices}
      />
      {rule && (
        <Field
          label={t`Until (empty: without end)`}
          type="date"
          value={rule.until ?? ''}
          onChange={(until) => onChange({ ...draft, rule: { ...rule, until: until || null } })}
        />
      )}
    </div>
  )
}
