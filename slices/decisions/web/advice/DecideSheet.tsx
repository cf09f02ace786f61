/** Deciding what I proposed: done or not, in words, and of each advice how I took it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { decideByAdvice } from '../../api/advice.ts'
import { TAKEN, type Taken } from '../../rules/advice/advice.ts'
import { type Id, TOUCHES } from '../useDecision.ts'
import type { AdviceFound } from './useAdvice.ts'
import styles from '../decisions.module.css'

type Props = { id: Id; found: AdviceFound; onClose: () => void }
type How = { how: Taken; why: string }

export function DecideSheet({ id, found, onClose }: Props) {
  const { t } = useLingui()
  const name = useId()
  const [does, setDoes] = useState(true)
  const [words, setWords] = useState('')
  const [hows, setHows] = useState<Record<string, How>>({})
  const decide = useCall(decideByAdvice, { touches: TOUCHES })
  const of = (person: string): How => hows[person] ?? { how: 'taken', why: '' }
  const put = (person: string, change: Partial<How>) =>
    setHows({ ...hows, [person]: { ...of(person), ...change } })
  const taken = found.given.map(({ person }) => ({ person, ...of(person) }))
  const body = { does, words, taken, seen: found.seen }
  return (
    <Sheet
      title={t`Decide`}
      act={t`Decide`}
      busy={decide.isPending}
      problem={decide.error}
      onClose={onClose}
      onAct={() => decide.mutate({ params: { decision: id }, body }, { onSuccess: onClose })}
    >
      <fieldset>
        <legend className="label">
          <Trans>What you decide</Trans>
        </legend>
        <div className={styles['answers']}>
          {[true, false].map((one) => (
            <label key={String(one)} className={styles['answer']}>
              <input
                type="radio"
                name={name}
                checked={does === one}
                onChange={() => setDoes(one)}
              />
              <span>{one ? <Trans>It is done</Trans> : <Trans>It is not done</Trans>}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={t`What was decided, and what happens now`}
        lines={3}
        value={words}
        onChange={setWords}
        isRequired
      />
      {found.given.map(({ person, name: adviser, words: advised }) => (
        <fieldset key={person} className="stack">
          <legend className="label">
            <Trans>
              The advice of <bdi>{adviser}</bdi>
            </Trans>
          </legend>
          <p className="hint">{advised}</p>
          <Select
            label={t`How you took it`}
            value={of(person).how}
            onChange={(how) => put(person, { how: TAKEN.find((one) => one === how) ?? 'taken' })}
            choices={[
              { value: 'taken', label: t`Taken` },
              { value: 'partly', label: t`Taken in part` },
              { value: 'not', label: t`Not taken` },
            ]}
          />
          <Field
            label={t`A word why`}
            value={of(person).why}
            onChange={(why) => put(person, { why })}
            isRequired
          />
        </fieldset>
      ))}
    </Sheet>
  )
}
