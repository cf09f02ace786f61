/** One of several kinds, each with fields of its own. */
import { Fields } from './Things.tsx'
import type { NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import { fresh, isObject, kindsOf } from './schema.ts'
import styles from '../constitutions.module.css'

export function Union({ schema, value, path, onChange }: NodeProps) {
  const { title = path.at(-1), description } = schema
  const control = useControl(path, description !== undefined)
  const given = isObject(value) ? value : {}
  const kinds = kindsOf(schema)
  const chosen = kinds.find(([kind]) => kind === given['kind'])
  /** What both kinds have under one name stays. */
  function choose(kind: string) {
    const to = kinds.find(([name]) => name === kind)
    const made = to ? fresh(to[1]) : null
    if (!isObject(made ?? undefined) || !isObject(made)) return
    const kept = Object.keys(made).filter((name) => name !== 'kind' && name in given)
    onChange(path, {
      ...made,
      ...Object.fromEntries(kept.map((name) => [name, given[name] ?? null])),
    })
  }
  return (
    <div className={styles['checks']}>
      <label className="label" htmlFor={control.id}>
        {title}
      </label>
      <select
        {...control}
        className="input"
        value={chosen?.[0] ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        {kinds.map(([kind]) => (
          <option key={kind} value={kind}>
            {schema['x-choices']?.[kind] ?? kind}
          </option>
        ))}
      </select>
      {description && (
        <p className="hint" id={`${control.id}-hint`}>
          {description}
        </p>
      )}
      <FieldSaid path={path} />
      {chosen && (
        <div className={styles['inner']}>
          <Fields schema={chosen[1]} value={value} path={path} onChange={onChange} />
        </div>
      )}
    </div>
  )
}
