/** Yes or no. */
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import styles from '../constitutions.module.css'

export function Tick({ schema, value, path, onChange }: NodeProps) {
  const { title = path.at(-1), description } = schema
  const control = useControl(path, description !== undefined)
  return (
    <div className="field">
      <label className={styles['tick']} htmlFor={control.id}>
        <input
          {...control}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(path, target.checked)}
        />
        <span>{title}</span>
      </label>
      {description && (
        <p className="hint" id={`${control.id}-hint`}>
          {description}
        </p>
      )}
      <FieldSaid path={path} />
    </div>
  )
}
