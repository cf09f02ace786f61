/** Leaving, resting, being put out: one's own ways, and what stewards do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readMembrane } from '../api.ts'
import { ByHand } from './ByHand.tsx'
import { Cases } from './Cases.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import styles from './membrane.module.css'
import { PauseForm } from './PauseForm.tsx'
import { PauseWishes } from './PauseWishes.tsx'

export type Membrane = Output<typeof readMembrane>
export type Mine = NonNullable<Membrane['mine']>

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <WaysOut id={id.data} /> : <Navigate to="/circles" />
}

function WaysOut({ id }: { id: Membrane['id'] }) {
  const { t } = useLingui()
  const params = { circle: id }
  const { data, error } = useRead(readMembrane, { params })
  const circle = useRead(readCircle, { params })
  if (refusalName(circle.error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${id}/ways-out` }} />
  const name = data?.name ?? ''
  const steward = circle.data?.may.steward ?? false
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Ways out of ${name}`}</title>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="stack">
          <h1>
            <Trans>
              Ways out of <bdi>{data.name}</bdi>
            </Trans>
          </h1>
          <p>
            <Link to="/circles/$circle" params={params}>
              <Trans>To the circle</Trans>
            </Link>
          </p>
          {data.mine?.class ? (
            <>
              <LeaveForm circle={id} mine={data.mine} />
              <PauseForm circle={id} mine={data.mine} />
            </>
          ) : (
            data.mine && <Outside circle={id} />
          )}
          <Cases membrane={data} steward={steward} />
          {steward && <PauseWishes circle={id} />}
          {steward && <ByHand circle={id} />}
          <ByTheRules membrane={data} />
        </div>
      )}
    </main>
  )
}

function Outside({ circle }: { circle: Membrane['id'] }) {
  return (
    <p className="well">
      <Trans>You are not a member in your own right.</Trans>{' '}
      <a href={`/circles/${circle}/membrane`}>
        <Trans>How one comes in, and comes back</Trans>
      </a>
    </p>
  )
}

function ByTheRules({ membrane: { leaving } }: { membrane: Membrane }) {
  return (
    <section className="place stack" aria-labelledby="rules-out-h">
      <h2 id="rules-out-h">
        <Trans>By the rules</Trans>
      </h2>
      {leaving.map(({ text, cite }) => (
        <p key={text}>
          {text} {cite && <span className="hint">{cite}</span>}
        </p>
      ))}
    </section>
  )
}
