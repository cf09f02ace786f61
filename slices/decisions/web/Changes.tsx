/** What was changed in the text: title, question and options, from any text to the next. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { markWords } from '#slices/constitutions/rules/compare.ts'
import { Button } from '#web/kit/Button.tsx'
import type { Decision } from './useDecision.ts'
import { Moment } from './words.tsx'
import styles from './decisions.module.css'

type Text = Decision['text']
type Pair = { from: Text; to: Text }

/** A text with what was taken out and what came. */
function Marked({ from, to }: { from: string; to: string }) {
  const { before, after } = markWords(from, to)
  const gone = before.filter(({ marked }) => marked)
  return (
    <>
      {after.map((piece, at) =>
        piece.marked ? (
          // oxlint-disable-next-line no-array-index-key -- pieces stand where they stand
          <ins key={at}>{piece.text}</ins>
        ) : (
          // oxlint-disable-next-line no-array-index-key -- as above
          <span key={at}>{piece.text}</span>
        ),
      )}
      {gone.length > 0 && (
        <span className="hint">
          {' '}
          <Trans>Gone:</Trans>{' '}
          {gone.map((piece, at) => (
            // oxlint-disable-next-line no-array-index-key -- as above
            <del key={at}>{piece.text} </del>
          ))}
        </span>
      )}
    </>
  )
}

const said = ({ name, note }: Text['options'][number]) => (note ? `${name}: ${note}` : name)

/** Options that came, went, or are worded otherwise; those that stand where they stood are the same. */
function Options({ from, to }: Pair) {
  const came = to.options.filter(({ name }) => !from.options.some((one) => one.name === name))
  const went = from.options.filter(({ name }) => !to.options.some((one) => one.name === name))
  const reworded = to.options.flatMap((one) => {
    const before = from.options.find(({ name }) => name === one.name)
    return before && before.note !== one.note ? [{ before, one }] : []
  })
  if (came.length + went.length + reworded.length === 0 && from.seats === to.seats) return null
  const { seats } = to
  return (
    <ul className={styles['changes']}>
      {went.map((one) => (
        <li key={one.name}>
          <Trans>Option taken out:</Trans> <del>{said(one)}</del>
        </li>
      ))}
      {came.map((one) => (
        <li key={one.name}>
          <Trans>Option added:</Trans> <ins>{said(one)}</ins>
        </li>
      ))}
      {reworded.map(({ before, one }) => (
        <li key={one.name}>
          <Trans>Option worded otherwise:</Trans> <bdi>{one.name}</bdi>:{' '}
          <Marked from={before.note} to={one.note} />
        </li>
      ))}
      {from.seats !== seats && (
        <li>
          <Trans>
            How many are chosen: {seats}, before {from.seats}
          </Trans>
        </li>
      )}
    </ul>
  )
}

function Change({ from, to }: Pair) {
  return (
    <div className={styles['doc']}>
      {from.title !== to.title && (
        <p className="what">
          <Marked from={from.title} to={to.title} />
        </p>
      )}
      <p>
        {from.question === to.question ? (
          <span className="hint">
            <Trans>The question stayed as it was.</Trans>
          </span>
        ) : (
          <Marked from={from.question} to={to.question} />
        )}
      </p>
      <Options from={from} to={to} />
    </div>
  )
}

export function Changes({ decision: { text, before } }: { decision: Decision }) {
  const { t } = useLingui()
  const texts = [text, ...before]
  const [back, setBack] = useState(0)
  const [to, from] = [texts[back], texts[back + 1]]
  if (!to || !from) return null
  const [number, earlier] = [to.number, from.number]
  return (
    <details className="place">
      <summary>
        <Trans>Its text was changed</Trans> <span className="tally num">{before.length}</span>
      </summary>
      <div className="stack">
        <p className="hint" aria-live="polite">
          <Trans>
            From text {earlier} to text {number}.
          </Trans>{' '}
          <bdi>{to.by.name}</bdi>, <Moment at={to.at} />. {to.why}
        </p>
        <Change from={from} to={to} />
        {before.length > 1 && (
          <p className="acts">
            <Button
              small
              isDisabled={back + 1 >= before.length}
              aria-label={t`The change before`}
              onPress={() => setBack(back + 1)}
            >
              <Trans>Before</Trans>
            </Button>
            <Button
              small
              isDisabled={back === 0}
              aria-label={t`The change after`}
              onPress={() => setBack(back - 1)}
            >
              <Trans>After</Trans>
            </Button>
          </p>
        )}
      </div>
    </details>
  )
}
