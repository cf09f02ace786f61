/** The roll of a decision: who may vote on it, who may not, why; and objections while it is a draft. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { answerContest, contestRoll } from '../api/making.ts'
import { readRoll } from '../api/reading.ts'
import { DecisionId } from '../api/shapes.ts'
import { ANSWERED } from '../rules/life/roll.ts'
import { Promised } from './secret/Promised.tsx'
import { type Id, TOUCHES } from './useDecision.ts'
import { Moment } from './words.tsx'
import styles from './decisions.module.css'

type Roll = Output<typeof readRoll>
type Line = Roll['lines'][number]
type Contest = Roll['contests'][number]

export function Page() {
  const id = DecisionId.safeParse(useParams({ strict: false }).decision)
  return id.success ? <TheRoll id={id.data} /> : <Navigate to="/circles" />
}

function TheRoll({ id }: { id: Id }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [pages, setPages] = useState<Line['member'][]>([])
  const [against, setAgainst] = useState<Line | null>(null)
  const after = pages.at(-1)
  const query = { ...(words.trim() ? { words } : {}), ...(after ? { after } : {}) }
  const { data, error } = useRead(readRoll, { params: { decision: id }, query })
  return (
    <main id="main" className="page">
      <header className="page-head">
        <title>{t`The roll`}</title>
        <p>
          <Link to="/decisions/$decision" params={{ decision: id }}>
            <bdi>{data?.title}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>The roll</Trans>
        </h1>
        {data && (
          <p>
            <Trans>
              {data.on} may vote, {data.off} may not.
            </Trans>{' '}
            {data.frozenAt ? (
              <Trans>
                Frozen on <Moment at={data.frozenAt} />.
              </Trans>
            ) : (
              data.opensAt && (
                <Trans>
                  A draft: if a line is wrong, object to it before it opens,{' '}
                  <Moment at={data.opensAt} />.
                </Trans>
              )
            )}
          </p>
        )}
        {data?.sha256 && <p className={styles['hash']}>sha-256 {data.sha256}</p>}
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data?.secret && <Promised />}
      {data && data.contests.length > 0 && (
        <Contests id={id} contests={data.contests} answers={data.steward && data.contestable} />
      )}
      {data && (
        <section className="place" aria-labelledby="lines-h">
          <h2 id="lines-h">
            <Trans>Who is on it, and why</Trans>
          </h2>
          <Field
            label={t`Name`}
            value={words}
            onChange={(to) => {
              setWords(to)
              setPages([])
            }}
          />
          <ul className="rows">
            {data.lines.map((line) => (
              <li key={line.member}>
                <RollLine line={line} />
                <p className="acts">
                  <span className={line.votes ? 'tag green' : 'tag'}>
                    {line.votes ? <Trans>may vote</Trans> : <Trans>may not</Trans>}
                  </span>
                  {line.voted && (data.secret ? <Trans>took a paper</Trans> : <Trans>voted</Trans>)}
                  {data.contestable && (
                    <Button
                      small
                      look="quiet"
                      aria-label={t`Object to the line of ${line.name}`}
                      onPress={() => setAgainst(line)}
                    >
                      <Trans>Object…</Trans>
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
          <Pager pages={pages} next={data.next} onTurn={setPages} />
        </section>
      )}
      {against && <ObjectSheet id={id} line={against} onClose={() => setAgainst(null)} />}
    </main>
  )
}

function RollLine({ line }: { line: Line }) {
  const { name, class: inClass, weight, reason, delegates, mine, proxy } = line
  return (
    <div>
      <bdi className="what">{name}</bdi> {mine && <Trans>(you)</Trans>}
      <p className="hint">
        {inClass}
        {weight > 1 && (
          <>
            {' · '}
            <Trans>weighs {weight}</Trans>
          </>
        )}
        {' · '}
        {reason}
        {delegates.length > 0 && (
          <>
            {' '}
            <Trans>Delegates: {delegates.join(', ')}.</Trans>
          </>
        )}
        {proxy && (
          <>
            {' '}
            <Trans>
              <bdi>{proxy}</bdi> votes for them, by proxy.
            </Trans>
          </>
        )}
      </p>
    </div>
  )
}

function ObjectSheet({ id, line, onClose }: { id: Id; line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const [says, setSays] = useState('')
  const object = useCall(contestRoll, { touches: TOUCHES })
  const body = { member: line.member, says }
  return (
    <Sheet
      title={t`Object to the line of ${line.name}`}
      act={t`Object`}
      busy={object.isPending}
      problem={object.error}
      onClose={onClose}
      onAct={() => object.mutate({ params: { decision: id }, body }, { onSuccess: onClose })}
    >
      <Field
        label={t`What is wrong with it`}
        lines={3}
        value={says}
        onChange={setSays}
        isRequired
      />
      <p className="hint">
        <Trans>A steward answers with a reason, before it opens. All members see both.</Trans>
      </p>
    </Sheet>
  )
}

function Contests({ id, contests, answers }: { id: Id; contests: Contest[]; answers: boolean }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Contest | null>(null)
  const words = { 'put-on': t`put on`, 'taken-off': t`taken off`, stays: t`it stays` }
  return (
    <section className="place" aria-labelledby="contests-h">
      <h2 id="contests-h">
        <Trans>Objections</Trans>
      </h2>
      <ul className="rows">
        {contests.map((one) => (
          <li key={one.contest}>
            <div>
              <p>
                <Trans>
                  <bdi>{one.by}</bdi> on the line of <bdi>{one.name}</bdi>: {one.says}
                </Trans>
              </p>
              {one.answer && (
                <p className="hint">
                  <bdi>{one.answeredBy}</bdi>: {words[one.answer]}. {one.reason}
                </p>
              )}
            </div>
            {one.answer === null &&
              (answers ? (
                <Button small onPress={() => setOpen(one)}>
                  <Trans>Answer</Trans>
                </Button>
              ) : (
                <span className="tag straw">
                  <Trans>not answered yet</Trans>
                </span>
              ))}
          </li>
        ))}
      </ul>
      {open && <AnswerSheet id={id} contest={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function AnswerSheet({ id, contest, onClose }: { id: Id; contest: Contest; onClose: () => void }) {
  const { t } = useLingui()
  const [answer, setAnswer] = useState<string>('stays')
  const [reason, setReason] = useState('')
  const give = useCall(answerContest, { touches: TOUCHES })
  const chosen = ANSWERED.find((one) => one === answer) ?? 'stays'
  const params = { decision: id, contest: contest.contest }
  return (
    <Sheet
      title={t`Answer the objection`}
      act={t`Answer`}
      busy={give.isPending}
      problem={give.error}
      onClose={onClose}
      onAct={() =>
        give.mutate({ params, body: { answer: chosen, reason } }, { onSuccess: onClose })
      }
    >
      <p>{contest.says}</p>
      <Select
        label={t`Then the line of ${contest.name}`}
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: 'stays', label: t`stays as it is` },
          { value: 'put-on', label: t`is put on the roll` },
          { value: 'taken-off', label: t`is taken off the roll` },
        ]}
      />
      <Field label={t`The reason`} lines={2} value={reason} onChange={setReason} isRequired />
    </Sheet>
  )
}
