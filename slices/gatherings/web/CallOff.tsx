/** Calling off: why, and of a recurring one, how much. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { cancelGathering, listGatherings, readGathering } from '../api.ts'
import { ScopeField, type Scope } from './ScopeField.tsx'
import type { GatheringShown } from './shapes.ts'

type Props = { gathering: GatheringShown; onClose: () => void }

export function CallOff({ gathering, onClose }: Props) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<Scope>('this')
  const cancel = useCall(cancelGathering, { touches: [readGathering, listGatherings] })
  const params = { gathering: gathering.id }
  return (
    <Sheet
      title={t`Call this gathering off?`}
      act={t`Call it off`}
      onAct={() => cancel.mutate({ params, body: { reason, scope } }, { onSuccess: onClose })}
      busy={cancel.isPending || reason.trim() === ''}
      problem={cancel.error}
      onClose={onClose}
    >
      <p>
        <Trans>Everybody who was invited is told, with your reason.</Trans>
      </p>
      <Field label={t`Why?`} value={reason} onChange={setReason} autoFocus />
      {gathering.rule && <ScopeField value={scope} onChange={setScope} />}
    </Sheet>
  )
}
