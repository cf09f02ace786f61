/** What was decided, in words with numbers, and what else is over. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Motion } from './useMotions.ts'
import { EndWord, ResultNumbers, ResultWord } from './words.tsx'

export function Result({ motion, small = false }: { motion: Motion; small?: boolean }) {
  const { counted, title, decision, draft, state, over } = motion
  const fine = counted?.result === 'passed' || counted?.result === 'elected'
  return (
    <div className={`motion-result${fine ? ' fine' : ''}${small ? ' small' : ''}`} role="status">
      <p className="motion-word">
        {counted ? (
          <ResultWord counted={counted} amends={over !== null} />
        ) : (
          <EndWord state={state} />
        )}
      </p>
      <p>
        {!small && (
          <>
            <b>
              <bdi>{title}</bdi>
            </b>
            .{' '}
          </>
        )}
        {counted && <ResultNumbers counted={counted} />}
      </p>
      <Links decision={decision} draft={draft} />
    </div>
  )
}

function Links({ decision, draft }: Pick<Motion, 'decision' | 'draft'>) {
  if (!decision && !draft) return null
  return (
    <p className="hint">
      {decision && (
        <Link to="/decisions/$decision" params={{ decision }} target="_blank">
          <Trans>How it was counted</Trans>
        </Link>
      )}
      {draft && (
        <Link to="/decisions/$decision" params={{ decision: draft }} target="_blank">
          <Trans>It goes on as a draft over days</Trans>
        </Link>
      )}
    </p>
  )
}

export function Over({ over }: { over: readonly Motion[] }) {
  if (over.length === 0) return null
  return (
    <details className="motion-over">
      <summary>
        <Plural value={over.length} one="# more that is over" other="# more that are over" />
      </summary>
      <ul className="rows">
        {over.map((motion) => (
          <li key={motion.motion}>
            <div>
              <b>
                <bdi>{motion.title}</bdi>
              </b>
              {': '}
              {motion.counted ? (
                <>
                  <ResultWord counted={motion.counted} amends={motion.over !== null} />.{' '}
                  <ResultNumbers counted={motion.counted} />
                </>
              ) : (
                <EndWord state={motion.state} />
              )}
              <Links decision={motion.decision} draft={motion.draft} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
