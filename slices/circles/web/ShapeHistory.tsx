/** What became of the circle and of those within it, with the day and by whom. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { shapeHistory } from '../api/shaping.ts'
import type { CircleShown } from './CirclePage.tsx'

const FIRST = 5

export function ShapeHistory({ circle }: { circle: CircleShown }) {
  const { data } = useRead(shapeHistory, { params: { circle: circle.id } }, circle.members !== null)
  if (!data || data.history.length === 0) return null
  const [first, rest] = [data.history.slice(0, FIRST), data.history.slice(FIRST)]
  return (
    <section className="place" aria-labelledby="became-h">
      <h2 id="became-h">
        <Trans>Its history</Trans>
      </h2>
      <Lines history={first} />
      {rest.length > 0 && (
        <details>
          <summary>
            <Trans>Earlier</Trans>
          </summary>
          <Lines history={rest} />
        </details>
      )}
    </section>
  )
}

type Told = { at: string; by: string | null; says: string }

function Lines({ history }: { history: Told[] }) {
  const { i18n } = useLingui()
  return (
    <ul className="rows">
      {history.map(({ at, by, says }) => (
        <li key={`${at} ${says}`}>
          <div>
            <p>{says}</p>
            <p className="hint">
              {dayIn(at, undefined, i18n.locale)}
              {by && (
                <>
                  {' · '}
                  <bdi>{by}</bdi>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
