/** Everybody's standing, for the treasurer and the stewards: searched, filtered, page by page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { CircleId, listStandings } from '../api.ts'
import { STATES } from '../rules/states.ts'
import { Pager } from './Pager.tsx'
import styles from './standing.module.css'
import type { Circle, Member } from './useStanding.ts'
import { Day, StateWord } from './words.tsx'

type Listed = Output<typeof listStandings>

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Keeping circle={circle.data} /> : <Navigate to="/circles" />
}

function Keeping({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [state, setState] = useState('all')
  const [pages, setPages] = useState<Member[]>([])
  const after = pages.at(-1)
  const chosen = STATES.find((one) => one === state)
  const query = {
    ...(words.trim() === '' ? {} : { words }),
    ...(chosen ? { state: chosen } : {}),
    ...(state === 'soon' ? { soon: true } : {}),
    ...(after ? { after } : {}),
  }
  const { data, error } = useRead(listStandings, { params: { circle }, query })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/standings` }} />
  const states = {
    good: t`in good standing`,
    behind: t`behind`,
    paused: t`paused`,
    left: t`left`,
  }
  return (
    <main id="main" className="page">
      <header className="page-head">
        <title>{t`Everybody’s standing`}</title>
        <h1>
          <Trans>Everybody’s standing</Trans>
        </h1>
        <p className="acts">
          <Link className="btn" to="/circles/$circle/evidence" params={{ circle }}>
            <Trans>Claims, payments, imports</Trans>
          </Link>
          <Link to="/circles/$circle" params={{ circle }}>
            <Trans>Back to the circle</Trans>
          </Link>
        </p>
      </header>
      <search className={styles['filters']}>
        <Field
          label={t`Name`}
          value={words}
          onChange={(next) => {
            setWords(next)
            setPages([])
          }}
        />
        <Select
          label={t`Standing`}
          value={state}
          onChange={(next) => {
            setState(next)
            setPages([])
          }}
          choices={[
            { value: 'all', label: t`all` },
            { value: 'soon', label: t`about to change` },
            ...STATES.filter((one) => one !== 'left').map((one) => ({
              value: one,
              label: data ? `${states[one]} (${data.counts[one]})` : states[one],
            })),
          ]}
        />
      </search>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Rows circle={circle} data={data} />}
      <Pager pages={pages} next={data?.next} onTurn={setPages} />
    </main>
  )
}

function Rows({ circle, data }: { circle: Circle; data: Listed }) {
  if (data.members.length === 0)
    return (
      <Empty>
        <Trans>Nobody fits. Search for less.</Trans>
      </Empty>
    )
  return (
    <section className="place" aria-labelledby="all-h">
      <h2 id="all-h">
        <Trans>Members</Trans> <span className="tally num">{data.found}</span>
      </h2>
      <ul className="rows">
        {data.members.map((one) => (
          <li key={one.member}>
            <div>
              <Link
                className="what"
                to="/circles/$circle/standing/$member"
                params={{ circle, member: one.member }}
              >
                <bdi>{one.name}</bdi>
              </Link>
              <p className="hint">
                {one.class}
                {one.missing && (
                  <>
                    {' · '}
                    <Trans>missing: {one.missing}</Trans>
                  </>
                )}
              </p>
            </div>
            <p className={styles[one.state]}>
              <StateWord state={one.state} />
              {one.since && one.state !== 'good' && (
                <>
                  {' '}
                  <Trans>
                    since <Day day={one.since} />
                  </Trans>
                </>
              )}
              {one.changes && (
                <span className="hint">
                  {' '}
                  <Trans>
                    until <Day day={one.changes} />
                  </Trans>
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
