/** Which column means what. */
import { useLingui } from '@lingui/react/macro'
import { Select } from '#web/kit/Select.tsx'
import { Mapping } from '../rules/csv-cells.ts'

export type Mapped = {
  who: string
  day: string
  amount: string
  note: string
  id: string
  unit: string
  order: string
}

/** As the hall takes it; null while something is missing. */
export function mappingOf({ note, id, ...rest }: Mapped): Mapping | null {
  const read = Mapping.safeParse({ ...rest, note: note || null, id: id || null })
  return read.success ? read.data : null
}

type Props = { columns: readonly string[]; mapped: Mapped; onChange: (mapped: Mapped) => void }

export function MappingFields({ columns, mapped, onChange }: Props) {
  const { t } = useLingui()
  const names = columns.map((name) => ({ value: name, label: name }))
  const orNone = [{ value: '', label: t`none` }, ...names]
  const set = (field: keyof Mapped) => (value: string) => onChange({ ...mapped, [field]: value })
  return (
    <>
      <Select
        label={t`Whose it is`}
        hint={t`A mail address, a payment reference or a name.`}
        value={mapped.who}
        onChange={set('who')}
        choices={names}
      />
      <Select label={t`Day`} value={mapped.day} onChange={set('day')} choices={names} />
      <Select
        label={t`Days are written as`}
        value={mapped.order}
        onChange={set('order')}
        choices={[
          { value: 'ymd', label: '2026-12-31' },
          { value: 'dmy', label: '31.12.2026' },
          { value: 'mdy', label: '12/31/2026' },
        ]}
      />
      <Select label={t`Amount`} value={mapped.amount} onChange={set('amount')} choices={names} />
      <Select
        label={t`The amounts are`}
        value={mapped.unit}
        onChange={set('unit')}
        choices={[
          { value: 'EUR', label: t`Euros` },
          { value: 'GBP', label: t`Pounds` },
          { value: 'USD', label: t`US dollars` },
          { value: 'hours', label: t`Hours` },
        ]}
      />
      <Select label={t`Note`} value={mapped.note} onChange={set('note')} choices={orNone} />
      <Select
        label={t`A number of its own for each line`}
        value={mapped.id}
        onChange={set('id')}
        choices={orNone}
      />
    </>
  )
}
