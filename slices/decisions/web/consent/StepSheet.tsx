/** A step with an objection: what it does, and in one's words why. */
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { stepObjection } from '../../api/objections.ts'
import type { Step } from '../../rules/consent/objections.ts'
import { type Id, TOUCHES } from '../useDecision.ts'
import type { Objection } from './useObjections.ts'
import { useStepWords } from './words.tsx'

type Props = { decision: Id; objection: Objection; step: Step; onClose: () => void }

export function StepSheet({ decision, objection, step, onClose }: Props) {
  const { act, says, words: label } = useStepWords()[step]
  const [words, setWords] = useState('')
  const take = useCall(stepObjection, { touches: TOUCHES })
  const params = { decision, objection: objection.objection }
  return (
    <Sheet
      title={act}
      act={act}
      busy={take.isPending}
      problem={take.error}
      onClose={onClose}
      onAct={() => take.mutate({ params, body: { step, words } }, { onSuccess: onClose })}
    >
      <p className="hint">{says}</p>
      <Field
        label={label}
        lines={3}
        value={words}
        onChange={setWords}
        isRequired={step === 'judge' || (step === 'keep' && !objection.mine)}
      />
    </Sheet>
  )
}
