/** What is said when a thing was refused, is not there yet, or is empty. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ProblemError } from './problem.ts'

/** The sentence of a refusal, and what was wrong part by part. Says it to screen readers once. */
export function ProblemLine({ cause }: { cause: unknown }) {
  if (!cause) return null
  const errors = cause instanceof ProblemError ? (cause.problem.errors ?? []) : []
  return (
    <div className="problem" role="alert">
      {cause instanceof ProblemError ? (
        <p>{cause.problem.title}</p>
      ) : (
        <p>
          <Trans>
            The hall did not answer. What you wrote is still here; try again in a moment.
          </Trans>
        </p>
      )}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path}>
              {path.replace(/^\w+\./, '')}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What stands where nothing is yet, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>
}

/** While something is on its way; says so only when it takes a while. */
export function Waiting() {
  return (
    <output className="hint">
      <Trans>One moment…</Trans>
    </output>
  )
}
