/** One line of a compared version. Colour never speaks alone: what was put in is underlined. */
import { useLingui } from '@lingui/react/macro'
import type { z } from 'zod'
import type { ComparedLine } from '../../api/history.ts'
import styles from './history.module.css'

type Line = z.infer<typeof ComparedLine>
type Props = { line: Line; names: ReadonlyMap<number, string> }

const SIGNS: Partial<Record<Line['kind'], string>> = {
  point: '•',
  number: '–',
  task: '☐',
  done: '☑',
  quote: '›',
}
const TINTS = 6

export function ShownLine({ line: { kind, depth, change, runs }, names }: Props) {
  const { t } = useLingui()
  const classes = [styles['line'], styles[kind], styles[change]].filter(Boolean).join(' ')
  if (kind === 'rule') return <hr className={classes} />
  const inner = runs.map(({ text, by, change: what }, place) => {
    const name = by === null ? '' : (names.get(by) ?? '')
    const tint = by === null ? undefined : `person-${(by % TINTS) + 1}`
    if (what === 'added')
      return (
        // oxlint-disable-next-line react/no-array-index-key
        <ins key={place} title={name ? t`put in by ${name}` : t`put in`} data-tint={tint}>
          {text}
        </ins>
      )
    if (what === 'removed')
      return (
        // oxlint-disable-next-line react/no-array-index-key
        <del key={place} title={name ? t`taken out; ${name} had written it` : t`taken out`}>
          {text}
        </del>
      )
    // oxlint-disable-next-line react/no-array-index-key
    return <span key={place}>{text}</span>
  })
  const writers = change === 'same' ? [] : [...new Set(putInBy(runs, names))]
  return (
    <p className={classes} dir="auto" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
      {SIGNS[kind] && <span aria-hidden="true">{SIGNS[kind]} </span>}
      {inner}
      {writers.length > 0 && <small className={styles['by']}> — {writers.join(', ')}</small>}
    </p>
  )
}

function putInBy(runs: Line['runs'], names: ReadonlyMap<number, string>): string[] {
  return runs.flatMap(({ by, change }) =>
    change === 'added' && by !== null ? (names.get(by) ?? []) : [],
  )
}
