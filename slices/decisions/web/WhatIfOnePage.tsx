/** One decision, counted again under other rules. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { DecisionId } from '../api/shapes.ts'
import { otherRules, whatIfDecision } from '../api/what-if.ts'
import { Retold } from './Retold.tsx'
import { UnderChoice } from './UnderChoice.tsx'
import { type Circle, type Id, useDecision } from './useDecision.ts'
import { asksFor, Under } from './useWhatIf.ts'
import styles from './what-if.module.css'

export function Page() {
  const id = DecisionId.safeParse(useParams({ strict: false }).decision)
  return id.success ? <One id={id.data} /> : <Navigate to="/circles" />
}

function One({ id }: { id: Id }) {
  const { t } = useLingui()
  const { data, error } = useDecision(id)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/decisions/${id}/what-if` }} />
  return (
    <main id="main" className="page">
      <title>{t`The same ballots, counted another way`}</title>
      <header className="page-head">
        <p>
          <Link to="/decisions/$decision" params={{ decision: id }}>
            <bdi>{data?.text.title}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>The same ballots, counted another way</Trans>
        </h1>
        <p className={styles['lede']}>
          <Trans>Whether people would have voted otherwise then, nobody knows.</Trans>
        </p>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Asked id={id} circle={data.circle.id} />}
    </main>
  )
}

function Asked({ id, circle }: { id: Id; circle: Circle }) {
  const navigate = useNavigate()
  const under = Under.parse(useSearch({ strict: false }))
  const rules = useRead(otherRules, { params: { circle } })
  if (!rules.data) return rules.error ? <ProblemLine cause={rules.error} /> : <Waiting />
  return (
    <div className="stack">
      <UnderChoice
        rules={rules.data}
        under={under}
        onChange={(search) =>
          void navigate({
            to: '/decisions/$decision/what-if',
            params: { decision: id },
            search,
            replace: true,
          })
        }
      />
      {asksFor(under) ? (
        <Told id={id} under={under} />
      ) : (
        <Empty>
          <Trans>Choose other rules: then its ballots are counted again by them.</Trans>
        </Empty>
      )}
      <p>
        <Link to="/circles/$circle/decisions/what-if" params={{ circle }} search={under}>
          <Trans>All that this circle decided, under these rules</Trans>
        </Link>
      </p>
    </div>
  )
}

function Told({ id, under }: { id: Id; under: Under }) {
  const { data, error } = useRead(whatIfDecision, { params: { decision: id }, query: under })
  if (error) return <ProblemLine cause={error} />
  return data ? <Retold decisions={[data.decision]} /> : <Waiting />
}
