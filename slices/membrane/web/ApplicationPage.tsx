/** One application: where it stands, its answers, what was said, and what the reader may do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { ApplicationId, readApplication, withdrawApplication } from '../api/door.ts'
import { First } from './First.tsx'
import { Deciding } from './Deciding.tsx'
import styles from './membrane.module.css'
import { Speaking } from './Speaking.tsx'
import { StepWords } from './StepWords.tsx'

export type Application = Output<typeof readApplication>

export function Page() {
  const { application } = useParams({ strict: false })
  const id = ApplicationId.safeParse(application)
  return id.success ? <Shown id={id.data} /> : <Navigate to="/" />
}

function Shown({ id }: { id: Application['id'] }) {
  const { t } = useLingui()
  const { data, error } = useRead(readApplication, { params: { application: id } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/applications/${id}` }} />
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Application`}</title>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Whole one={data} />}
    </main>
  )
}

function Whole({ one }: { one: Application }) {
  return (
    <div className="stack">
      <h1>
        <bdi>{one.coop?.name ?? one.name}</bdi>
      </h1>
      <p>
        <Trans>
          Asks to be among the <bdi>{one.className}</bdi> of <bdi>{one.circleName}</bdi>.
        </Trans>{' '}
        <Link to="/circles/$circle" params={{ circle: one.circle }}>
          <Trans>To the circle</Trans>
        </Link>
      </p>
      <p className="well" role="status">
        <StepWords {...one} />
      </p>
      {one.may.own && (one.state === 'vouching' || one.state === 'waiting') && (
        <First circle={one.circle} of={one.class} />
      )}
      {!one.may.own && one.step.first && (
        <p>
          {one.step.first.lacks ? (
            <Trans>
              Of {one.step.first.asked} that are given first, {one.step.first.lacks} are lacking.
            </Trans>
          ) : (
            <Trans>What is given first ({one.step.first.asked}) has come.</Trans>
          )}
        </p>
      )}
      {one.reason && (
        <p className={styles['said']}>
          <Trans>The reason: {one.reason}</Trans>
        </p>
      )}
      {one.appeal && (
        <p>
          <Trans>If you think that it is wrong, you may appeal: {one.appeal}.</Trans>
        </p>
      )}
      <dl className={styles['answers']}>
        {one.coop && (
          <div>
            <dt>
              <Trans>The co-op</Trans>
            </dt>
            <dd>{[one.coop.country, one.coop.place, one.coop.does].filter(Boolean).join(', ')}</dd>
          </div>
        )}
        {one.answers.map(({ question, text }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Words one={one} />
      <Speaking key={one.words.length} one={one} />
      {!one.may.own && <Parts of="vote" id={`${one.circle}/application/${one.id}`} />}
      {one.may.decide && <Deciding one={one} />}
      {one.may.own && <Withdraw one={one} />}
    </div>
  )
}

function Words({ one }: { one: Application }) {
  const { i18n } = useLingui()
  if (one.words.length === 0) return null
  return (
    <section className="place" aria-labelledby="words-h">
      <h2 id="words-h">
        <Trans>What was said</Trans>
      </h2>
      <ul className="rows">
        {one.words.map((word) => (
          <li key={`${word.at}${word.person}${word.kind}`}>
            <div>
              <bdi className="what">{word.name}</bdi>{' '}
              {word.takenBack ? <Trans>took it back</Trans> : <KindWord kind={word.kind} />}
              {word.text && <p className={styles['said']}>{word.text}</p>}
              <p className="hint">{dayIn(word.at, undefined, i18n.locale)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function KindWord({ kind }: { kind: Application['words'][number]['kind'] }) {
  if (kind === 'vouch') return <Trans>vouches</Trans>
  if (kind === 'question') return <Trans>asks</Trans>
  if (kind === 'answer') return <Trans>answers</Trans>
  return kind === 'objection' ? <Trans>objects</Trans> : <Trans>consents</Trans>
}

function Withdraw({ one }: { one: Application }) {
  const withdraw = useCall(withdrawApplication, { touches: [readApplication] })
  if (one.state !== 'vouching' && one.state !== 'waiting') return null
  return (
    <div className="acts">
      <ProblemLine cause={withdraw.error} />
      <Button
        small
        look="quiet"
        onPress={() => withdraw.mutate({ params: { application: one.id } })}
      >
        <Trans>Withdraw it</Trans>
      </Button>
    </div>
  )
}
