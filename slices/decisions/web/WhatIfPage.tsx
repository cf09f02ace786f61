/** What if: all that a circle decided, counted again under other rules; what flips stands first. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleId } from '#slices/circles/api.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { otherRules } from '../api/what-if.ts'
import { Retold } from './Retold.tsx'
import { UnderChoice } from './UnderChoice.tsx'
import type { Circle } from './useDecision.ts'
import { Under, useWhatIf } from './useWhatIf.ts'
import styles from './what-if.module.css'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <WhatIf circle={circle.data} /> : <Navigate to="/circles" />
}

function WhatIf({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const under = Under.parse(useSearch({ strict: false }))
  const { data, error } = useRead(otherRules, { params: { circle } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/decisions/what-if` }} />
  return (
    <main id="main" className="page">
      <title>{t`What if`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle/decisions" params={{ circle }}>
            <Trans>Decisions of {data?.circle}</Trans>
          </Link>
        </p>
        <h1>
          <Trans>What if</Trans>
        </h1>
        <p className={styles['lede']}>
          <Trans>
            The same ballots, counted under other rules. Whether people would have voted otherwise
            then, nobody knows.
          </Trans>
        </p>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data?.decided === 0 && (
        <Empty>
          <Trans>Nothing was decided here yet, so there is nothing to count again.</Trans>
        </Empty>
      )}
      {data && data.decided > 0 && (
        <div className="stack">
          <UnderChoice
            rules={data}
            under={under}
            onChange={(search) =>
              void navigate({
                to: '/circles/$circle/decisions/what-if',
                params: { circle },
                search,
                replace: true,
              })
            }
          />
          <Answer key={JSON.stringify(under)} circle={circle} under={under} />
        </div>
      )}
    </main>
  )
}

const ROWS = 20

function Answer({ circle, under }: { circle: Circle; under: Under }) {
  const [pages, setPages] = useState<number[]>([])
  const told = useWhatIf(circle, under)
  const from = pages.at(-1) ?? 0
  const { decisions, decided, done } = told
  if (!told.asked)
    return (
      <Empty>
        <Trans>Choose other rules: then all that was decided here is counted again by them.</Trans>
      </Empty>
    )
  const shown = decisions.slice(from, from + ROWS)
  const next = from + ROWS < decisions.length ? from + ROWS : null
  return (
    <section aria-labelledby="told-h" className="stack">
      <ProblemLine cause={told.error} />
      {!done && !told.error && <Progress counted={decisions.length} of={decided} />}
      {done && <Sum told={told} />}
      {done && <Retold decisions={shown} />}
      {done && <Pager pages={pages} next={next} onTurn={setPages} />}
    </section>
  )
}

function Progress({ counted, of }: { counted: number; of: number }) {
  return (
    <div className={styles['progress']}>
      <h2 id="told-h" className="sr">
        <Trans>Being counted again</Trans>
      </h2>
      <progress max={Math.max(of, 1)} value={counted} aria-labelledby="told-h" />
      <output className="hint num">
        {of === 0 ? (
          <Trans>One moment…</Trans>
        ) : (
          <Trans>
            {counted} of {of} counted again
          </Trans>
        )}
      </output>
    </div>
  )
}

function Sum({ told: { under, decisions } }: { told: ReturnType<typeof useWhatIf> }) {
  const flips = decisions.filter((one) => one.flips).length
  const untold = decisions.filter(({ after }) => after === null).length
  const counted = decisions.length - untold
  return (
    <div aria-live="polite">
      <p className="hint">{under}</p>
      <h2 id="told-h" className={styles['sum']}>
        <Trans>
          {flips} of {counted} would have come out otherwise, had all voted as they did.
        </Trans>
      </h2>
      {untold > 0 && (
        <p>
          <Plural
            value={untold}
            one="Of one nothing can be told; why stands beside it."
            other="Of # nothing can be told; why stands beside each."
          />
        </p>
      )}
    </div>
  )
}
