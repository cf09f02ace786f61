/** One of several: of an enum, or of what there is to refer to. */
import { useLingui } from '@lingui/react/macro'
import { useForm } from './FormContext.ts'
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import type { FieldSchema } from './schema.ts'

export type Option = { value: string; label: string }

/** What may be chosen, with what stands there even if it is none of them. */
export function useOptions(schema: FieldSchema, standing: readonly string[]): Option[] {
  const { thereIs } = useForm()
  const refers = schema['x-refers-to'] ?? schema.items?.['x-refers-to']
  const words = schema['x-choices'] ?? schema.items?.['x-choices'] ?? {}
  const known = refers
    ? thereIs(refers).map(({ key, name }) => ({ value: key, label: name || key }))
    : (schema.enum ?? schema.items?.enum ?? []).map((value) => ({
        value: String(value),
        label: words[String(value)] ?? String(value),
      }))
  const strange = standing.filter((key) => !known.some(({ value }) => value === key))
  return [...known, ...strange.map((key) => ({ value: key, label: key }))]
}

export function Choice({ schema, value, path, onChange }: NodeProps) {
  const { t } = useLingui()
  const { title = path.at(-1), description } = schema
  const control = useControl(path, description !== undefined)
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const options = useOptions(schema, chosen ? [chosen] : [])
  const numbers = schema.enum?.some((one) => typeof one === 'number') ?? false
  return (
    <div className="field">
      <label className="label" htmlFor={control.id}>
        {title}
      </label>
      <select
        {...control}
        className="input"
        value={chosen}
        onChange={({ target }) => onChange(path, numbers ? Number(target.value) : target.value)}
      >
        {chosen === '' && <option value="">{t`Choose one`}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {description && (
        <p className="hint" id={`${control.id}-hint`}>
          {description}
        </p>
      )}
      <FieldSaid path={path} />
    </div>
  )
}
