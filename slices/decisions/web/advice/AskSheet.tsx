/** Asking a member or delegate for advice. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Member, MemberChoice } from '#slices/circles/web/MemberChoice.tsx'
import { PersonId } from '#slices/people/api/shapes.ts'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askForAdvice } from '../../api/advice.ts'
import { type Decision, TOUCHES } from '../useDecision.ts'
import type { AdviceFound } from './useAdvice.ts'

type Props = { decision: Decision; found: AdviceFound; onClose: () => void }

export function AskSheet({ decision, found, onClose }: Props) {
  const { t } = useLingui()
  const [whom, setWhom] = useState<Member | null>(null)
  const [why, setWhy] = useState('')
  const ask = useCall(askForAdvice, { touches: TOUCHES })
  const who = PersonId.safeParse(whom?.member)
  const asked = (id: string) => found.asked.some(({ person }) => person === id)
  return (
    <Sheet
      title={t`Ask for advice`}
      act={t`Ask`}
      busy={ask.isPending || !who.success}
      problem={ask.error}
      onClose={onClose}
      onAct={() => {
        if (!who.success) return
        const params = { decision: decision.decision }
        ask.mutate({ params, body: { person: who.data, why } }, { onSuccess: onClose })
      }}
    >
      <p className="hint">
        <Trans>Those whom it touches, and those who know. They are told by letter.</Trans>
      </p>
      <MemberChoice
        circle={decision.circle.id}
        label={t`Whom`}
        value={whom}
        onChange={setWhom}
        fits={({ member }) =>
          PersonId.safeParse(member).success && !asked(member) && member !== decision.madeBy.person
        }
      />
      <Field label={t`Why them, if you like`} lines={2} value={why} onChange={setWhy} />
    </Sheet>
  )
}
