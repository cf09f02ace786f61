/** A whole number. */
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'

const SAFE = 1_000_000_000

export function Numeral({ schema, value, path, onChange }: NodeProps) {
  const { title = path.at(-1), description, minimum = -SAFE, maximum = SAFE } = schema
  const control = useControl(path, description !== undefined)
  return (
    <div className="field">
      <label className="label" htmlFor={control.id}>
        {title}
      </label>
      <input
        {...control}
        className="input num"
        type="number"
        min={Math.max(minimum, -SAFE)}
        max={Math.min(maximum, SAFE)}
        step={1}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => onChange(path, target.value === '' ? null : Number(target.value))}
      />
      {description && (
        <p className="hint" id={`${control.id}-hint`}>
          {description}
        </p>
      )}
      <FieldSaid path={path} />
    </div>
  )
}
