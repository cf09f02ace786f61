/** A field of text, a line or several. */
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'

export function Words({ schema, value, path, onChange }: NodeProps) {
  const { title = path.at(-1), description } = schema
  const control = useControl(path, description !== undefined)
  const shared = {
    ...control,
    className: 'input',
    value: typeof value === 'string' ? value : '',
    onChange: ({ target }: { target: { value: string } }) => onChange(path, target.value),
  }
  return (
    <div className="field">
      <label className="label" htmlFor={control.id}>
        {title}
      </label>
      {schema['x-as'] === 'long' ? <textarea rows={2} {...shared} /> : <input {...shared} />}
      {description && (
        <p className="hint" id={`${control.id}-hint`}>
          {description}
        </p>
      )}
      <FieldSaid path={path} />
    </div>
  )
}
