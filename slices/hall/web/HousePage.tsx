/** The stewards' page: the state of the house, its people, and a way back for who is locked out. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { readHouse } from '../api/stewards.ts'
import { Everybody } from './Everybody.tsx'
import styles from './hall.module.css'

type House = Output<typeof readHouse>

const LOOK_MS = 3000
/** While the media server is being set up, the page follows it. */
const CHANGING = new Set<House['media']['is']>(['fetching', 'building', 'starting', 'away'])

export function Page() {
  const { t } = useLingui()
  const { data, error, refetch } = useRead(readHouse)
  const changes = data !== undefined && CHANGING.has(data.media.is)
  useEffect(() => {
    if (!changes) return
    const looking = setInterval(() => void refetch(), LOOK_MS)
    return () => clearInterval(looking)
  }, [changes, refetch])
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: '/house' }} />
  return (
    <main id="main" className="page">
      <title>{t`The house`}</title>
      <header className="page-head">
        <h1>
          <Trans>The house</Trans>
        </h1>
        <p className="hint">
          <Trans>What stewards look after.</Trans>
        </p>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <Everybody />
          <State house={data} />
        </div>
      )}
    </main>
  )
}

function State({ house }: { house: House }) {
  const { i18n } = useLingui()
  const number = (value: number) => value.toLocaleString(i18n.locale)
  return (
    <section className="place" aria-labelledby="state-h">
      <h2 id="state-h">
        <Trans>How it stands</Trans>
      </h2>
      <dl className={styles['facts']}>
        <dt>
          <Trans>People</Trans>
        </dt>
        <dd className="num">{number(house.people)}</dd>
        <dt>
          <Trans>Circles</Trans>
        </dt>
        <dd className="num">
          <Link to="/circles">{number(house.circles)}</Link>
        </dd>
        <dt>
          <Trans>Record</Trans>
        </dt>
        <dd className="num">
          <Trans>{number(house.entries)} entries</Trans>
        </dd>
        <dt>
          <Trans>Mail</Trans>
        </dt>
        <dd>
          <Mail mail={house.mail} />
        </dd>
        <dt>
          <Trans>Last backup</Trans>
        </dt>
        <dd>
          <Backup backup={house.backup} />
        </dd>
        <dt>
          <Trans>Sound and picture</Trans>
        </dt>
        <dd>
          <Media media={house.media} />
        </dd>
      </dl>
    </section>
  )
}

function Mail({ mail: { leaves, waiting } }: Pick<House, 'mail'>) {
  return leaves ? (
    <Trans>A mail server is set; letters leave.</Trans>
  ) : (
    <Trans>
      No mail server is set. {waiting} wait in the <Link to="/outbox">outbox</Link>.
    </Trans>
  )
}

function Backup({ backup }: Pick<House, 'backup'>) {
  const { i18n } = useLingui()
  if (!backup)
    return (
      <Trans>
        None was ever made. Run <code>npx moothall backup FILE</code> where the hall runs.
      </Trans>
    )
  return (
    <>
      {dayIn(backup.at, undefined, i18n.locale)}, {timeIn(backup.at, undefined, i18n.locale)}
    </>
  )
}

function Media({ media: { is, since, why } }: Pick<House, 'media'>) {
  const { t, i18n } = useLingui()
  const from = timeIn(since, undefined, i18n.locale)
  const said: Record<House['media']['is'], string> = {
    off: t`Switched off; the hall lives in text.`,
    fetching: t`The server is being downloaded since ${from}. Until then the rooms live in text.`,
    building: t`The server is being built since ${from}; it takes about two minutes. Until then the rooms live in text.`,
    starting: t`The server starts.`,
    ready: t`Ready since ${from}.`,
    away: t`The server went away at ${from} and is being brought back.`,
    missing: t`Not to be had here: ${why ?? ''}`,
  }
  return <>{said[is]}</>
}
