/** The co-op and its circles, as they stand in one another. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { refusalName } from '#web/kit/problem.ts'
import { listCircles } from '../api.ts'
import { Count } from './Count.tsx'
import styles from './circles.module.css'

type Shown = Output<typeof listCircles>['circles'][number]

export function Page() {
  const { t } = useLingui()
  const { data, error } = useRead(listCircles)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: '/circles' }} />
  const top = data?.circles.find(({ parent }) => parent === null)
  return (
    <main id="main" className="page">
      <title>{t`Circles`}</title>
      <header className="page-head">
        <h1>
          <Trans>Circles</Trans>
        </h1>
        <p className="hint">
          <Trans>
            A circle is a body of members that meets, decides and holds things. Each stands within
            another; around all is the co-op.
          </Trans>
        </p>
      </header>
      <ProblemLine cause={error} />
      {top ? (
        <ul className={styles['tree']}>
          <Branch circle={top} all={data?.circles ?? []} />
        </ul>
      ) : (
        !error && <Waiting />
      )}
    </main>
  )
}

function Branch({ circle, all }: { circle: Shown; all: readonly Shown[] }) {
  const within = all.filter(({ parent }) => parent === circle.id)
  const { members } = circle
  return (
    <li>
      <div className={styles['branch']}>
        <Link to="/circles/$circle" params={{ circle: circle.id }} className="what">
          <bdi>{circle.name}</bdi>
        </Link>
        <span className="hint">
          <Count members={members} />
          {circle.kind === 'autonomous' && <Trans>, a member co-op</Trans>}
          {circle.mine && <Trans>, you belong to it</Trans>}
        </span>
      </div>
      {circle.purpose && <p className={styles['purpose']}>{circle.purpose}</p>}
      {within.length > 0 && (
        <ul>
          {within.map((one) => (
            <Branch key={one.id} circle={one} all={all} />
          ))}
        </ul>
      )}
    </li>
  )
}
