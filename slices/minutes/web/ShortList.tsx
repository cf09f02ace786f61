/** What was decided, in short. */
import { Trans } from '@lingui/react/macro'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

export function Short({ shown: { told } }: { shown: MinutesShown }) {
  if (told.short.length === 0) return null
  return (
    <section className="outcomes" aria-labelledby="short-h">
      <h2 id="short-h">
        <Trans>In short</Trans>
      </h2>
      <ol>
        {told.short.map(({ ref, href, text }) => (
          <li key={ref}>
            <a href={href}>{ref}</a>
            <p>
              <Linked text={text} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
