/** Objecting to the text that stands: what harm I see, and what would answer it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { makeObjection } from '../../api/objections.ts'
import { type Decision, TOUCHES } from '../useDecision.ts'
import type { Objections } from './useObjections.ts'

type Props = { decision: Decision; may: Objections['mayObject']; onClose: () => void }

export function ObjectSheet({ decision, may, onClose }: Props) {
  const { t } = useLingui()
  const [harm, setHarm] = useState('')
  const [wouldAnswer, setWouldAnswer] = useState('')
  const [as, setAs] = useState<string>(may[0]?.member ?? '')
  const object = useCall(makeObjection, { touches: TOUCHES })
  const { number: seen } = decision.text
  const member = may.find((one) => one.member === as)?.member ?? null
  return (
    <Sheet
      title={t`Object to it`}
      act={t`Object`}
      busy={object.isPending}
      problem={object.error}
      onClose={onClose}
      onAct={() =>
        object.mutate(
          {
            params: { decision: decision.decision },
            body: { as: member, harm, wouldAnswer, seen },
          },
          { onSuccess: onClose },
        )
      }
    >
      <p className="hint">
        <Trans>
          An objection gives a reason why the proposal would harm what the circle is there for. It
          is a gift: it shows what nobody had seen. Everybody who sees the proposal reads it, with
          your name.
        </Trans>
      </p>
      {may.length > 1 && (
        <Select
          label={t`For whom`}
          value={as}
          onChange={setAs}
          choices={may.map(({ member: value, name }) => ({ value, label: name }))}
        />
      )}
      <Field label={t`What harm you see`} lines={4} value={harm} onChange={setHarm} isRequired />
      <Field
        label={t`What would answer it, if you know`}
        lines={2}
        value={wouldAnswer}
        onChange={setWouldAnswer}
      />
    </Sheet>
  )
}
