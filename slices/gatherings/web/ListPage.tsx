/** Gatherings: what comes, what was, how to call one and how to hear of them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, Rss } from 'lucide-react'
import { useEffect } from 'react'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listGatherings } from '../api.ts'
import { Rows } from './Rows.tsx'
import './gatherings.css'

export function ListPage() {
  const { t } = useLingui()
  useEffect(() => {
    document.title = t`Gatherings`
  }, [t])
  const coming = useRead(listGatherings, { query: { when: 'coming' } })
  return (
    <main id="main" className="page">
      <header className="page-head gatherings-head">
        <h1>
          <Trans>Gatherings</Trans>
        </h1>
        <Acts mayCall={coming.data?.mayCall ?? false} />
      </header>
      <div className="split">
        <section className="place" aria-labelledby="coming-h">
          <h2 id="coming-h">
            <Trans>Coming</Trans>
          </h2>
          <ProblemLine cause={coming.error} />
          {coming.isPending && <Waiting />}
          {coming.data?.gatherings.length === 0 && <Nothing mayCall={coming.data.mayCall} />}
          <Rows gatherings={coming.data?.gatherings ?? []} />
        </section>
        <Past />
      </div>
    </main>
  )
}

function Acts({ mayCall }: { mayCall: boolean }) {
  return (
    <div className="acts">
      {mayCall && (
        <Link to="/gatherings/call" className="btn act">
          <CalendarPlus size={20} aria-hidden="true" />
          <Trans>Call a gathering</Trans>
        </Link>
      )}
      <Link to="/gatherings/subscribe" className="btn">
        <Rss size={20} aria-hidden="true" />
        <Trans>Subscribe</Trans>
      </Link>
    </div>
  )
}

function Nothing({ mayCall }: { mayCall: boolean }) {
  return (
    <Empty>
      {mayCall ? (
        <Trans>
          Nothing is called yet. Call a gathering: a template gives you a running order.
        </Trans>
      ) : (
        <Trans>
          Nothing is called yet. When somebody calls a gathering that you may come to, it stands
          here.
        </Trans>
      )}
    </Empty>
  )
}

function Past() {
  const past = useRead(listGatherings, { query: { when: 'past' } })
  return (
    <section className="place" aria-labelledby="past-h">
      <h2 id="past-h">
        <Trans>Past</Trans>
      </h2>
      {past.data?.gatherings.length === 0 && (
        <Empty>
          <Trans>Nothing yet. What was lived stands here with its minutes.</Trans>
        </Empty>
      )}
      <Rows gatherings={past.data?.gatherings ?? []} past />
    </section>
  )
}
