/** The roll: who may vote on a day, who may not, and why. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { addressOf, type Output } from '#kernel/operation.ts'
import { CircleId, exportRoll, readRoll } from '../api.ts'
import { Pager } from './Pager.tsx'
import styles from './standing.module.css'
import type { Circle, Member } from './useStanding.ts'
import { Day } from './words.tsx'

type Line = Output<typeof readRoll>['lines'][number]

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Roll circle={circle.data} /> : <Navigate to="/circles" />
}

function Roll({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [on, setOn] = useState('')
  const [side, setSide] = useState('all')
  const [words, setWords] = useState('')
  const [pages, setPages] = useState<Member[]>([])
  const after = pages.at(-1)
  const day = on === '' ? {} : { on }
  const query = {
    ...day,
    ...(side === 'all' ? {} : { votes: side === 'votes' }),
    ...(words.trim() === '' ? {} : { words }),
    ...(after ? { after } : {}),
  }
  const { data, error } = useRead(readRoll, { params: { circle }, query })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/roll` }} />
  const fresh = (set: (next: string) => void) => (next: string) => {
    set(next)
    setPages([])
  }
  return (
    <main id="main" className="page">
      <header className="page-head">
        <title>{t`Who may vote`}</title>
        <h1>
          <Trans>Who may vote</Trans>
        </h1>
        {data && (
          <p className={styles['told']}>
            <Trans>
              On <Day day={data.day} />, in <bdi>{data.circle}</bdi>: {data.voices} voices;{' '}
              {data.silent} members have none on that day. By the rules of that day, and by what was
              known then.
            </Trans>
          </p>
        )}
        <p className="acts">
          <a className="btn" href={addressOf(exportRoll, { circle }, day)} download>
            <Trans>Save as a table</Trans>
          </a>
        </p>
      </header>
      <search className={styles['filters']}>
        <Field label={t`Day`} type="date" value={on} onChange={fresh(setOn)} />
        <Field label={t`Name`} value={words} onChange={fresh(setWords)} />
        <Select
          label={t`Show`}
          value={side}
          onChange={fresh(setSide)}
          choices={[
            { value: 'all', label: t`everybody` },
            { value: 'votes', label: t`who may vote` },
            { value: 'not', label: t`who may not` },
          ]}
        />
      </search>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data?.lines.length === 0 && (
        <Empty>
          <Trans>Nobody fits. Search for less, or look at another day.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {data?.lines.map((line) => (
          <RollRow key={line.member} line={line} />
        ))}
      </ul>
      <Pager pages={pages} next={data?.next} onTurn={setPages} />
    </main>
  )
}

function RollRow({ line }: { line: Line }) {
  const { name, votes, reason, delegates, speaksFor, class: inClass } = line
  return (
    <li>
      <div>
        <bdi className="what">{name}</bdi>
        <p className="hint">
          {inClass} · {reason}
          {delegates.length > 0 && (
            <>
              {' '}
              <Trans>Delegates: {delegates.map((one) => one.name).join(', ')}.</Trans>
            </>
          )}
          {speaksFor.length > 0 && (
            <>
              {' '}
              <Trans>Also speaks for {speaksFor.map((one) => one.name).join(', ')}.</Trans>
            </>
          )}
        </p>
      </div>
      <span className={votes ? 'tag green' : 'tag'}>
        {votes ? <Trans>may vote</Trans> : <Trans>may not</Trans>}
      </span>
    </li>
  )
}
