/** Home: one looks, and knows what is on, what comes and what one has missed. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { MyInvitations } from '#slices/circles/web/MyInvitations.tsx'
import { Waits } from '#slices/decisions/web/Waits.tsx'
import { KeepWords } from '#slices/people/web/KeepWords.tsx'
import { type Me, useMe } from '#slices/people/web/useMe.ts'
import { PollsWaiting } from '#slices/polls/web/Waits.tsx'
import { Unread } from '#slices/threads/web/Unread.tsx'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { cityOf, dayIn, OWN_ZONE, timeIn } from '#web/kit/When.tsx'
import { readHome } from '../api/home.ts'
import { Coming } from './Coming.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { Missed } from './Missed.tsx'
import { OnNow } from './OnNow.tsx'
import { Taken } from './Taken.tsx'
import { Since } from './Since.tsx'
import { useHall } from './useHall.ts'

const REFRESH_MS = 30_000

export function Page() {
  const { t } = useLingui()
  const me = useMe()
  const hall = useHall()
  const { data, error, refetch } = useRead(readHome)
  useEffect(() => {
    const timer = setInterval(() => void refetch(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [refetch])
  return (
    <main id="main" className="page">
      <title>{hall ? `${t`Home`} · ${hall.name}` : t`Home`}</title>
      {me ? <Greeting me={me} zone={hall?.zone ?? null} /> : hall && <Welcome {...hall} />}
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && hall?.opened && (
        <div className="split">
          <div className="column">
            <KeepWords />
            {data.on.map((on) => (
              <OnNow key={on.gathering} on={on} />
            ))}
            {data.on.length === 0 &&
              (me && data.next.length === 0 && data.missed.length === 0 ? (
                <FirstSteps />
              ) : (
                <Empty>
                  <Trans>Nothing is on at this moment.</Trans>
                </Empty>
              ))}
            {me && <Waits />}
            {me && <PollsWaiting />}
            {me && <Unread />}
            {me && <MyInvitations />}
            {me && <Taken taken={data.taken} />}
            {me && <Missed missed={data.missed} />}
          </div>
          <div className="column">
            <Coming next={data.next} />
            {me && <Since since={data.since} diary={data.diary} />}
          </div>
        </div>
      )}
    </main>
  )
}

/** The moment, that a page left open all day stays right. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

function Greeting({ me, zone }: { me: Me; zone: string | null }) {
  const { i18n } = useLingui()
  const now = useNow()
  const at = now.toISOString()
  const mine = timeIn(at, undefined, i18n.locale)
  const theirs = zone ? timeIn(at, zone, i18n.locale) : mine
  const hour = now.getHours()
  const name = <bdi>{me.name.split(' ')[0]}</bdi>
  return (
    <header className="page-head">
      <h1>
        {hour < 5 || hour >= 18 ? (
          <Trans>Good evening, {name}</Trans>
        ) : hour < 12 ? (
          <Trans>Good morning, {name}</Trans>
        ) : (
          <Trans>Good afternoon, {name}</Trans>
        )}
      </h1>
      <p className="hint">
        {dayIn(at, undefined, i18n.locale)}, <time>{mine}</time>.{' '}
        {zone && theirs !== mine && (
          <Trans>
            Times are yours, in {cityOf(OWN_ZONE)}; the hall’s clock, in {cityOf(zone)}, says{' '}
            {theirs}.
          </Trans>
        )}
      </p>
    </header>
  )
}

function Welcome({ name, opened }: { name: string; opened: boolean }) {
  return (
    <header className="page-head">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {opened ? (
        <p>
          <Trans>
            The hall of a co-op. Members <Link to="/sign-in">sign in</Link>; to come to a gathering
            as a guest, open its link.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Nobody has opened this hall yet. The link that does stands in the terminal where it was
            started.
          </Trans>
        </p>
      )}
    </header>
  )
}
