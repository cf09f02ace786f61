/** The roles of a circle in short, beside its members. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { type Circle, useRoles } from './useRoles.ts'

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Beside circle={circle.data} /> : null
}

function Beside({ circle }: { circle: Circle }) {
  const { data } = useRoles(circle)
  if (!data || data.roles.length === 0) return null
  return (
    <section className="place" aria-labelledby="roles-h">
      <h2 id="roles-h">
        <Trans>Roles</Trans>
      </h2>
      <ul className="rows">
        {data.roles.map(({ key, name, holders, vacancy }) => (
          <li key={key}>
            <div>
              <bdi className="what">{name}</bdi>
              <p className="hint">
                {holders.map((held, at) => (
                  <span key={held.term}>
                    {at > 0 && ', '}
                    <bdi>{held.name}</bdi>
                  </span>
                ))}
                {holders.length === 0 && <Trans>Nobody holds it now.</Trans>}
              </p>
            </div>
            {vacancy && (
              <span className="tag straw">
                <Trans>vacant</Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/circles/$circle/roles" params={{ circle }}>
          <Trans>All about these roles</Trans>
        </Link>
      </p>
    </section>
  )
}
