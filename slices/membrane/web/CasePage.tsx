/** One process: its reason, the hearing, the answer, the decision, the appeal; and what the reader may do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Output } from '#kernel/operation.ts'
import { refusalName } from '#web/kit/problem.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { ExclusionId, readExclusion } from '../api/leaving.ts'
import { AnswerForm, AppealForm, AppealDecision, CaseDecision, HearingForm } from './CaseForms.tsx'
import { CaseWord } from './Cases.tsx'
import styles from './membrane.module.css'

export type Case = Output<typeof readExclusion>

export function Page() {
  const { exclusion } = useParams({ strict: false })
  const id = ExclusionId.safeParse(exclusion)
  return id.success ? <Shown id={id.data} /> : <Navigate to="/" />
}

function Shown({ id }: { id: Case['id'] }) {
  const { t } = useLingui()
  const { data, error } = useRead(readExclusion, { params: { exclusion: id } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/exclusions/${id}` }} />
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Whether a member is put out`}</title>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Whole key={data.outcome} one={data} />}
    </main>
  )
}

function Whole({ one }: { one: Case }) {
  const { i18n } = useLingui()
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  return (
    <div className="stack">
      <h1>
        <bdi>{one.name}</bdi>
      </h1>
      <p>
        <Trans>
          Whether they are put out of <bdi>{one.circleName}</bdi>:
        </Trans>{' '}
        <span className="tag">
          <CaseWord one={one} />
        </span>
      </p>
      <p>
        <Link to="/circles/$circle/ways-out" params={{ circle: one.circle }}>
          <Trans>All ways out of this circle</Trans>
        </Link>
      </p>
      <Said
        title={
          <Trans>
            Proposed by <bdi>{one.openedByName}</bdi> on {day(one.opened)}
          </Trans>
        }
        text={one.reason}
      />
      {one.outcome === null && (
        <p className="well" role="status">
          <Next one={one} />
        </p>
      )}
      {one.heard && (
        <Said
          title={
            <Trans>
              <bdi>{one.name}</bdi> answers
            </Trans>
          }
          text={one.heard}
        />
      )}
      {one.voices.map(({ name, out, text }) => (
        <Said
          key={name}
          title={
            <>
              <bdi>{name}</bdi> {out ? <Trans>says: put out</Trans> : <Trans>says: stays</Trans>}
            </>
          }
          text={text}
        />
      ))}
      {one.decision && one.decided && (
        <Said title={<Trans>Decided on {day(one.decided)}</Trans>} text={one.decision} />
      )}
      {one.outcome === 'out' && one.appealUntil && !one.appeal && (
        <p>
          <Trans>
            Until {day(one.appealUntil)} they may appeal; another than who decided decides on it.
          </Trans>
        </p>
      )}
      {one.appeal && <Said title={<Trans>The appeal</Trans>} text={one.appeal} />}
      {one.appealDecision && (
        <Said title={<Trans>Decided on the appeal</Trans>} text={one.appealDecision} />
      )}
      {one.may.answer && <AnswerForm one={one} />}
      {one.may.setHearing && <HearingForm one={one} />}
      <Parts of="vote" id={`${one.circle}/exclusion/${one.id}`} />
      {one.may.decide && <CaseDecision one={one} />}
      {one.may.appeal && <AppealForm one={one} />}
      {one.appeal && <Parts of="vote" id={`${one.circle}/appeal/${one.id}`} />}
      {one.may.decideAppeal && <AppealDecision one={one} />}
      <section className="place stack" aria-labelledby="case-rules-h">
        <h2 id="case-rules-h">
          <Trans>By the rules</Trans>
        </h2>
        {one.rules.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
    </div>
  )
}

function Said({ title, text }: { title: ReactNode; text: string }) {
  return (
    <div>
      <p className="hint">{title}</p>
      {text && <p className={styles['said']}>{text}</p>}
    </div>
  )
}

/** What it waits for. */
function Next({ one }: { one: Case }) {
  const { i18n } = useLingui()
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  const { hearingAt, hearingWhere, decideFrom, waits } = one
  return (
    <>
      {hearingAt && waits === 'hearing' && (
        <Trans>
          They are heard on {day(hearingAt)} at {timeIn(hearingAt, undefined, i18n.locale)}:{' '}
          {hearingWhere}.
        </Trans>
      )}
      {waits === 'notice' && <Trans>Nothing is decided before {day(decideFrom)}.</Trans>}
      {waits === 'hearing-day' && (
        <Trans>The rules promise a hearing; its day is not set yet.</Trans>
      )}
      {waits === 'decision' && <Trans>It waits for the decision.</Trans>}
    </>
  )
}
