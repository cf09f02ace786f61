/** My answer to a sense check or a question round. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerPoll, takeAnswerBack } from '../api/answering.ts'
import { ANSWER_LENGTH, REASON_LENGTH, STANCES } from '../rules/poll.ts'
import { Kept } from './MyTimes.tsx'
import { type Poll, type Stance, TOUCHES } from './usePoll.ts'
import { useStanceWords } from './words.tsx'
import styles from './polls.module.css'

export function MyWords({ poll }: { poll: Poll }) {
  if (!poll.may.answer) return null
  return (
    <section className="place stack" aria-labelledby="mine-h">
      <h2 id="mine-h">
        {poll.form === 'sense' ? (
          <Trans>How does this sound to you?</Trans>
        ) : (
          <Trans>Your answer</Trans>
        )}
      </h2>
      <Answering poll={poll} />
    </section>
  )
}

function Stances({
  stance,
  onChange,
}: {
  stance: Stance | null
  onChange: (stance: Stance) => void
}) {
  const words = useStanceWords()
  return (
    <fieldset className={styles['stances']}>
      <legend className="sr">
        <Trans>How does this sound to you?</Trans>
      </legend>
      {STANCES.map((one) => (
        <label key={one} className={styles[one]}>
          <input
            type="radio"
            name="stance"
            checked={one === stance}
            onChange={() => onChange(one)}
          />
          <span>{words[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Answering({ poll }: { poll: Poll }) {
  const { t } = useLingui()
  const [stance, setStance] = useState<Stance | null>(poll.mine?.stance ?? null)
  const [text, setText] = useState(poll.mine?.text ?? '')
  const answer = useCall(answerPoll, { touches: TOUCHES })
  const back = useCall(takeAnswerBack, { touches: TOUCHES })
  const params = { poll: poll.poll }
  const isSense = poll.form === 'sense'
  const lacks = isSense ? stance === null : text.trim() === ''
  const same = stance === poll.mine?.stance && text.trim() === poll.mine.text
  const empty = () => {
    setStance(null)
    setText('')
  }
  return (
    <form
      className={`stack ${styles['words']}`}
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate({ params, body: { stance, text } })
      }}
    >
      {isSense && <Stances stance={stance} onChange={setStance} />}
      <Field
        label={isSense ? t`Why` : t`In your words`}
        hint={t`You can change it until it closes.`}
        value={text}
        onChange={setText}
        lines={isSense ? 3 : 6}
        maxLength={isSense ? REASON_LENGTH : ANSWER_LENGTH}
      />
      <ProblemLine cause={answer.error ?? back.error} />
      <p className="acts">
        <Button type="submit" look="act" isDisabled={answer.isPending || lacks}>
          {poll.mine ? <Trans>Change my answer</Trans> : <Trans>Give my answer</Trans>}
        </Button>
        {poll.mine && (
          <Button
            look="quiet"
            isDisabled={back.isPending}
            onPress={() => back.mutate({ params }, { onSuccess: empty })}
          >
            <Trans>Take it back</Trans>
          </Button>
        )}
        <Kept poll={poll} same={same} />
      </p>
    </form>
  )
}
