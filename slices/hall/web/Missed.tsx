/** Gatherings of the last days in which I was not: their minutes say what happened. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { dayIn } from '#web/kit/When.tsx'
import type { readHome } from '../api/home.ts'

export function Missed({ missed }: { missed: Output<typeof readHome>['missed'] }) {
  const { i18n, t } = useLingui()
  if (missed.length === 0) return null
  return (
    <section className="place" aria-labelledby="missed-h">
      <h2 id="missed-h">
        <Trans>What you missed</Trans> <span className="tally num">{missed.length}</span>
      </h2>
      <ul className="rows">
        {missed.map(({ gathering, title, starts }) => (
          <li key={gathering}>
            <div>
              <a className="what" href={`/gatherings/${gathering}`}>
                {title}
              </a>
              <p className="hint">{dayIn(starts, undefined, i18n.locale)}</p>
            </div>
            <a
              className="btn small"
              href={`/minutes/${gathering}`}
              aria-label={t`Read the minutes of ${title}`}
            >
              <Trans>Read the minutes</Trans>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
