/** The roles of a circle: what each asks, who holds it, whose turn it is; and the overview. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { Overview } from './Overview.tsx'
import { RoleSection } from './RoleSection.tsx'
import { type Circle, useRoles } from './useRoles.ts'

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <Roles circle={id.data} /> : <Navigate to="/circles" />
}

function Roles({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const { data, error } = useRoles(circle)
  const body = useRead(readCircle, { params: { circle } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/roles` }} />
  return (
    <main id="main" className="page">
      <title>{t`Roles`}</title>
      <header className="page-head">
        {body.data && (
          <p>
            <Link to="/circles/$circle" params={{ circle }}>
              <bdi>{body.data.name}</bdi>
            </Link>
          </p>
        )}
        <h1>
          <Trans>Roles</Trans>
        </h1>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <div className="column">
            {data.roles.length === 0 && (
              <Empty>
                <Trans>
                  The constitution of this circle names no roles yet. Once it does, you see here
                  what each asks, who holds it and whose turn it is.
                </Trans>
              </Empty>
            )}
            {data.roles.map((role) => (
              <RoleSection key={role.key} circle={circle} role={role} roles={data} />
            ))}
          </div>
          <Overview circle={circle} />
        </div>
      )}
    </main>
  )
}
