/** One section of two versions: rows that differ side by side, runs of those that stay folded. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Compared } from './ComparePage.tsx'
import styles from './constitutions.module.css'

type Section = Compared['sections'][number]
type Row = Section['rows'][number]
type Run = { stays: boolean; rows: Row[] }

function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = []
  for (const row of rows) {
    const stays = row.state === 'stays'
    const last = runs.at(-1)
    if (last && stays && last.stays) last.rows.push(row)
    else runs.push({ stays, rows: [row] })
  }
  return runs
}

const textOf = (row: Row) => row.after?.map(({ text }) => text).join('') ?? ''

function Stays({ rows }: { rows: readonly Row[] }) {
  const first = rows[0]?.number
  const last = rows.at(-1)?.number
  return (
    <details className={styles['stays']}>
      <summary>
        {rows.length === 1 ? (
          <Trans>{first} stays</Trans>
        ) : (
          <Trans>
            {first} to {last} stay
          </Trans>
        )}
      </summary>
      {rows.map((row) => (
        <div key={row.key} className={styles['sentence']}>
          <span className={`num ${styles['cited']}`}>{row.number}</span>
          <p>{textOf(row)}</p>
        </div>
      ))}
    </details>
  )
}

function Side({
  pieces,
  mark,
  nothing,
}: {
  pieces: Row['before']
  mark: 'del' | 'ins' | null
  nothing: ReactNode
}) {
  if (!pieces) return <p className={styles['nothing']}>{nothing}</p>
  const Mark = mark ?? 'span'
  return (
    <p>
      {pieces.map(({ text, marked }, index) =>
        // oxlint-disable-next-line no-array-index-key -- pieces have no other name and do not move
        marked && mark ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
      )}
    </p>
  )
}

const TAGS = { changed: 'straw', added: 'green', removed: 'ember', stays: '' } as const

function Changed({ row }: { row: Row }) {
  const whole = row.state !== 'changed'
  const marked = (pieces: Row['before']) =>
    whole ? (pieces?.map((piece) => ({ ...piece, marked: true })) ?? null) : pieces
  return (
    <div className={styles['row']}>
      <div>
        <p className={`num ${styles['cited']}`}>{row.number}</p>
        <span className={`tag ${TAGS[row.state]}`}>
          {row.state === 'changed' && <Trans>changed</Trans>}
          {row.state === 'added' && <Trans>added</Trans>}
          {row.state === 'removed' && <Trans>taken out</Trans>}
        </span>
      </div>
      <div>
        <span className="sr">
          <Trans>Before:</Trans>
        </span>
        <Side pieces={marked(row.before)} mark="del" nothing={<Trans>Nothing yet.</Trans>} />
      </div>
      <div>
        <span className="sr">
          <Trans>After:</Trans>
        </span>
        <Side
          pieces={marked(row.after)}
          mark="ins"
          nothing={<Trans>Nothing in its place. The number {row.number} is not given again.</Trans>}
        />
      </div>
    </div>
  )
}

export function CompareRows({ section: { name, number, title, rows } }: { section: Section }) {
  return (
    <section className={styles['part']} aria-labelledby={`c-${name}`}>
      <h2 id={`c-${name}`} className={styles['part-head']}>
        <span className={styles['numeral']}>{number}</span> {title}
      </h2>
      {runsOf(rows).map((run) =>
        run.stays ? (
          <Stays key={run.rows[0]?.key} rows={run.rows} />
        ) : (
          run.rows.map((row) => <Changed key={row.key} row={row} />)
        ),
      )}
    </section>
  )
}
