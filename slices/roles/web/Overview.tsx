/** Whose term ends, which roles are empty, what lies on the same shoulders. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { overview } from '../api/roles.ts'
import type { Circle } from './useRoles.ts'

export function Overview({ circle }: { circle: Circle }) {
  const { i18n } = useLingui()
  const { data } = useRead(overview, { params: { circle } })
  if (!data) return null
  const { ending, empty, shoulders } = data
  return (
    <div className="column">
      <section className="place" aria-labelledby="empty-h">
        <h2 id="empty-h">
          <Trans>Vacant</Trans>
        </h2>
        <ul className="rows">
          {empty.map((one) => (
            <li key={`${one.circle} ${one.role}`}>
              <div>
                <bdi className="what">{one.title}</bdi>
                <p className="hint">
                  <bdi>{one.circleName}</bdi>,{' '}
                  <Plural value={one.seats} one="one seat" other="# seats" />,{' '}
                  <Trans>from {dayIn(one.from, undefined, i18n.locale)}</Trans>
                </p>
              </div>
            </li>
          ))}
        </ul>
        {empty.length === 0 && (
          <p className="hint">
            <Trans>Every seat is taken for the next two months.</Trans>
          </p>
        )}
      </section>
      <section className="place" aria-labelledby="ending-h">
        <h2 id="ending-h">
          <Trans>Whose term ends</Trans>
        </h2>
        <ul className="rows">
          {ending.map((one) => (
            <li key={one.term}>
              <div>
                <bdi className="what">{one.name}</bdi>
                <p className="hint">
                  <bdi>{one.title}</bdi>,{' '}
                  <Trans>until {dayIn(one.until ?? one.from, undefined, i18n.locale)}</Trans>
                </p>
              </div>
            </li>
          ))}
        </ul>
        {ending.length === 0 && (
          <p className="hint">
            <Trans>No term has an end yet.</Trans>
          </p>
        )}
      </section>
      {shoulders.length > 0 && (
        <section className="place" aria-labelledby="shoulders-h">
          <h2 id="shoulders-h">
            <Trans>On the same shoulders</Trans>
          </h2>
          <ul className="rows">
            {shoulders.map((one) => (
              <li key={one.person}>
                <div>
                  <bdi className="what">{one.name}</bdi>
                  <p className="hint">{one.holds.map(({ role }) => role).join(', ')}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <Link to="/me/roles">
          <Trans>My own roles and handover notes</Trans>
        </Link>
      </p>
    </div>
  )
}
