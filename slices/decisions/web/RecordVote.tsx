/** Recording a vote that somebody gave by phone: a facilitator or steward writes it down, the voter is told. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { MemberId } from '../api/shapes.ts'
import { readRoll } from '../api/reading.ts'
import { recordByPhone } from '../api/voting.ts'
import { answersOf, type Vote } from '../rules/count/votes.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { type Decision, TOUCHES } from './useDecision.ts'
import { useAnswers } from './words.tsx'
import styles from './decisions.module.css'

type Props = { decision: Decision; onClose: () => void }

export function RecordVote({ decision, onClose }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [member, setMember] = useState('')
  const [vote, setVote] = useState<Vote | null>(null)
  const [said, setSaid] = useState('')
  const [heard, setHeard] = useState('')
  const query = { votes: 'true' as const, ...(words.trim() ? { words } : {}) }
  const { data } = useRead(readRoll, { params: { decision: decision.decision }, query })
  const record = useCall(recordByPhone, { touches: TOUCHES })
  const who = MemberId.safeParse(member)
  const lines = (data?.lines ?? []).filter(({ mine }) => !mine)
  return (
    <Sheet
      title={t`Record a vote given by phone`}
      act={t`Record it`}
      busy={record.isPending || !vote || !who.success}
      problem={record.error}
      onClose={onClose}
      onAct={() =>
        vote &&
        who.success &&
        record.mutate(
          {
            params: { decision: decision.decision },
            body: { member: who.data, vote, said, heard },
          },
          { onSuccess: onClose },
        )
      }
    >
      {(data?.on ?? 0) > 20 && <Field label={t`Find by name`} value={words} onChange={setWords} />}
      <Select
        label={t`Whose vote`}
        value={member}
        onChange={setMember}
        choices={[
          { value: '', label: t`Choose…` },
          ...lines.map((line) => ({ value: line.member, label: line.name })),
        ]}
      />
      <WhatTheySaid decision={decision} onVote={setVote} />
      <Field label={t`Their reason, if they gave one`} value={said} onChange={setSaid} lines={2} />
      <Field
        label={t`How and when they said it`}
        hint={t`Such as: called at noon, read back to them.`}
        value={heard}
        onChange={setHeard}
        isRequired
      />
      <p className="hint">
        <Trans>
          They are told by mail at once and may change it until the close. That you recorded it
          stands beside the ballot for ever.
        </Trans>
      </p>
    </Sheet>
  )
}

/** One answer, or an order of options by their numbers. */
function WhatTheySaid({
  decision,
  onVote,
}: {
  decision: Decision
  onVote: (vote: Vote | null) => void
}) {
  const { t } = useLingui()
  const answers = useAnswers()
  const name = useId()
  const [typed, setTyped] = useState('')
  const method = decision.kind?.method
  const offered = method ? answersOf(method) : []
  if (offered.length > 0)
    return (
      <fieldset>
        <legend className="label">
          <Trans>What they said</Trans>
        </legend>
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
  const ranked = method?.kind === 'ranked'
  function read(text: string) {
    setTyped(text)
    const numbers = text.match(/-?\d+/g)?.map(Number) ?? []
    if (ranked) return onVote(numbers.length > 0 ? { kind: 'order', order: numbers } : null)
    const marks =
      method?.kind === 'approval'
        ? numbers.map((option) => ({ option, mark: 1 }))
        : numbers.flatMap((option, at) =>
            at % 2 === 0 ? [{ option, mark: numbers[at + 1] ?? 0 }] : [],
          )
    return onVote(numbers.length > 0 ? { kind: 'marks', marks } : null)
  }
  return (
    <>
      <ol className={styles['steps']}>
        {decision.text.options.map((option) => (
          <li key={option.name}>
            <bdi>{option.name}</bdi>
          </li>
        ))}
      </ol>
      <Field
        label={
          ranked
            ? t`Their order, by these numbers, most wanted first: 3 1`
            : method?.kind === 'approval'
              ? t`Whom or what they agree to, by these numbers: 1 3`
              : t`A number and its mark, one after the other: 1=5 3=2`
        }
        value={typed}
        onChange={read}
        isRequired
      />
    </>
  )
}
