/** Something that may be left out: a box says whether it is there. */
import { useRef } from 'react'
import { Node, type NodeProps } from './Node.tsx'
import { FieldSaid, useControl } from './Said.tsx'
import { type FieldSchema, fresh, type Json } from './schema.ts'
import styles from '../constitutions.module.css'

export function OrNone({ inner, ...props }: NodeProps & { inner: FieldSchema }) {
  const { value, path, onChange } = props
  const there = value !== null && value !== undefined
  const before = useRef<Json>(null)
  const control = useControl(path, false)
  return (
    <div className={styles['checks']}>
      <label className={styles['tick']} htmlFor={`${control.id}-there`}>
        <input
          id={`${control.id}-there`}
          type="checkbox"
          checked={there}
          onChange={({ target }) => {
            if (!target.checked) before.current = value ?? null
            onChange(path, target.checked ? (before.current ?? fresh(inner)) : null)
          }}
        />
        <span>{inner.title ?? path.at(-1)}</span>
      </label>
      {there ? (
        <div className={`${styles['inner']} ${styles['there']}`}>
          <Node {...props} schema={inner} />
        </div>
      ) : (
        <FieldSaid path={path} />
      )}
    </div>
  )
}
