/** Which column of the table means what: guessed by its name, chosen where the guess is wrong. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '#web/kit/Select.tsx'
import type { Looked, Mapped } from './tableWork.ts'

type Props = { looked: Looked; disabled: boolean; onChange: (mapping: Mapped) => void }

export function TableMapping({ looked, disabled, onChange }: Props) {
  const { t } = useLingui()
  const columns = [...new Set(looked.header.filter((name) => name !== ''))]
  const names = columns.map((name) => ({ value: name, label: name }))
  const orNone = [{ value: '', label: t`none of them` }, ...names]
  const { mapping } = looked
  const set = (column: keyof Mapped) => (name: string) => {
    const { [column]: _before, ...rest } = mapping
    onChange(name === '' ? rest : { ...rest, [column]: name })
  }
  return (
    <fieldset className="stack" disabled={disabled}>
      <legend className="label">
        <Trans>Which column is which</Trans>
      </legend>
      <Select label={t`Name`} value={mapping.name ?? ''} onChange={set('name')} choices={orNone} />
      <Select
        label={t`Mail address`}
        hint={t`Who has none cannot sign in until they get one.`}
        value={mapping.email ?? ''}
        onChange={set('email')}
        choices={orNone}
      />
      <Select
        label={t`Class`}
        hint={t`By its key or its name; without one they begin in the first class.`}
        value={mapping.class ?? ''}
        onChange={set('class')}
        choices={orNone}
      />
      <Select
        label={t`Member since`}
        value={mapping.from ?? ''}
        onChange={set('from')}
        choices={orNone}
      />
    </fieldset>
  )
}
