/** Saying what I gave; it counts when somebody else acknowledges it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { makeClaim } from '../api.ts'
import { Unit } from '../api/shapes.ts'
import { AmountFields, type Giving } from './AmountFields.tsx'
import { amountOf, today } from './quantity.ts'
import { type Circle, TOUCHES } from './useStanding.ts'

export function ClaimSheet({ circle, onClose }: { circle: Circle; onClose: () => void }) {
  const { t } = useLingui()
  const [giving, setGiving] = useState<Giving>({ kind: 'hours', count: '', day: today() })
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const claim = useCall(makeClaim, { touches: TOUCHES })
  const amount = amountOf(giving.kind, giving.count)
  function act() {
    setTried(true)
    const unit = Unit.safeParse(amount?.unit)
    if (!amount || !unit.success || said.trim() === '') return
    const body = { unit: unit.data, amount: amount.amount, happened: giving.day, said }
    claim.mutate({ params: { circle }, body }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={t`What I gave`}
      act={t`Claim it`}
      onAct={act}
      busy={claim.isPending}
      problem={claim.error}
      onClose={onClose}
    >
      <AmountFields giving={giving} onChange={setGiving} mistake={tried && !amount} />
      <Field
        label={t`For what`}
        value={said}
        onChange={setSaid}
        mistake={tried && said.trim() === '' ? t`Say what it was for.` : undefined}
        isRequired
      />
      <p className="hint">
        <Trans>It counts when the treasurer or a steward has acknowledged it.</Trans>
      </p>
    </Sheet>
  )
}
