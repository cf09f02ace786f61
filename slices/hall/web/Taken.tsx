/** What I took on in gatherings. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { readHome } from '../api/home.ts'

export function Taken({ taken }: { taken: Output<typeof readHome>['taken'] }) {
  const { i18n } = useLingui()
  if (taken.length === 0) return null
  return (
    <section className="place" aria-labelledby="taken-h">
      <h2 id="taken-h">
        <Trans>You took on</Trans> <span className="tally num">{taken.length}</span>
      </h2>
      <ul className="rows">
        {taken.map(({ gathering, id, text, due, title }) => (
          <li key={`${gathering} ${id}`}>
            <div>
              <a className="what" href={`/minutes/${gathering}`}>
                {text}
              </a>
              <p className="hint">
                {due ? <Trans>By {dayOf(due, i18n.locale)}</Trans> : <Trans>No day set</Trans>}
                {', '}
                <Trans>from “{title}”</Trans>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A day without a time or a zone. */
function dayOf(day: string, locale: string): string {
  const at = new Date(`${day}T12:00:00Z`)
  return at.toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
}
