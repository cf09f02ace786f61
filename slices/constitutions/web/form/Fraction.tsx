/** A part of a whole: "2 of 3". */
import { Trans, useLingui } from '@lingui/react/macro'
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import { isObject } from './schema.ts'
import styles from '../constitutions.module.css'

export function Fraction({ schema, value, path, onChange }: NodeProps) {
  const { t } = useLingui()
  const { title = path.at(-1), description } = schema
  const control = useControl(path, false)
  const given = isObject(value) ? value : {}
  const numeral = (name: 'of' | 'in', label: string) => (
    <input
      {...control}
      id={`${control.id}-${name}`}
      aria-label={label}
      className="input num"
      type="number"
      min={1}
      max={1000}
      value={typeof given[name] === 'number' ? given[name] : ''}
      onChange={({ target }) =>
        onChange([...path, name], target.value === '' ? null : Number(target.value))
      }
    />
  )
  return (
    <fieldset className={styles['checks']}>
      <legend className="label">{title}</legend>
      {description && <p className="hint">{description}</p>}
      <div className={styles['pair']}>
        {numeral('of', t`so many parts`)}
        <span>
          <Trans>of</Trans>
        </span>
        {numeral('in', t`of so many in all`)}
      </div>
      <FieldSaid path={path} />
      <FieldSaid path={[...path, 'of']} />
      <FieldSaid path={[...path, 'in']} />
    </fieldset>
  )
}
