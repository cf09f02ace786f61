/** Subscribing: public feeds that anybody may have, and secret ones of one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { listCircles } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { dayIn } from '#web/kit/When.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listFeeds, makeFeed, revokeFeed } from '../api.ts'
import { Select } from './Select.tsx'
import './gatherings.css'

export function FeedsPage() {
  const { t } = useLingui()
  useEffect(() => {
    document.title = t`Subscribe`
  }, [t])
  return (
    <main id="main" className="page">
      <header className="page-head">
        <h1>
          <Trans>Subscribe</Trans>
        </h1>
        <p className="empty">
          <Trans>
            Put these addresses into your calendar or feed reader, and it keeps up by itself. Some
            calendars look only a few times a day; urgent changes also come by mail.
          </Trans>
        </p>
      </header>
      <div className="split">
        <Own />
        <PublicFeeds />
      </div>
    </main>
  )
}

function Address({ label, value }: { label: string; value: string }) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input className="input" readOnly value={value} onFocus={(event) => event.target.select()} />
    </label>
  )
}

function PublicFeeds() {
  const { t } = useLingui()
  const address = `${location.origin}/feeds/public`
  return (
    <section className="place stack" aria-labelledby="public-h">
      <h2 id="public-h">
        <Trans>Public gatherings</Trans>
      </h2>
      <Address label={t`Calendar (iCalendar)`} value={`${address}.ics`} />
      <Address label={t`Feed (Atom)`} value={`${address}.atom`} />
    </section>
  )
}

function Own() {
  const { t, i18n } = useLingui()
  const feeds = useRead(listFeeds)
  const revoke = useCall(revokeFeed, { touches: [listFeeds] })
  return (
    <section className="place stack" aria-labelledby="own-h">
      <h2 id="own-h">
        <Trans>Yours alone</Trans>
      </h2>
      <p>
        <Trans>
          A secret address shows all that you may see. Whoever has it can read it, so keep it to
          yourself; revoke it when it got about.
        </Trans>
      </p>
      <MakeFeed />
      <ProblemLine cause={feeds.error ?? revoke.error} />
      <ul className="rows">
        {feeds.data?.feeds.map(({ id, circle, madeAt }) => {
          const day = dayIn(madeAt, undefined, i18n.locale)
          return (
            <li key={id}>
              <div>
                <p className="what">
                  <bdi>{circle?.name ?? t`All that is mine`}</bdi>
                </p>
                <p className="hint">
                  <Trans>Made on {day}</Trans>
                </p>
              </div>
              <Button small look="leave" onPress={() => revoke.mutate({ params: { feed: id } })}>
                <Trans>Revoke</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function MakeFeed() {
  const { t } = useLingui()
  const circles = useRead(listCircles)
  const [circle, setCircle] = useState('')
  const make = useCall(makeFeed, { touches: [listFeeds] })
  const mine = circles.data?.circles.filter((one) => one.mine) ?? []
  const chosen = mine.find(({ id }) => id === circle)?.id ?? null
  return (
    <div className="stack">
      <Select
        label={t`Of what?`}
        value={circle}
        onChange={setCircle}
        choices={[
          { value: '', label: t`All that is mine` },
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="acts">
        <Button look="act" onPress={() => make.mutate({ body: { circle: chosen } })}>
          <Trans>Make an address</Trans>
        </Button>
      </div>
      <ProblemLine cause={make.error} />
      {make.data && (
        <output className="stack lit">
          <p>
            <Trans>Copy it now; it is shown this once.</Trans>
          </p>
          <Address label={t`Calendar (iCalendar)`} value={make.data.calendar} />
          <Address label={t`Feed (Atom)`} value={make.data.atom} />
        </output>
      )}
    </div>
  )
}
