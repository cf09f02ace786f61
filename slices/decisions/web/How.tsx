/** How it was counted: in sentences, in bars by class with the same as a table, and to be checked. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { addressOf, type Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listBallots, readCount, readPublication } from '../api/voting.ts'
import { writeVote } from '../rules/count/votes.ts'
import { isByAdvice } from './advice/useAdvice.ts'
import { CountPicture } from './CountPicture.tsx'
import { UrnFound } from './secret/Urn.tsx'
import type { Decision, Id } from './useDecision.ts'
import { useAnswers, useVoteInWords } from './words.tsx'
import styles from './decisions.module.css'

type Counted = Output<typeof readCount>

export function How({ decision }: { decision: Decision }) {
  const params = { decision: decision.decision }
  const { data, error } = useRead(readCount, { params })
  return (
    <>
      <section className="place" aria-labelledby="how-h">
        <h2 id="how-h">
          {isByAdvice(decision) ? (
            <Trans>How it was decided</Trans>
          ) : (
            <Trans>How it was counted</Trans>
          )}
        </h2>
        <ProblemLine cause={error} />
        {!data && !error && <Waiting />}
        {data && (
          <div className="stack">
            <div className={styles['doc']}>
              {data.explained.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {data.near && <p>{data.near}</p>}
            </div>
            {data.picture && (
              <CountPicture decision={decision} picture={data.picture} elected={data.elected} />
            )}
            {data.classes.length > 0 && <Bars classes={data.classes} />}
            <details open={data.classes.length === 0}>
              <summary>
                <Trans>Every step in sentences</Trans>
              </summary>
              <ol className={styles['steps']}>
                {data.steps.map((step, at) => (
                  // oxlint-disable-next-line no-array-index-key -- steps stay as they are
                  <li key={at}>{step}</li>
                ))}
              </ol>
            </details>
            {data.lot.length > 0 && (
              <p className="hint">
                <Trans>
                  The lot fell, before the first ballot, in this order: {data.lot.join(', ')}.
                </Trans>
              </p>
            )}
            {data.fingerprint && data.classes.length > 0 && (
              <p>
                <Link to="/decisions/$decision/what-if" params={params}>
                  <Trans>Count the same ballots another way</Trans>
                </Link>
              </p>
            )}
          </div>
        )}
      </section>
      {decision.kind?.secrecy === 'secret' ? (
        data?.fingerprint && <UrnFound decision={decision} />
      ) : (
        <Ballots id={decision.decision} options={decision.text.options.map(({ name }) => name)} />
      )}
      {data?.fingerprint && <Check id={decision.decision} counted={data} />}
    </>
  )
}

const WIDTH = 560
const ROW = 44
/** Of a row: where its name stands, and its bar below. */
const NAME_AT = 14
const BAR_AT = 20

/** A bar a class, as long as its part of the roll; filled as far as it voted. */
function Bars({ classes }: Pick<Counted, 'classes'>) {
  const { t } = useLingui()
  const words = useAnswers()
  const most = Math.max(1, ...classes.map(({ eligible }) => eligible))
  const given = [...new Set(classes.flatMap(({ answers }) => Object.keys(answers)))]
  const called = new Map<string, string>(Object.entries(words))
  return (
    <>
      <svg
        className={styles['chart']}
        viewBox={`0 0 ${WIDTH} ${classes.length * ROW}`}
        role="img"
        aria-label={t`How many of each class voted; the table below says the same.`}
      >
        {classes.map(({ class: name, eligible, voted }, at) => {
          const wide = (count: number) => (count / most) * WIDTH
          return (
            <g key={name}>
              <text className={styles['bar-name']} x="0" y={at * ROW + NAME_AT}>
                {name}
              </text>
              <text
                className={styles['bar-told']}
                x={WIDTH}
                y={at * ROW + NAME_AT}
                textAnchor="end"
              >
                {eligible === 0 ? t`nobody on the roll` : t`${voted} of ${eligible}`}
              </text>
              <rect
                className={styles['roll']}
                x="0"
                y={at * ROW + BAR_AT}
                width={wide(eligible)}
                height="16"
              />
              <rect
                className={styles['voted']}
                x="0"
                y={at * ROW + BAR_AT}
                width={wide(voted)}
                height="16"
              />
            </g>
          )
        })}
      </svg>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Class</Trans>
              </th>
              <th scope="col">
                <Trans>On the roll</Trans>
              </th>
              <th scope="col">
                <Trans>Voted</Trans>
              </th>
              {given.map((answer) => (
                <th key={answer} scope="col">
                  {called.get(answer) ?? answer}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map(({ class: name, eligible, voted, answers }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{eligible}</td>
                <td className="num">{voted}</td>
                {given.map((answer) => (
                  <td key={answer} className="num">
                    {answers[answer] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Ballots({ id, options }: { id: Id; options: readonly string[] }) {
  const said = useVoteInWords(options)
  const { data } = useRead(listBallots, { params: { decision: id } })
  if (!data || data.ballots.length === 0) return null
  return (
    <details className="place">
      <summary>
        <Trans>Who voted what</Trans>
      </summary>
      <ul className="rows">
        {data.ballots.map((one) => (
          <li key={`${one.member} ${writeVote(one.vote)}`}>
            <div>
              <bdi className="what">{one.name}</bdi>
              {one.said && <p>{one.said}</p>}
              {one.by && (
                <p className="hint">
                  <Trans>cast by {one.by}</Trans>
                </p>
              )}
            </div>
            <span>{said(one.vote)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Check({ id, counted }: { id: Id; counted: Counted }) {
  return (
    <section className="place" aria-labelledby="check-h">
      <h2 id="check-h">
        <Trans>Check it yourself</Trans>
      </h2>
      <div className="stack">
        <p>
          {counted.classes.length === 0 ? (
            <Trans>
              Published when it was decided: the rules, who was asked when, who gave advice when,
              how it was taken, and the outcome; no words. From this file alone anybody can check
              that the rule was kept.
            </Trans>
          ) : (
            <Trans>
              Published at the close: the rules, the roll, every ballot in an order that tells
              nothing, the lot and the outcome. From this file alone anybody can count again.
            </Trans>
          )}
        </p>
        <p className="acts">
          <a className="btn" href={addressOf(readPublication, { decision: id })} download>
            <Trans>The publication</Trans>
          </a>
        </p>
        <p className={styles['hash']}>
          <code>npx moothall recount decision-{id}.json</code>
          <br />
          sha-256 {counted.fingerprint}
        </p>
      </div>
    </section>
  )
}
