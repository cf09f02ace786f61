/** The life of a decision: where it stands, since when, and what comes next. */
import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { isByAdvice } from './advice/useAdvice.ts'
import type { Decision } from './useDecision.ts'
import { Moment } from './words.tsx'
import styles from './decisions.module.css'

type Stage = { key: string; name: ReactNode; told: ReactNode; now: boolean; later: boolean }

function Waits({ waits }: Pick<Decision, 'waits'>) {
  return waits.map((one) => (
    <span key={one.for}>
      {one.for === 'day' && (
        <Trans>
          opens <Moment at={one.until} />
        </Trans>
      )}
      {one.for === 'support' && (
        <Plural
          value={one.missing}
          one="one more member has to support it"
          other="# more members have to support it"
        />
      )}
      {one.for === 'contests' && <Trans>a steward has to answer an objection to the roll</Trans>}
      {one.for === 'objections' && (
        <Plural
          value={one.open}
          one="waits for objections: one is open"
          other="waits for objections: # are open"
        />
      )}
      {one.for === 'advice' && (
        <Trans>whoever proposed it decides it, once enough were asked and heard</Trans>
      )}
      {one.for === 'kind' && <Trans>the rules no longer let it open</Trans>}
      {one.for === 'voters' && <Trans>nobody could vote on it</Trans>}
      {one.for === 'group' && (
        <Trans>
          only {one.on} on the roll are counted as “{one.group}”, and with fewer than {one.least} it
          does not open as secret
        </Trans>
      )}
      {one.for === 'gathering' && (
        <Trans>
          it is decided at a gathering, where it can be moved from <Moment at={one.from} /> on
        </Trans>
      )}
      {one.for === 'subject' && <Trans>what it is about is over or not ripe</Trans>}.{' '}
    </span>
  ))
}

function TalkTold({ decision: { proposedAt, waits } }: { decision: Decision }) {
  return (
    <>
      {proposedAt && (
        <Trans>
          since <Moment at={proposedAt} />.
        </Trans>
      )}{' '}
      <Waits waits={waits} />
    </>
  )
}

function OpenTold({ decision }: { decision: Decision }) {
  const { openedAt, closesAt, turnout, extended, kind } = decision
  const { voted, eligible } = turnout ?? { voted: 0, eligible: 0 }
  if (!openedAt || !closesAt) return null
  return (
    <>
      <Moment at={openedAt} /> – <Moment at={closesAt} />.{' '}
      {kind?.secrecy === 'secret' ? (
        <Trans>
          {voted} of {eligible} have taken their paper.
        </Trans>
      ) : (
        <Trans>
          {voted} of {eligible} have voted.
        </Trans>
      )}{' '}
      {extended > 0 && (
        <Plural
          value={extended}
          one="Too few had, so by its rules it was opened for longer, once."
          other="Too few had, so by its rules it was opened for longer, # times."
        />
      )}
    </>
  )
}

function stagesOf(decision: Decision): Stage[] {
  const { state, madeAt, proposedAt, openedAt, countedAt, outcome } = decision
  const advised = isByAdvice(decision)
  const over = state === 'withdrawn' || state === 'void'
  return [
    {
      key: 'draft',
      name: <Trans>Draft</Trans>,
      told: (
        <>
          <bdi>{decision.madeBy.name}</bdi>, <Moment at={madeAt} />
        </>
      ),
      now: state === 'draft',
      later: false,
    },
    {
      key: 'talk',
      name: advised ? <Trans>Advice</Trans> : <Trans>Talk</Trans>,
      told: <TalkTold decision={decision} />,
      now: state === 'talk',
      later: proposedAt === null,
    },
    ...(advised
      ? []
      : [
          {
            key: 'open',
            name: <Trans>Open</Trans>,
            told: <OpenTold decision={decision} />,
            now: state === 'open',
            later: openedAt === null,
          },
        ]),
    {
      key: 'counted',
      name: advised ? <Trans>Decided</Trans> : <Trans>Counted</Trans>,
      told: countedAt && <Moment at={countedAt} />,
      now: state === 'counted',
      later: countedAt === null,
    },
    ...(outcome?.reviewOn && !over
      ? [
          {
            key: 'again',
            name: <Trans>Asked again</Trans>,
            told: <time dateTime={outcome.reviewOn}>{outcome.reviewOn}</time>,
            now: false,
            later: true,
          },
        ]
      : []),
  ]
}

export function Life({ decision }: { decision: Decision }) {
  return (
    <section className="place" aria-labelledby="life-h">
      <h2 id="life-h">
        <Trans>Its life</Trans>
      </h2>
      <ol className={styles['life']}>
        {stagesOf(decision).map(({ key, name, told, now, later }) => (
          <li
            key={key}
            aria-current={now ? 'step' : undefined}
            className={later ? styles['later'] : undefined}
          >
            {name}
            {told && <p className="hint">{told}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
