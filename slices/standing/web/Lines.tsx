/** Duty by duty: the state, what is owed, what counted, what is missing, the number of the rule. */
import { Trans } from '@lingui/react/macro'
import { Check, Hourglass, Minus, TriangleAlert } from 'lucide-react'
import styles from './standing.module.css'
import type { Standing } from './useStanding.ts'
import { Cite } from './words.tsx'

type Line = Standing['lines'][number]
const ICON = {
  met: Check,
  open: Hourglass,
  grace: Hourglass,
  missed: TriangleAlert,
  excused: Minus,
}

export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <section className="place" aria-labelledby="lines-h">
      <h2 id="lines-h">
        <Trans>Duty by duty</Trans>
      </h2>
      {lines.length === 0 ? (
        <p className="empty">
          <Trans>These rules ask nothing of this class.</Trans>
        </p>
      ) : (
        <ol className={styles['lines']}>
          {lines.map((line) => (
            <OneLine key={`${line.key} ${line.due ?? ''}`} line={line} />
          ))}
        </ol>
      )}
    </section>
  )
}

function OneLine({ line }: { line: Line }) {
  const Icon = ICON[line.state]
  return (
    <li>
      <p className={`${styles['state']} ${styles[line.state] ?? ''}`}>
        <Icon aria-hidden="true" size={16} />
        {line.said}
      </p>
      <div>
        <p>
          <b>{line.title}.</b> {line.owed}
        </p>
        {line.found && <p className="hint">{line.found}</p>}
        {line.missing && <p>{line.missing}</p>}
        {line.next && <p className="hint">{line.next}</p>}
      </div>
      <p className={styles['cite']}>
        <Cite number={line.cite} />
      </p>
    </li>
  )
}
