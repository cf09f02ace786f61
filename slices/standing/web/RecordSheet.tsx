/** The treasurer records what a member gave. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { recordEvidence } from '../api.ts'
import { Unit } from '../api/shapes.ts'
import { AmountFields, type Giving } from './AmountFields.tsx'
import { amountOf, today } from './quantity.ts'
import { type Circle, type Member, TOUCHES } from './useStanding.ts'

type Props = { circle: Circle; member: Member; name: string; onClose: () => void }

export function RecordSheet({ circle, member, name, onClose }: Props) {
  const { t } = useLingui()
  const [giving, setGiving] = useState<Giving>({ kind: 'EUR', count: '', day: today() })
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const record = useCall(recordEvidence, { touches: TOUCHES })
  const amount = amountOf(giving.kind, giving.count)
  function act() {
    setTried(true)
    const unit = Unit.safeParse(amount?.unit)
    if (!amount || !unit.success) return
    const body = { member, unit: unit.data, amount: amount.amount, happened: giving.day, note }
    record.mutate({ params: { circle }, body }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={t`What ${name} gave`}
      act={t`Record it`}
      onAct={act}
      busy={record.isPending}
      problem={record.error}
      onClose={onClose}
    >
      <AmountFields giving={giving} onChange={setGiving} mistake={tried && !amount} />
      <Field label={t`Note`} value={note} onChange={setNote} />
    </Sheet>
  )
}
