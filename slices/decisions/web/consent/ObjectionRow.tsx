/** One objection: who sees what harm, where it stands, what is next and for whom, and what was done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import type { Step } from '../../rules/consent/objections.ts'
import type { Decision } from '../useDecision.ts'
import { Moment } from '../words.tsx'
import { StepSheet } from './StepSheet.tsx'
import type { Objection } from './useObjections.ts'
import { ObjectionTag, StateWord, useStepWords } from './words.tsx'
import styles from './consent.module.css'

type Props = { decision: Decision; objection: Objection }

function Answered({ decision, objection }: Props) {
  const { mine, name, until, steps } = objection
  const number = steps.at(-1)?.text ?? decision.text.number
  if (until === null) return null
  if (mine)
    return (
      <Trans>
        Next, you: does text {number} answer it? You have until <Moment at={until} />; silence keeps
        your objection.
      </Trans>
    )
  return (
    <Trans>
      Next, <bdi>{name}</bdi>: does text {number} answer it? They have until <Moment at={until} />;
      silence keeps the objection.
    </Trans>
  )
}

/** What is next, and for whom; nothing where it is over. */
function Next({ decision, objection }: Props) {
  const { state, may, mine } = objection
  const { madeBy } = decision
  if (state === 'answered') return <Answered decision={decision} objection={objection} />
  if (state === 'kept')
    return (
      <Trans>It holds up nothing, and stands beside the ballot. It counts when they vote so.</Trans>
    )
  if (state !== 'open') return null
  if (!mine && may.includes('keep'))
    return (
      <Trans>
        Next, you: change the text and say that it answers this; or, when you have spoken, that talk
        about it is at its end.
      </Trans>
    )
  return (
    <Trans>
      Next, <bdi>{madeBy.name}</bdi>: a text that answers it, or a word that talk about it is at its
      end.
    </Trans>
  )
}

/** What a step made of it. */
function Became({ state, text }: Pick<Objection, 'state' | 'text'>) {
  if (state === 'answered') return <Trans>text {text} answers it</Trans>
  if (state === 'open') return <Trans>text {text} does not answer it</Trans>
  return <StateWord state={state} />
}

function Steps({ steps }: Pick<Objection, 'steps'>) {
  if (steps.length === 0) return null
  return (
    <ol className={styles['steps']}>
      {steps.map(({ state, by, words, text, at }) => (
        <li key={at + state}>
          <span className="hint">
            {by ? <bdi>{by.name}</bdi> : <Trans>Nobody said anything in seven days</Trans>},{' '}
            <Moment at={at} />: <Became state={state} text={text} />
          </span>
          {words && <p>{words}</p>}
        </li>
      ))}
    </ol>
  )
}

export function ObjectionRow({ decision, objection }: Props) {
  const { t } = useLingui()
  const [taking, setTaking] = useState<Step | null>(null)
  const words = useStepWords()
  const { name, by, text, harm, wouldAnswer, at, state, may, mine, steps } = objection
  const living = decision.state === 'talk' || decision.state === 'open'
  return (
    <li className={styles['objection']}>
      <p className="acts">
        <ObjectionTag state={state} />
        <bdi className="what">{name}</bdi>
        <span className="hint">
          {by && (
            <>
              <Trans>by {by.name}</Trans>
              {', '}
            </>
          )}
          {text === 0 ? (
            <Trans>taken along from the decision before</Trans>
          ) : (
            <Trans>to text {text}</Trans>
          )}
          , <Moment at={at} />
        </span>
      </p>
      {harm && <p className={styles['harm']}>{harm}</p>}
      {wouldAnswer && (
        <p>
          <span className="hint">
            <Trans>What would answer it:</Trans>
          </span>{' '}
          {wouldAnswer}
        </p>
      )}
      <Steps steps={steps} />
      {living && state !== 'integrated' && (
        <p className={styles['next']}>
          <Next decision={decision} objection={objection} />
        </p>
      )}
      {may.length > 0 && (
        <p className="acts">
          {state === 'open' && !mine && may.includes('keep') && (
            <Link
              className="btn small"
              to="/decisions/$decision/text"
              params={{ decision: decision.decision }}
            >
              <Trans>Write a text that answers it</Trans>
            </Link>
          )}
          {may.map((step) => (
            <Button
              key={step}
              small
              look={words[step].look}
              aria-label={t`${words[step].act}: the objection of ${name}`}
              onPress={() => setTaking(step)}
            >
              {words[step].act}
            </Button>
          ))}
        </p>
      )}
      {taking && (
        <StepSheet
          decision={decision.decision}
          objection={objection}
          step={taking}
          onClose={() => setTaking(null)}
        />
      )}
    </li>
  )
}
