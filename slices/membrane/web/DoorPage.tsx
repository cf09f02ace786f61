/** Who stands at the door of a circle, the longest first. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listApplications } from '../api/door.ts'
import styles from './membrane.module.css'
import { StepWords } from './StepWords.tsx'

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <Door id={id.data} /> : <Navigate to="/circles" />
}

function Door({ id }: { id: `cir_${string}` }) {
  const { t, i18n } = useLingui()
  const { data, error } = useRead(listApplications, { params: { circle: id } })
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`At the door`}</title>
      <div className="stack">
        <h1>
          <Trans>At the door</Trans>
        </h1>
        <p>
          <Link to="/circles/$circle" params={{ circle: id }}>
            <Trans>To the circle</Trans>
          </Link>
        </p>
        <ProblemLine cause={error} />
        {!data && !error && <Waiting />}
        {data?.applications.length === 0 && (
          <Empty>
            <Trans>Nobody waits.</Trans>
          </Empty>
        )}
        <ul className="rows">
          {data?.applications.map((one) => (
            <li key={one.id}>
              <div>
                <Link
                  className="what"
                  to="/applications/$application"
                  params={{ application: one.id }}
                >
                  <bdi>{one.coop ? `${one.coop.name} (${one.name})` : one.name}</bdi>
                </Link>
                <p className="hint">
                  <bdi>{one.className}</bdi> ·{' '}
                  <Trans>since {dayIn(one.made, undefined, i18n.locale)}</Trans>
                </p>
                <p>
                  <StepWords {...one} />
                </p>
              </div>
              {one.may.decide && (
                <span className="tag">
                  <Trans>you decide</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
        {data && data.quiet > 0 && (
          <p className="hint">
            <Plural
              value={data.quiet}
              one="# was refused without a word in the last thirty days."
              other="# were refused without a word in the last thirty days."
            />
          </p>
        )}
      </div>
    </main>
  )
}
