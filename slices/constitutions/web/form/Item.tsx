/** One thing of a list, with what moves it and takes it out. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Node, type NodeProps } from './Node.tsx'
import { isObject, type Json } from './schema.ts'
import styles from '../constitutions.module.css'

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

function calledIn(item: Json): string {
  if (!isObject(item)) return textOf(item)
  return textOf(item['name']) || textOf(item['text']) || textOf(item['key'])
}

type Props = Pick<NodeProps, 'schema' | 'path' | 'onChange'> & {
  id: string
  count: number
  item: Json
  index: number
  onMove: (index: number, by: -1 | 1) => void
  onTakeOut: () => void
}

export function Item({ id, schema, count, item, index, path, onChange, onMove, onTakeOut }: Props) {
  const { t } = useLingui()
  const number = index + 1
  const called = calledIn(item).slice(0, 40) || t`number ${number}`
  return (
    <li id={id} className={styles['item']}>
      <div className="stack">
        <Node schema={schema} value={item} path={path} onChange={onChange} />
      </div>
      <div className={styles['moves']}>
        <Button
          small
          look="quiet"
          id={`${id}-up`}
          isDisabled={index === 0}
          aria-label={t`Move ${called} up`}
          onPress={() => onMove(index, -1)}
        >
          <Trans>Up</Trans>
        </Button>
        <Button
          small
          look="quiet"
          id={`${id}-down`}
          isDisabled={index === count - 1}
          aria-label={t`Move ${called} down`}
          onPress={() => onMove(index, 1)}
        >
          <Trans>Down</Trans>
        </Button>
        <Button small look="quiet" aria-label={t`Take out ${called}`} onPress={onTakeOut}>
          <Trans>Take out</Trans>
        </Button>
      </div>
    </li>
  )
}
