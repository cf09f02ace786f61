/** The ballot of a question: one answer, and a reason where one likes or must give it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { answersOf, type Vote } from '../rules/count/votes.ts'
import { Cast } from './Cast.tsx'
import type { Paper } from './secret/usePaper.ts'
import type { Decision, Mine } from './useDecision.ts'
import { useAnswers } from './words.tsx'
import styles from './decisions.module.css'

type Props = { decision: Decision; mine: Mine; paper?: Paper }

export function AnswerBallot({ decision, mine, paper }: Props) {
  const { t } = useLingui()
  const words = useAnswers()
  const name = useId()
  const before = mine.ballot?.kind === 'answer' ? mine.ballot.answer : null
  const [answer, setAnswer] = useState(before)
  const [said, setSaid] = useState(mine.said)
  const offered = decision.kind ? answersOf(decision.kind.method) : []
  const needs = answer === 'block' || answer === 'object'
  function choose(event: KeyboardEvent) {
    const chosen = offered[Number(event.key) - 1]
    if (chosen) setAnswer(chosen)
  }
  const vote: Vote | null = answer && { kind: 'answer', answer }
  return (
    <div className="stack">
      <fieldset>
        <legend className="label">
          <Trans>Your answer</Trans>
        </legend>
        <div className={styles['answers']}>
          {offered.map((one, at) => (
            <label key={one} className={styles['answer']}>
              <input
                type="radio"
                aria-keyshortcuts={String(at + 1)}
                name={name}
                checked={answer === one}
                onChange={() => setAnswer(one)}
                onKeyDown={choose}
              />
              <span>{words[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {!paper && (
        <Field
          label={needs ? t`Your reason` : t`Your reason, if you like`}
          lines={2}
          value={said}
          onChange={setSaid}
          isRequired={needs}
        />
      )}
      <Cast decision={decision} mine={mine} paper={paper} vote={vote} said={said} />
    </div>
  )
}
