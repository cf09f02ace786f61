/** What a decision is about beside its text: what its outcome does there, or did, and what stands. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Decision } from './useDecision.ts'
import styles from './decisions.module.css'

export function About({ decision: { subject, state } }: { decision: Decision }) {
  if (!subject) return null
  const { title, href, person, passes, fails, gone, did, lacks, stands } = subject
  const over = did !== null || state === 'withdrawn' || state === 'void'
  return (
    <section className="place" aria-labelledby="about-h">
      <h2 id="about-h">
        <Trans>What it does</Trans>
      </h2>
      <p>
        {href ? (
          <Link to={href} className="what">
            {title}
          </Link>
        ) : (
          title
        )}
        {person && (
          <>
            {': '}
            <bdi>{person}</bdi>
          </>
        )}
      </p>
      {!over && (
        <dl className={styles['does']}>
          <dt>
            <Trans>If it passes</Trans>
          </dt>
          <dd>{passes}</dd>
          <dt>
            <Trans>If it does not</Trans>
          </dt>
          <dd>{fails}</dd>
        </dl>
      )}
      {gone && (
        <p className="problem" role="status">
          {gone}
        </p>
      )}
      <Did did={did} />
      {lacks.map((lack) => (
        <p key={lack} className="well" role="status">
          {lack}
        </p>
      ))}
      {stands && (
        <p className="well" role="status">
          {stands}
        </p>
      )}
    </section>
  )
}

function Did({ did }: { did: NonNullable<Decision['subject']>['did'] }) {
  if (did === null) return null
  return (
    <p>
      {did === 'done' && <Trans>Done, with the outcome.</Trans>}
      {did === 'partly' && <Trans>Done in part, with the outcome. What was not:</Trans>}
      {did === 'not' && <Trans>The outcome stands, but this did not happen:</Trans>}
      {did === 'nothing' && (
        <Trans>Nothing was decided, so nothing was done. It may be put again.</Trans>
      )}
    </p>
  )
}
