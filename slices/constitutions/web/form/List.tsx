/** A list: things are added at its end, moved up and down, taken out; all by keyboard. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { idAt, useForm } from './FormContext.ts'
import { Item } from './Item.tsx'
import type { NodeProps } from './Node.tsx'
import { FieldSaid } from './Said.tsx'
import { fresh, isObject, type Json, keyFor } from './schema.ts'
import styles from '../constitutions.module.css'

function keyOf(item: Json | undefined): string {
  const key = isObject(item) ? item['key'] : null
  return typeof key === 'string' ? key : ''
}
const keysOf = (items: readonly Json[]) => items.map(keyOf)

export function List({ schema, value, path, onChange }: NodeProps) {
  const { t } = useLingui()
  const { section } = useForm()
  const { title = path.at(-1), description } = schema
  const items = Array.isArray(value) ? value : []
  const stood = useRef(new Set(keysOf(items)))
  const goTo = useRef<string | null>(null)
  const id = idAt(section, path)
  useEffect(() => {
    if (!goTo.current) return
    const target = document.getElementById(goTo.current)
    const inside = target?.matches('button')
      ? target
      : target?.querySelector<HTMLElement>('input, textarea, select')
    if (inside instanceof HTMLElement) inside.focus()
    goTo.current = null
  })
  function put(to: Json[], focus: string) {
    goTo.current = focus
    onChange(path, to)
  }
  /** What was not here when the form was opened takes its key from its name while that is typed. */
  function change(at: readonly string[], to: Json) {
    const item = items[Number(at[path.length])]
    const name = at.length === path.length + 2 ? at.at(-1) : undefined
    const naming = isObject(item) && (name === 'name' || (name === 'text' && !('name' in item)))
    if (!naming || typeof to !== 'string' || stood.current.has(keyOf(item))) return onChange(at, to)
    const key = keyFor(to, keysOf(items.filter((one) => one !== item)))
    onChange(at.slice(0, -1), { ...item, [name]: to, ...('key' in item ? { key } : {}) })
  }
  function add() {
    const made = fresh(schema.items ?? {})
    const whole =
      isObject(made) && 'key' in made ? { ...made, key: keyFor('', keysOf(items)) } : made
    put([...items, whole], `${id}-${items.length}`)
  }
  function move(index: number, by: -1 | 1) {
    const to = [...items]
    const [moved] = to.splice(index, 1)
    if (moved === undefined) return
    to.splice(index + by, 0, moved)
    const last = index + by === (by < 0 ? 0 : items.length - 1)
    const way = last ? (by < 0 ? 'down' : 'up') : by < 0 ? 'up' : 'down'
    put(to, `${id}-${index + by}-${way}`)
  }
  const full = schema.maxItems !== undefined && items.length >= schema.maxItems
  return (
    <fieldset className={styles['list']}>
      <legend className="label">{title}</legend>
      {description && <p className="hint">{description}</p>}
      <FieldSaid path={path} />
      <ol className={styles['items']}>
        {items.map((item, index) => (
          <Item
            // oxlint-disable-next-line no-array-index-key -- a key changes while its name is typed
            key={index}
            id={`${id}-${index}`}
            schema={schema.items ?? {}}
            count={items.length}
            index={index}
            item={item}
            path={[...path, String(index)]}
            onChange={change}
            onMove={move}
            onTakeOut={() =>
              put(
                items.filter((_, at) => at !== index),
                `${id}-add`,
              )
            }
          />
        ))}
      </ol>
      <div>
        <Button small id={`${id}-add`} isDisabled={full} onPress={add}>
          {schema['x-item'] ? t`Add ${schema['x-item']}` : <Trans>Add one</Trans>}
        </Button>
      </div>
    </fieldset>
  )
}
