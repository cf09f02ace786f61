/** One circle: its purpose, its members with their roles, the circles within; its keeping. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { refusalName } from '#web/kit/problem.ts'
import { CircleId, readCircle } from '../api.ts'
import { Belonging } from './Belonging.tsx'
import { Invite } from './Invite.tsx'
import { Keep } from './Keep.tsx'
import { Members } from './Members.tsx'
import { Shape } from './Shape.tsx'
import { ShapeHistory } from './ShapeHistory.tsx'
import { Within } from './Within.tsx'
import styles from './circles.module.css'

export type CircleShown = Output<typeof readCircle>

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <Circle id={id.data} /> : <Navigate to="/circles" />
}

function Circle({ id }: { id: CircleShown['id'] }) {
  const { data, error } = useRead(readCircle, { params: { circle: id } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${id}` }} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Head circle={data} />
          <div className="split">
            <div className="column">
              <Members circle={data} />
              <Parts of="circle" id={data.id} />
            </div>
            <div className="column">
              <Belonging circle={data} />
              <Parts of="circle" id={data.id} side />
              <Within circle={data} />
              {data.may.steward && <Invite circle={data} />}
              {data.may.steward && <Keep key={data.id} circle={data} />}
              {data.may.steward && <Shape key={`${data.id} shape`} circle={data} />}
              <ShapeHistory circle={data} />
            </div>
          </div>
        </>
      )}
    </main>
  )
}

function Head({ circle }: { circle: CircleShown }) {
  const { t } = useLingui()
  return (
    <header className="page-head">
      <title>{circle.name}</title>
      {circle.trail.length > 0 && (
        <nav aria-label={t`Around this circle`}>
          <ol className={styles['trail']}>
            {circle.trail.map(({ id, name }) => (
              <li key={id}>
                <Link to="/circles/$circle" params={{ circle: id }}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1>
        <bdi>{circle.name}</bdi>
      </h1>
      {circle.purpose && <p className={styles['said']}>{circle.purpose}</p>}
      <p className="hint">
        {circle.kind === 'autonomous' && <Trans>A member co-op with its own members. </Trans>}
        {circle.rests && <Trans>It rests: nobody calls its gatherings until it is woken. </Trans>}
        {circle.calls === 'members' ? (
          <Trans>Every member may call its gatherings.</Trans>
        ) : (
          <Trans>Its gatherings are called by those named for it.</Trans>
        )}
      </p>
    </header>
  )
}
