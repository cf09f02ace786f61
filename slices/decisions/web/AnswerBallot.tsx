/** The ballot of a question: one answer, and a reason where one likes or must give it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { answersOf, type Vote } from '../rules/count/votes.ts'
import { Cast } from './Cast.tsx'
import type { Decision, Mine } from './useDecision.ts'
import { useAnswers } from './words.tsx'
import styles from './decisions.module.css'

export function AnswerBallot({ decision, mine }: { decision: Decision; mine: Mine }) {
  const { t } = useLingui()
  const words = useAnswers()
  const name = useId()
  const before = mine.ballot?.kind === 'answer' ? mine.ballot.answer : null
  const [answer, setAnswer] = useState(before)
  const [said, setSaid] = useState(mine.said)
  const offered = decision.kind ? answersOf(decision.kind.method) : []
  const needs = answer === 'block' || answer === 'object'
  const vote: Vote | null = answer && { kind: 'answer', answer }
  return (
    <div className="stack">
      <fieldset>
        <legend className="label">
          <Trans>Your answer</Trans>
        </legend>
        <div className={styles['answers']}>
          {offered.map((one) => (
            <label key={one} className={styles['answer']}>
              <input
                type="radio"
                name={name}
                checked={answer === one}
                onChange={() => setAnswer(one)}
              />
              <span>{words[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={needs ? t`Your reason` : t`Your reason, if you like`}
        lines={2}
        value={said}
        onChange={setSaid}
        isRequired={needs}
      />
      <Cast decision={decision} mine={mine} vote={vote} said={said} />
    </div>
  )
}
