/** What was given and when: hours, money or a thing. */
import { useLingui } from '@lingui/react/macro'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import type { Kind } from './quantity.ts'

export type Giving = { kind: Kind; count: string; day: string }
type Props = { giving: Giving; onChange: (giving: Giving) => void; mistake: boolean }

const KINDS: readonly Kind[] = ['hours', 'EUR', 'thing']

export function AmountFields({ giving, onChange, mistake }: Props) {
  const { t } = useLingui()
  const words = { hours: t`Hours`, EUR: t`Euros`, thing: t`A thing` }
  const hints = {
    hours: t`As 1.5 for an hour and a half.`,
    EUR: t`As 12.50.`,
    thing: t`Its short name in the rules, as server.`,
  }
  const wrong = {
    hours: t`Hours that make whole minutes, as 1.5.`,
    EUR: t`An amount of money, as 12.50.`,
    thing: t`Small letters and hyphens, as server.`,
  }
  return (
    <>
      <Select
        label={t`What`}
        value={giving.kind}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value)
          if (kind) onChange({ ...giving, kind })
        }}
        choices={KINDS.map((kind) => ({ value: kind, label: words[kind] }))}
      />
      <Field
        label={giving.kind === 'thing' ? t`Which` : t`How much`}
        hint={hints[giving.kind]}
        value={giving.count}
        onChange={(count) => onChange({ ...giving, count })}
        mistake={mistake ? wrong[giving.kind] : undefined}
        isRequired
      />
      <Field
        label={t`On`}
        type="date"
        value={giving.day}
        onChange={(day) => onChange({ ...giving, day })}
        isRequired
      />
    </>
  )
}
