/** A vote that is written down for another: one answer, or options by their numbers. */
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { answersOf, type Vote } from '../rules/count/votes.ts'
import type { Method } from '../rules/kinds/kind.ts'
import { Field } from '#web/kit/Field.tsx'
import { useAnswers } from './words.tsx'
import styles from './decisions.module.css'

type Props = {
  legend: string
  method: Method
  options: readonly string[]
  onVote: (vote: Vote | null) => void
}

export function VoteEntry({ legend, method, options, onVote }: Props) {
  const { t } = useLingui()
  const answers = useAnswers()
  const name = useId()
  const [typed, setTyped] = useState('')
  const offered = answersOf(method)
  if (offered.length > 0)
    return (
      <fieldset>
        <legend className="label">{legend}</legend>
        <div className={styles['answers']}>
          {offered.map((answer) => (
            <label key={answer} className={styles['answer']}>
              <input type="radio" name={name} onChange={() => onVote({ kind: 'answer', answer })} />
              <span>{answers[answer]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    )
  const ranked = method.kind === 'ranked'
  function read(text: string) {
    setTyped(text)
    const numbers = text.match(/-?\d+/g)?.map(Number) ?? []
    if (ranked) return onVote(numbers.length > 0 ? { kind: 'order', order: numbers } : null)
    const marks =
      method.kind === 'approval'
        ? numbers.map((option) => ({ option, mark: 1 }))
        : numbers.flatMap((option, at) =>
            at % 2 === 0 ? [{ option, mark: numbers[at + 1] ?? 0 }] : [],
          )
    return onVote(numbers.length > 0 ? { kind: 'marks', marks } : null)
  }
  return (
    <>
      <p className="label">{legend}</p>
      <ol className={styles['steps']}>
        {options.map((option) => (
          <li key={option}>
            <bdi>{option}</bdi>
          </li>
        ))}
      </ol>
      <Field
        label={
          ranked
            ? t`The order, by these numbers, most wanted first: 3 1`
            : method.kind === 'approval'
              ? t`Whom or what is agreed to, by these numbers: 1 3`
              : t`A number and its mark, one after the other: 1=5 3=2`
        }
        value={typed}
        onChange={read}
        isRequired
      />
    </>
  )
}
