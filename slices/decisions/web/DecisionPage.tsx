/** A decision: the question, the ballot, the outcome and how it was counted; its life and its rules. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { DecisionId } from '../api/shapes.ts'
import { About } from './About.tsx'
import { Acts } from './Acts.tsx'
import { Advice } from './advice/Advice.tsx'
import { isByAdvice } from './advice/useAdvice.ts'
import { Ballot } from './Ballot.tsx'
import { Changes } from './Changes.tsx'
import { Objections } from './consent/Objections.tsx'
import { How } from './How.tsx'
import { Imported } from './Imported.tsx'
import { Life } from './Life.tsx'
import { Mandates } from './Mandates.tsx'
import { MandatesFor } from './MandatesFor.tsx'
import { Outcome } from './Outcome.tsx'
import { PhoneVotes } from './PhoneVotes.tsx'
import { Proxies } from './Proxies.tsx'
import { Papers } from './secret/Papers.tsx'
import { Support } from './Support.tsx'
import { type Decision, type Id, useDecision } from './useDecision.ts'
import { useFollowed } from './useFollowed.ts'
import { Withdrawing } from './Withdrawing.tsx'
import { Moment, StateTag } from './words.tsx'
import styles from './decisions.module.css'

export function Page() {
  const id = DecisionId.safeParse(useParams({ strict: false }).decision)
  return id.success ? <One id={id.data} /> : <Navigate to="/circles" />
}

function One({ id }: { id: Id }) {
  const { data, error } = useDecision(id)
  useFollowed(id)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/decisions/${id}` }} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Shown decision={data} />}
    </main>
  )
}

function Shown({ decision }: { decision: Decision }) {
  const { state, text, circle, kind, closesAt, zone, outcome, gathering } = decision
  const votes = !isByAdvice(decision)
  const counted = outcome !== null && (state === 'counted' || state === 'void')
  return (
    <>
      <title>{text.title}</title>
      <header className="page-head">
        <p className="acts">
          <StateTag state={state} advised={!votes} />
          <span className="hint">
            {kind?.name} ·{' '}
            <Link to="/circles/$circle" params={{ circle: circle.id }}>
              <bdi>{circle.name}</bdi>
            </Link>
            {state === 'open' && closesAt && !gathering && (
              <>
                {' · '}
                <Trans>
                  until <Moment at={closesAt} zone={zone} />
                </Trans>
              </>
            )}
          </span>
        </p>
        <h1>{text.title}</h1>
        <p className={styles['lede']}>{text.question}</p>
        {decision.thread && (
          <p className="hint">
            <Link to="/threads/$thread" params={{ thread: decision.thread }}>
              <Trans>The talk that it came from</Trans>
            </Link>
          </p>
        )}
      </header>
      <div className="split">
        <div className="column">
          <Ended decision={decision} />
          <Imported imported={decision.imported} />
          {counted && state === 'counted' && <Outcome decision={decision} />}
          <About decision={decision} />
          <MandatesFor decision={decision} />
          <Options decision={decision} />
          <Advice decision={decision} />
          {state === 'talk' && votes && <Support decision={decision} />}
          {state === 'open' && !gathering && <Ballot decision={decision} />}
          <Objections decision={decision} />
          {gathering && <AtGathering gathering={gathering} open={state === 'open'} />}
          {(counted || (state === 'open' && kind?.shows === 'open')) && <How decision={decision} />}
          <Withdrawing decision={decision} />
          {votes && <Mandates decision={decision} />}
          {!gathering && votes && <Proxies decision={decision} />}
          {votes && <MayVote decision={decision} />}
          {decision.openedAt && kind?.secrecy === 'secret' && <Papers id={decision.decision} />}
          <Changes decision={decision} />
        </div>
        <div className="column">
          <Life decision={decision} />
          <Acts decision={decision} />
          <PhoneVotes decision={decision} />
          <Rules decision={decision} />
        </div>
      </div>
    </>
  )
}

/** Where it is decided, or was. */
function AtGathering({ gathering, open }: { gathering: string; open: boolean }) {
  return (
    <p className={open ? 'well' : 'hint'}>
      {open ? (
        <>
          <Trans>It is being decided at a gathering, by those in the room.</Trans>{' '}
          <a href={`/gatherings/${gathering}/room`}>
            <Trans>To the room</Trans>
          </a>
        </>
      ) : (
        <>
          <Trans>Decided at a gathering, by those in the room.</Trans>{' '}
          <Link to="/gatherings/$gathering/minutes" params={{ gathering }}>
            <Trans>Its minutes</Trans>
          </Link>
        </>
      )}
    </p>
  )
}

/** What is chosen from, where it does not stand on the ballot anyway. */
function Options({ decision: { state, text, mine } }: { decision: Decision }) {
  const onBallot = state === 'open' && mine.some(({ votes }) => votes)
  if (text.options.length === 0 || onBallot) return null
  return (
    <section className="place" aria-labelledby="options-h">
      <h2 id="options-h">
        <Trans>Options</Trans>
      </h2>
      <ul className="rows">
        {text.options.map(({ name, note }) => (
          <li key={name}>
            <div>
              <bdi className="what">{name}</bdi>
              {note && <p className="hint">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ended({ decision: { ended, state } }: { decision: Decision }) {
  const { t } = useLingui()
  if (!ended) return null
  const reasons: Record<string, string> = {
    roll: t`The roll was wrong.`,
    text: t`The text misled.`,
    rules: t`The rules were broken.`,
  }
  return (
    <section className="well" aria-label={state === 'void' ? t`Void` : t`Withdrawn`}>
      <p>
        {ended.by && <bdi>{ended.by.name}</bdi>}, <Moment at={ended.at} />.{' '}
        {ended.why && reasons[ended.why]} {ended.words}
      </p>
    </section>
  )
}

/** "Can I vote on this? Why not?" */
function MayVote({ decision }: { decision: Decision }) {
  const { mine, state, openedAt } = decision
  if (state === 'draft' || state === 'withdrawn') return null
  const frozen = openedAt !== null
  return (
    <section className="place" aria-labelledby="may-h">
      <h2 id="may-h">
        <Trans>The roll</Trans>
      </h2>
      <ul className="rows">
        {mine.map(({ member, name, through, class: inClass, votes, reason }) => (
          <li key={member}>
            <div>
              <b>
                {through !== 'self' && (
                  <>
                    <bdi>{name}</bdi>:{' '}
                  </>
                )}
                {votes ? <Trans>You can vote.</Trans> : <Trans>You cannot vote.</Trans>}
              </b>{' '}
              {inClass}. {reason}
            </div>
          </li>
        ))}
      </ul>
      {mine.length === 0 && (
        <p>
          {frozen ? (
            <Trans>You cannot vote: you were not inside when the roll was frozen.</Trans>
          ) : (
            <Trans>You cannot vote: you are no member of this circle.</Trans>
          )}
        </p>
      )}
      <p className="hint">
        {frozen ? (
          <Trans>Frozen when it opened; since then nobody is put on it or taken off.</Trans>
        ) : (
          <Trans>A draft until it opens: if a line of it is wrong, say so on the roll.</Trans>
        )}
      </p>
      <p>
        <Link to="/decisions/$decision/roll" params={{ decision: decision.decision }}>
          <Trans>The whole roll, with reasons</Trans>
        </Link>
      </p>
    </section>
  )
}

function Rules({ decision }: { decision: Decision }) {
  const { rules, version, openedAt, ruledBy, circle, imported } = decision
  const advised = isByAdvice(decision)
  // Of what was decided elsewhere only how it is counted is known.
  const shown = imported ? rules.filter(({ key }) => /\.(method|quorum|voters)/.test(key)) : rules
  return (
    <section className="place" aria-labelledby="rules-h">
      <h2 id="rules-h">
        <Trans>Its rules</Trans>
      </h2>
      <p className="hint" hidden={imported !== null}>
        {!openedAt && <Trans>As they stand, by</Trans>}
        {openedAt && !advised && <Trans>Fixed when it opened, by</Trans>}
        {openedAt && advised && <Trans>Fixed when it was decided, by</Trans>}{' '}
        <Link to="/circles/$circle/rules" params={{ circle: ruledBy ?? circle.id }}>
          <Trans>version {version} of the constitution</Trans>
        </Link>
        .
      </p>
      <ul className={styles['rules']}>
        {shown.map(({ key, text, cite }) => (
          <li key={key}>
            {text} {cite && <span className="hint num">{cite}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
