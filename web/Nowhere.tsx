/** Pages for what is not there, and for what broke on its way. */
import { Trans } from '@lingui/react/macro'
import { ProblemLine } from './kit/Said.tsx'

export function Nowhere() {
  return (
    <main id="main" className="page">
      <h1>
        <Trans>There is nothing here</Trans>
      </h1>
      <p>
        <Trans>
          The link may be old, or this is not for you to see. <a href="/">Go to the hall</a>.
        </Trans>
      </p>
    </main>
  )
}

export function Stumbled({ error }: { error: unknown }) {
  return (
    <main id="main" className="page stack">
      <h1>
        <Trans>This page stumbled</Trans>
      </h1>
      <ProblemLine cause={error} />
      <p>
        <a href={location.href}>
          <Trans>Load it again</Trans>
        </a>
      </p>
    </main>
  )
}
