/** An amount with its currency; it stands in the document in minor units. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import { isObject } from './schema.ts'
import styles from '../constitutions.module.css'

/** How many digits the minor unit of a currency has, as the platform knows it. */
function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

const asText = (minor: number, digits: number) => {
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  if (digits === 0) return whole
  const cents = whole.slice(-digits)
  return /^0+$/.test(cents) ? whole.slice(0, -digits) : `${whole.slice(0, -digits)}.${cents}`
}

function asMinor(text: string, digits: number): number | null {
  const read = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim())
  if (!read || (read[2] ?? '').length > digits) return null
  return Number(`${read[1]}${(read[2] ?? '').padEnd(digits, '0')}`)
}

export function Money({ schema, value, path, onChange }: NodeProps) {
  const { t } = useLingui()
  const { title = path.at(-1), description } = schema
  const control = useControl(path, false)
  const given = isObject(value) ? value : {}
  const currency = typeof given['currency'] === 'string' ? given['currency'] : ''
  const digits = digitsOf(currency)
  const minor = given['minor']
  const stands = typeof minor === 'number' ? asText(minor, digits) : ''
  const [typed, setTyped] = useState(stands)
  const shown = asMinor(typed, digits) === (minor ?? null) ? typed : stands
  return (
    <fieldset className={styles['checks']}>
      <legend className="label">{title}</legend>
      {description && <p className="hint">{description}</p>}
      <div className={styles['pair']}>
        <input
          {...control}
          aria-label={t`Amount`}
          className="input num"
          inputMode="decimal"
          value={shown}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange([...path, 'minor'], asMinor(target.value, digits))
          }}
        />
        <input
          aria-label={t`Currency`}
          className="input"
          maxLength={3}
          value={currency}
          onChange={({ target }) => onChange([...path, 'currency'], target.value.toUpperCase())}
        />
      </div>
      <FieldSaid path={path} />
      <FieldSaid path={[...path, 'minor']} />
      <FieldSaid path={[...path, 'currency']} />
    </fieldset>
  )
}
