/** That a decision was made elsewhere, where, and what of it is not from there. */
import { Trans } from '@lingui/react/macro'
import type { Decision } from './useDecision.ts'

export function Imported({ imported }: Pick<Decision, 'imported'>) {
  if (!imported) return null
  const { link, assumed, anonymous } = imported
  return (
    <section className="well">
      <p>
        <Trans>Decided on Loomio, and brought here with its ballots.</Trans>{' '}
        {link && (
          <a href={link} rel="noreferrer">
            <Trans>Where it was decided</Trans>
          </a>
        )}
      </p>
      {assumed && (
        <p className="hint">
          <Trans>
            When it passes was not said there; here it is counted as more than half of the votes
            cast. The outcome in words is as it was written.
          </Trans>
        </p>
      )}
      {anonymous && (
        <p className="hint">
          <Trans>Its ballots bear no names; all of them stand in the publication.</Trans>
        </p>
      )}
    </section>
  )
}
