/** All that the hall holds of me, to take along. */
import { Trans } from '@lingui/react/macro'

export function MyData() {
  return (
    <section className="place stack" aria-labelledby="data-h">
      <h2 id="data-h">
        <Trans>Your data</Trans>
      </h2>
      <p>
        <Trans>All that the hall holds of you: what you said of yourself, and what you did.</Trans>
      </p>
      <div className="acts">
        <a className="btn small" href="/api/me/data.html">
          <Trans>Read it as a page</Trans>
        </a>
        <a className="btn small" href="/api/me/data" download="my-data.json">
          <Trans>Take it as JSON</Trans>
        </a>
      </div>
    </section>
  )
}
