/** Gatherings: what comes, what was, how to call one and how to hear of them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listGatherings } from '../api.ts'
import { ListActs } from './ListActs.tsx'
import { Past } from './Past.tsx'
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
        <ListActs mayCall={coming.data?.mayCall ?? false} />
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
