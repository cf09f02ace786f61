/** Decisions beside what they would be under other rules: a table, on a phone one below the other. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Retold as One } from './useWhatIf.ts'
import { Moment, ResultWord } from './words.tsx'
import styles from './what-if.module.css'

function End({ end }: { end: NonNullable<One['after']> }) {
  return (
    <>
      <ResultWord result={end.result} />
      {end.elected.length > 0 && (
        <>
          {': '}
          {end.elected.map((name, at) => (
            // oxlint-disable-next-line no-array-index-key -- two may have one name
            <span key={at}>
              {at > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
        </>
      )}
    </>
  )
}

function Mark({ one: { flips, after } }: { one: One }) {
  if (!after)
    return (
      <span className="tag">
        <Trans>Not told</Trans>
      </span>
    )
  return flips ? (
    <span className="tag straw">
      <Trans>Flips</Trans>
    </span>
  ) : (
    <span className="tag">
      <Trans>Stays</Trans>
    </span>
  )
}

export function Retold({ decisions }: { decisions: readonly One[] }) {
  return (
    <table className={styles['retold']}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Decision</Trans>
          </th>
          <th scope="col">
            <Trans>As it was decided</Trans>
          </th>
          <th scope="col">
            <Trans>Under the other rules</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((one) => (
          <tr key={one.decision}>
            <th scope="row">
              <Link className="what" to="/decisions/$decision" params={{ decision: one.decision }}>
                <bdi>{one.title}</bdi>
              </Link>
              <span className="hint">
                {one.kind} · <Moment at={one.closedAt} />
              </span>
            </th>
            <td>
              <span className={styles['head']}>
                <Trans>As it was decided</Trans>
              </span>
              <End end={one.before} />
            </td>
            <td>
              <span className={styles['head']}>
                <Trans>Under the other rules</Trans>
              </span>
              <span className={styles['end']}>
                <Mark one={one} />
                {one.after && (
                  <b>
                    <End end={one.after} />
                  </b>
                )}
              </span>
              {one.why.map((sentence) => (
                <span key={sentence} className={styles['why']}>
                  {sentence}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
