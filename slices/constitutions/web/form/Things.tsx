/** Several fields together. */
import { Node, type NodeProps } from './Node.tsx'
import { FieldSaid } from './Said.tsx'
import { isObject } from './schema.ts'
import styles from '../constitutions.module.css'

/** The fields alone; a key that its list makes from the name is not asked for. */
export function Fields({ schema, value, path, onChange }: NodeProps) {
  const given = isObject(value) ? value : {}
  const names = Object.keys(schema.properties ?? {})
  const made = names.includes('name') || names.includes('text')
  return names
    .filter((name) => name !== 'kind' || schema.properties?.[name]?.const === undefined)
    .filter((name) => name !== 'key' || !made)
    .map((name) => (
      <Node
        key={name}
        schema={schema.properties?.[name] ?? {}}
        value={given[name]}
        path={[...path, name]}
        onChange={onChange}
      />
    ))
}

export function Things(props: NodeProps) {
  const { schema, path } = props
  if (path.length === 0 || !schema.title) return <Fields {...props} />
  return (
    <fieldset className={styles['checks']}>
      <legend className="label">{schema.title}</legend>
      <FieldSaid path={path} />
      <Fields {...props} />
    </fieldset>
  )
}
