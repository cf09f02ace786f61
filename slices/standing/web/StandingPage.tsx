/** The standing of a member on a day: the outcome first, then why, then what to do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { CircleId, MemberId } from '../api.ts'
import { Excused } from './Excused.tsx'
import { Given } from './Given.tsx'
import { Lines } from './Lines.tsx'
import { OwnMode } from './OwnMode.tsx'
import styles from './standing.module.css'
import { Then } from './Then.tsx'
import { type Circle, type Member, type Standing, useStanding } from './useStanding.ts'
import { Verdict } from './Verdict.tsx'

export function Page() {
  const { circle, member } = useParams({ strict: false })
  const known = [CircleId.safeParse(circle), MemberId.safeParse(member)] as const
  const [{ data: inCircle }, { data: of }] = known
  return inCircle && of ? <Whole circle={inCircle} member={of} /> : <Navigate to="/circles" />
}

function Whole({ circle, member }: { circle: Circle; member: Member }) {
  const { t } = useLingui()
  const [on, setOn] = useState('')
  const { data, error } = useStanding(circle, member, on)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/standing/${member}` }} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Head circle={circle} standing={data} />
          <Verdict standing={data} />
          <div className="split">
            <Lines lines={data.lines} />
            <Then circle={circle} member={member} standing={data} />
          </div>
          <div className="split">
            <Given circle={circle} standing={data} />
            <div className="column">
              {data.hardship && (
                <Excused
                  circle={circle}
                  member={member}
                  mine={data.mine}
                  hardship={data.hardship}
                />
              )}
              <section className="place" aria-labelledby="another-h">
                <h2 id="another-h">
                  <Trans>On another day</Trans>
                </h2>
                <Field label={t`Day`} type="date" value={on} onChange={setOn} />
                <p className="hint">
                  <Trans>By the rules of that day, and only by what was known by then.</Trans>
                </p>
              </section>
              {data.mine && <OwnMode circle={circle} />}
            </div>
          </div>
        </>
      )}
    </main>
  )
}

function Head({ circle, standing }: { circle: Circle; standing: Standing }) {
  const { t } = useLingui()
  const { name, mine, circle: of } = standing
  const title = mine ? t`My standing` : t`The standing of ${name}`
  return (
    <header className="page-head">
      <title>{title}</title>
      <p className={styles['where']}>
        <Link to="/circles/$circle" params={{ circle }}>
          <bdi>{of}</bdi>
        </Link>
      </p>
      <h1>{title}</h1>
    </header>
  )
}
