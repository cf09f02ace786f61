/** Some of several, each with its box. */
import { Trans } from '@lingui/react/macro'
import { useOptions } from './Choice.tsx'
import type { NodeProps } from './Node.tsx'
import { FieldSaid } from './Said.tsx'
import styles from '../constitutions.module.css'

export function Checks({ schema, value, path, onChange }: NodeProps) {
  const { title = path.at(-1), description } = schema
  const chosen = Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'string' ? [one] : []))
    : []
  const options = useOptions(schema, chosen)
  function put(key: string, on: boolean) {
    const keys = on ? [...chosen, key] : chosen.filter((one) => one !== key)
    const order = options.map((option) => option.value)
    onChange(
      path,
      keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    )
  }
  return (
    <fieldset className={styles['checks']}>
      <legend className="label">{title}</legend>
      {description && <p className="hint">{description}</p>}
      {options.length === 0 && (
        <p className="hint">
          <Trans>There is nothing to choose from yet.</Trans>
        </p>
      )}
      <div className={styles['boxes']}>
        {options.map((option) => (
          <label key={option.value} className={styles['tick']}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ target }) => put(option.value, target.checked)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldSaid path={path} />
      {chosen.map((key, index) => (
        <FieldSaid key={key} path={[...path, String(index)]} />
      ))}
    </fieldset>
  )
}
