/** Subscribing: public feeds that anybody may have, and secret ones of one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Address } from './Address.tsx'
import { OwnFeeds } from './OwnFeeds.tsx'
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
        <OwnFeeds />
        <PublicFeeds />
      </div>
    </main>
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
