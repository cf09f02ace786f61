/** The decisions of a circle: what goes on, then what is over, page by page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listDecisions } from '../api/reading.ts'
import { Rows } from './Rows.tsx'
import type { Circle, Id } from './useDecision.ts'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Decisions circle={circle.data} /> : <Navigate to="/circles" />
}

function Decisions({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [pages, setPages] = useState<Id[]>([])
  const after = pages.at(-1)
  const going = useRead(listDecisions, { params: { circle }, query: { which: 'going' } })
  const over = useRead(listDecisions, {
    params: { circle },
    query: { which: 'over', ...(after ? { after } : {}) },
  })
  const here = useRead(readCircle, { params: { circle } })
  if (refusalName(going.error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/decisions` }} />
  return (
    <main id="main" className="page">
      <title>{t`Decisions`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle" params={{ circle }}>
            <bdi>{going.data?.circle}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>Decisions</Trans>
        </h1>
        <p className="acts">
          <Link className="btn act" to="/circles/$circle/decisions/new" params={{ circle }}>
            <Trans>Make a proposal</Trans>
          </Link>
        </p>
      </header>
      <ProblemLine cause={going.error} />
      {!going.data && !going.error && <Waiting />}
      <div className="column">
        <section className="place" aria-labelledby="going-h">
          <h2 id="going-h">
            <Trans>Going on</Trans>
          </h2>
          {going.data?.decisions.length === 0 && (
            <Empty>
              <Trans>Nothing is to be decided at this moment. Make a proposal to begin.</Trans>
            </Empty>
          )}
          <Rows decisions={going.data?.decisions ?? []} />
        </section>
        <section className="place" aria-labelledby="over-h">
          <h2 id="over-h">
            <Trans>Decided</Trans>
          </h2>
          {over.data?.decisions.length === 0 && (
            <Empty>
              <Trans>Nothing was decided here yet.</Trans>
            </Empty>
          )}
          <Rows decisions={over.data?.decisions ?? []} />
          {(over.data?.decisions.length ?? 0) > 0 && (
            <p>
              <Link to="/circles/$circle/decisions/what-if" params={{ circle }}>
                <Trans>What if: count all of them under other rules</Trans>
              </Link>
            </p>
          )}
          {here.data?.may.steward && (
            <p>
              <Link to="/circles/$circle/decisions/import" params={{ circle }}>
                <Trans>Bring in what was said and decided on Loomio</Trans>
              </Link>
            </p>
          )}
          <Pager pages={pages} next={over.data?.next} onTurn={setPages} />
        </section>
      </div>
    </main>
  )
}
