/** The outcome, in one large sentence. */
import { Trans } from '@lingui/react/macro'
import { Check, Hourglass, Minus } from 'lucide-react'
import styles from './standing.module.css'
import type { Standing } from './useStanding.ts'
import { Cite, Day } from './words.tsx'

function Sentence({ state, mine, name }: Pick<Standing, 'state' | 'mine' | 'name'>) {
  if (state === 'good')
    return mine ? (
      <Trans>You are in good standing.</Trans>
    ) : (
      <Trans>
        <bdi>{name}</bdi> is in good standing.
      </Trans>
    )
  if (state === 'behind')
    return mine ? (
      <Trans>You are behind.</Trans>
    ) : (
      <Trans>
        <bdi>{name}</bdi> is behind.
      </Trans>
    )
  if (state === 'paused')
    return mine ? (
      <Trans>Your membership is paused.</Trans>
    ) : (
      <Trans>
        The membership of <bdi>{name}</bdi> is paused.
      </Trans>
    )
  return mine ? (
    <Trans>You do not belong to this circle.</Trans>
  ) : (
    <Trans>
      <bdi>{name}</bdi> does not belong to this circle.
    </Trans>
  )
}

const ICON = { good: Check, behind: Hourglass, paused: Minus, left: Minus }

export function Verdict({ standing }: { standing: Standing }) {
  const { state, since, until, inside, class: inClass, rests, version, day, cites, idle } = standing
  const Icon = ICON[state]
  return (
    <div className={styles['verdict']} aria-live="polite">
      <p className={`${styles['big']} ${styles[state] ?? ''}`}>
        <Icon aria-hidden="true" size={24} />
        <span>
          <Sentence {...standing} />
        </span>
      </p>
      <p>
        {since && state !== 'good' && (
          <>
            {until ? (
              <Trans>
                From <Day day={since} /> until <Day day={until} />; nothing is owed for these days.
              </Trans>
            ) : (
              <Trans>
                Since <Day day={since} />.
              </Trans>
            )}{' '}
            {state === 'paused' && <Cite number={cites.pause} />}{' '}
          </>
        )}
        {idle && <Trans>There was no trace for a long time; coming to a gathering ends it. </Trans>}
        {inside && (
          <Trans>
            In the class <b>{inClass}</b> since <Day day={inside} />.
          </Trans>
        )}{' '}
        {state === 'behind' &&
          (rests.includes('vote') ? (
            <Trans>The vote rests. </Trans>
          ) : (
            <Trans>The vote does not rest yet. </Trans>
          ))}
        <Cite number={state === 'behind' ? cites.behind : null} />
      </p>
      <p className="hint">
        {version === null ? (
          <Trans>
            On <Day day={day} /> there were no rules that ask anything.
          </Trans>
        ) : (
          <Trans>
            As of <Day day={day} />, by version {version} of the rules.
          </Trans>
        )}
      </p>
    </div>
  )
}
